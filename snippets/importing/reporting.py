"""Describes what became of a list, for machines."""

from typing import Any

from snippets.models import ImportBatch, Note

from .fields import FIELDS
from .layout import Content
from .results import Change, Judgement, ListResult, Outcome
from .wording import word


def describe(
    batch: ImportBatch, content: Content, result: ListResult
) -> dict[str, Any]:
    """Return counts, how the file was read, and each row with errors and warnings.

    `duplicates` counts rows that are probably or certainly about an organisation of
    the register or of an earlier row; `undecided` those of them that wait for a person.
    """
    counts = result.counts()
    return {
        "new": counts[Outcome.NEW],
        "changed": counts[Outcome.CHANGED],
        "unchanged": counts[Outcome.UNCHANGED],
        "duplicates": counts[Outcome.DUPLICATE],
        "refused": counts[Outcome.REFUSED],
        "undecided": counts["undecided"],
        "notes": counts["notes"],
        "file": {
            "kind": batch.kind,
            "encoding": batch.encoding,
            "separator": batch.separator,
            "sheet": batch.sheet,
            "columns": {column["heading"]: column["field"] for column in batch.columns},
            "sections": content.sections,
            "blank_rows": content.blank_rows,
        },
        "rows": [describe_row(judgement) for judgement in result.judgements()],
    }


def describe_row(judgement: Judgement) -> dict[str, Any]:
    """Return a row: what it came to, its errors, and its warnings."""
    notes = [describe_note(note) for note in judgement.notes]
    is_refused = judgement.outcome == Outcome.REFUSED
    errors = notes if is_refused else []
    if judgement.is_undecided:
        errors = [describe_note(Note("undecided"))]
    row: dict[str, Any] = {
        "row": judgement.number,
        "outcome": judgement.outcome,
        "name": judgement.name,
        "krs": judgement.values.get("krs", ""),
        "errors": errors,
        "warnings": [] if is_refused else notes,
    }
    if judgement.changes:
        row["changes"] = [describe_change(change) for change in judgement.changes]
    if judgement.candidates:
        row["candidates"] = judgement.candidates
    return row


def describe_change(change: Change) -> dict[str, Any]:
    """Return a change; of a private field only that there is one."""
    if FIELDS[change.field].is_private:
        return {"field": change.field, "is_by_hand": change.is_by_hand}
    return change.to_json()


def describe_note(note: Note) -> dict[str, Any]:
    """Return a note with its text in the active language."""
    return {"code": note.code, "field": note.field, "text": word(note)}
