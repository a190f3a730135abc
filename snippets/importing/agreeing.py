"""Whether rows still come to what a person looked through and agreed to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from snippets.models import ImportBatch, ImportRow, Note

from .results import Judgement, Outcome, count_judgements

NAMED_ROWS = 50


class NotAgreedError(Exception):
    """Some rows come to something else than a person agreed to."""

    def __init__(self, judgements: Sequence[Judgement], rows: Sequence[int]) -> None:
        super().__init__()
        self.judgements = judgements
        self.counts = count_judgements(judgements)
        self.note = Note(
            "register_changed",
            params={"count": len(rows), "rows": list(rows[:NAMED_ROWS])},
        )


@dataclass(frozen=True)
class Agreement:
    """What the rows of a batch came to when they were looked through."""

    agreed: Mapping[int, tuple[Any, ...]]

    @classmethod
    def of(cls, batch: ImportBatch) -> Self:
        """Read the rows that were looked through; one query."""
        fields = (
            "number",
            "outcome",
            "decision",
            "overwrites",
            "organisation",
            "changes",
        )
        rows = ImportRow.objects.filter(batch=batch).order_by().values_list(*fields)
        return cls(
            {
                number: likeness(*seen)
                for number, *seen in rows.iterator(chunk_size=2000)
            }
        )

    def check(self, judgements: Sequence[Judgement]) -> None:
        """Raise NotAgreedError if a row comes to something else now."""
        other = [
            judgement.number
            for judgement in judgements
            if self.agreed.get(judgement.number) != likeness_of(judgement)
        ]
        if other:
            raise NotAgreedError(judgements, other)


def likeness_of(judgement: Judgement) -> tuple[Any, ...]:
    """Return what a row comes to now."""
    return likeness(
        judgement.outcome,
        judgement.decision.choice,
        judgement.decision.overwrites,
        judgement.organisation_pk,
        [change.to_json() for change in judgement.changes],
    )


def likeness(
    outcome: str,
    decision: str,
    overwrites: bool,
    organisation: int | None,
    changes: list[Any],
) -> tuple[Any, ...]:
    """Return what a person agrees to.

    Of a duplicate it is the decision itself: what it changes is known only then, but
    for what the list may write over.
    """
    if outcome == Outcome.DUPLICATE:
        return (outcome, decision, changes if overwrites else None)
    return (outcome, organisation, changes)
