"""The organisations that belong to one: its branches, or members of a federation."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Window

from snippets.models import Organisation, OrganisationQuerySet

MOST_SHOWN = 100


@dataclass(frozen=True)
class Related:
    """The first organisations from A to Z, and how many there are at all."""

    shown: Sequence[Organisation] = ()
    total: int = 0

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.total - len(self.shown)


def read_branches(organisation: Organisation) -> Related:
    """Return the branches of an organisation; one query."""
    return _first(Organisation.objects.in_directory().filter(parent=organisation))


def read_members(organisation: Organisation) -> Related:
    """Return the members of a federation; one query."""
    return _first(Organisation.objects.in_directory().filter(member_of=organisation))


def _first(organisations: OrganisationQuerySet) -> Related:
    rows = (
        organisations.annotate(total=Window(Count("pk")))
        .only("name", "slug")
        .order_by("sort_key", "pk")[:MOST_SHOWN]
    )
    shown = list(rows)
    return Related(shown, shown[0].total if shown else 0)
