"""Finds the amendments that came of findings and stand in a version by now."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from pages.drafting.models import AmendmentFinding
from pages.meetings.models import Finding


@dataclass(frozen=True)
class Result:
    """An amendment by its citation, and the id of the version that has it first."""

    code: str
    draft: int


def find_results(findings: Iterable[Finding]) -> dict[UUID, list[Result]]:
    """Return what came of findings, by their translation keys: one query.

    What is in no version yet is the office's own work; whether a version is public
    the caller has to see.
    """
    keys = {finding.translation_key for finding in findings}
    if not keys:
        return {}
    rows = (
        AmendmentFinding.objects.filter(
            finding__translation_key__in=keys, amendment__applied_in__isnull=False
        )
        .select_related("amendment__programme", "finding")
        .only(
            *("amendment__number", "amendment__applied_in"),
            *("amendment__programme__year", "finding__translation_key"),
        )
        .order_by("amendment__number")
    )
    found: dict[UUID, list[Result]] = {}
    for row in rows:
        result = Result(row.amendment.code, row.amendment.applied_in_id)
        known = found.setdefault(row.finding.translation_key, [])
        if result not in known:
            known.append(result)
    return found
