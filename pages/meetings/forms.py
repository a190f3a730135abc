"""The admin form of a meeting."""

from collections import Counter
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pages.base.forms import BulkChoosersForm

BODIES = {"organisations": "organisation", "units": "unit"}


class MeetingForm(BulkChoosersForm):
    """Refuses a body that is chosen twice: it can only have come once."""

    def is_valid(self) -> bool:
        is_valid: bool = super().is_valid()
        for relation, field in BODIES.items():
            formset = self.formsets.get(relation)
            if formset is None or not formset.is_valid():
                continue
            bodies = Counter(
                row[field]
                for row in formset.cleaned_data
                if row.get(field) and not row.get("DELETE")
            )
            is_valid = self._is_once(bodies) and is_valid
        return is_valid

    def _is_once(self, bodies: Counter[Any]) -> bool:
        twice = ", ".join(str(body) for body, times in bodies.items() if times > 1)
        if twice:
            message = _("Chosen more than once: %(names)s") % {"names": twice}
            self.add_error(None, ValidationError(message))
        return not twice
