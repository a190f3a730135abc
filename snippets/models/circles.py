from typing import Protocol, Self

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class Part(Protocol):
    """A row of a tree kept by a `parent` key."""

    @property
    def pk(self) -> int | None: ...

    @property
    def parent(self) -> Self | None: ...


def check_no_circle(row: Part) -> None:
    """Refuse a `parent` that is the row itself or stands below it."""
    seen = {row.pk} - {None}
    above = row.parent
    while above is not None:
        if above is row or above.pk in seen:
            raise ValidationError(
                {"parent": _("It cannot belong to itself or to one of its own parts.")}
            )
        seen.add(above.pk)
        above = above.parent
