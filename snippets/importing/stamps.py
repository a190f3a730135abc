"""Tells whether the register is still the one that rows were judged by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import Count, Max

from snippets.models import ImportBatch, Organisation, OrganisationMerge


class RegisterChangedError(Exception):
    """Another import or a person was faster: the list is to be judged again."""


@dataclass(frozen=True)
class RegisterStamp:
    """What differs after somebody added, removed, merged or imported organisations."""

    organisations: Mapping[str, Any]
    batches: Mapping[str, Any]
    merges: Mapping[str, Any]

    @classmethod
    def read(cls) -> Self:
        """Return the present stamp; three queries."""
        return cls(
            Organisation.objects.aggregate(count=Count("pk"), last=Max("pk")),
            ImportBatch.objects.aggregate(
                imported=Max("imported_at"), undone=Max("undone_at")
            ),
            OrganisationMerge.objects.aggregate(
                merged=Max("merged_at"), undone=Max("undone_at")
            ),
        )


def lock_imports() -> None:
    """Wait for other imports that are writing, and keep later ones waiting.

    In a transaction. All that are being imported are locked, in one order.
    """
    importing = ImportBatch.objects.filter(state=ImportBatch.State.IMPORTING)
    list(importing.select_for_update().order_by("pk").values_list("pk"))
