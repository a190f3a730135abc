"""Keeps what came of each row of a list, for people to look through and decide on."""

from collections.abc import Iterable, Mapping, Sequence

from snippets.models import ImportBatch, ImportRow

from .cells import read_cell
from .fields import SECTION
from .parts import create_in_parts
from .reading import column_letter
from .results import Judgement
from .targets import Written
from .values import hide_personal_numbers

NAME_LENGTH = 255


def keep_rows(
    batch: ImportBatch, judgements: Sequence[Judgement], written: Iterable[Written] = ()
) -> None:
    """Keep the rows of a batch in place of those kept before.

    To be called in a transaction. `written` says what the rows have changed, if they
    have.
    """
    written_of = {one.judgement.number: one for one in written}
    headings = {
        column["index"]: column["heading"] or column_letter(column["index"])
        for column in batch.columns
        if column["field"] and column["index"] != SECTION
    }
    ImportRow.objects.filter(batch=batch).delete()
    create_in_parts(
        ImportRow,
        (kept_row(batch, judgement, written_of, headings) for judgement in judgements),
    )


def kept_row(
    batch: ImportBatch,
    judgement: Judgement,
    written_of: Mapping[int, Written],
    headings: dict[int, str],
) -> ImportRow:
    """Return what is kept of a row."""
    written = written_of.get(judgement.number)
    organisation = judgement.organisation_pk
    # A row that says the same again is about whom the earlier one has become.
    if source := written or written_of.get(judgement.same_as_row or 0):
        organisation = source.target.pk
    decision = judgement.decision
    return ImportRow(
        batch=batch,
        number=judgement.number,
        name=judgement.name[:NAME_LENGTH],
        section=judgement.record.section[:NAME_LENGTH],
        raw={
            heading: hide_personal_numbers(read_cell(judgement.record, index))
            for index, heading in headings.items()
        },
        outcome=judgement.outcome,
        organisation_id=organisation,
        changes=[change.to_json() for change in judgement.changes],
        candidates=judgement.candidates,
        notes=[note.to_json() for note in judgement.notes],
        has_notes=bool(judgement.notes),
        has_conflicts=any(change.is_by_hand for change in judgement.changes),
        decision=decision.choice,
        same_as_id=decision.same_as,
        same_as_row=decision.same_as_row or judgement.same_as_row,
        overwrites=decision.overwrites,
        before=written.before if written else {},
        after=written.after if written else {},
        is_applied=written is not None,
    )
