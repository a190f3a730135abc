"""What people decide on rows before they are imported."""

from collections.abc import Iterable

from django.db import transaction

from snippets.models import ImportRow, ImportRowQuerySet

Choice = ImportRow.Decision
AT_ONCE = 500


def decide(
    rows: ImportRowQuerySet,
    decision: str,
    *,
    same_as: int | None = None,
    same_as_row: int | None = None,
) -> int:
    """Decide on probable duplicates; return how many rows there were to decide on.

    `same`: the organisation or the row named, which must be a candidate of each row;
    without one each row's likeliest candidate. A row that repeats another by its
    number cannot be another organisation: it is left as it is.
    """
    duplicates = rows.filter(outcome=ImportRow.Outcome.DUPLICATE)
    with transaction.atomic():
        changed = [
            row
            for row in duplicates.select_for_update().iterator(chunk_size=AT_ONCE)
            if settle(row, decision, same_as, same_as_row)
        ]
        ImportRow.objects.bulk_update(
            changed, ["decision", "same_as", "same_as_row"], batch_size=AT_ONCE
        )
    return len(changed)


def settle(
    row: ImportRow, decision: str, same_as: int | None, same_as_row: int | None
) -> bool:
    """Put a decision into a row, if it fits."""
    repeats = is_repetition(row)
    if decision == Choice.DIFFERENT and repeats:
        return False
    row.same_as_id = row.same_as_row = None
    if decision == Choice.SAME:
        chosen = find_candidate(row, same_as, same_as_row)
        if chosen is None:
            return False
        row.same_as_id, row.same_as_row = chosen["organisation"], chosen["row"]
    row.decision = decision
    return True


def is_repetition(row: ImportRow) -> bool:
    """Whether a row has the register number of an earlier row of the list."""
    return any("repeated_row" in candidate["why"] for candidate in row.candidates)


def find_candidate(
    row: ImportRow, same_as: int | None, same_as_row: int | None
) -> dict | None:
    """Return the candidate that is named, or the likeliest; None if it is none."""
    candidates: Iterable[dict] = row.candidates
    if same_as or same_as_row:
        wanted = (same_as, same_as_row)
        candidates = (
            one for one in candidates if (one["organisation"], one["row"]) == wanted
        )
    return next(iter(candidates), None)


def overwrite(rows: ImportRowQuerySet, overwrites: bool) -> int:
    """Let the list win, or not, where somebody entered something by hand."""
    return rows.with_conflicts().update(overwrites=overwrites)
