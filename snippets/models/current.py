from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _


def check_is_current(row: Model, name: str = "organisation") -> None:
    """Refuse an organisation that was merged while a form was open."""
    chosen: Any = getattr(row, name)
    if chosen is not None and chosen.merged_into:
        message = _("This entry was merged into “%(name)s”: choose that one.")
        raise ValidationError({name: message % {"name": chosen.merged_into}})
