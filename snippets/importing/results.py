"""What the rows of a list came to: of django-import-export's results, in our words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from import_export.results import Result, RowResult

from snippets.models import ImportRow, Note, Organisation

from .layout import Record
from .register import is_numberless

Outcome = ImportRow.Outcome
Choice = ImportRow.Decision


@dataclass(frozen=True, slots=True)
class Change:
    """A field that a list would change; `is_by_hand`: somebody entered what is held."""

    field: str
    old: Any
    new: Any
    is_by_hand: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "field": self.field,
            "old": self.old,
            "new": self.new,
            "is_by_hand": self.is_by_hand,
        }


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on a row; as it is when nobody has decided anything."""

    choice: str = ""
    same_as: int | None = None
    same_as_row: int | None = None
    overwrites: bool = False


@dataclass(slots=True)
class Judgement:
    """What a row comes to; nothing is written yet.

    `organisation` is whom the row is about, in memory only while it may be written;
    `changes` are what the row would change there, `taken` those that it does change. A
    new organisation has values and no changes.
    """

    record: Record
    outcome: str
    values: dict[str, Any]
    notes: list[Note] = field(default_factory=list)
    organisation_pk: int | None = None
    organisation: Organisation | None = None
    is_new: bool = False
    changes: list[Change] = field(default_factory=list)
    candidates: list[dict[str, Any]] = field(default_factory=list)
    decision: Decision = Decision()
    # The row of the same list that this one repeats, and whose organisation it joins.
    same_as_row: int | None = None

    @property
    def number(self) -> int:
        """The number of the row, as people count them in the file."""
        return self.record.number

    @property
    def name(self) -> str:
        return str(self.values.get("name", ""))

    @property
    def taken(self) -> list[Change]:
        """The changes that are made: by hand entered values stay unless asked."""
        return [
            change
            for change in self.changes
            if not change.is_by_hand or self.decision.overwrites
        ]

    @property
    def is_undecided(self) -> bool:
        return self.outcome == Outcome.DUPLICATE and not self.decision.choice

    @property
    def is_accepted(self) -> bool:
        """Whether something is written; be it only what the list says."""
        if self.outcome != Outcome.DUPLICATE:
            return self.is_new or bool(self.changes)
        # A name that a person has recognised is remembered for the next list.
        is_recognised = self.organisation is not None and is_numberless(self.values)
        if self.decision.choice == Choice.SAME:
            return bool(self.changes) or is_recognised
        return self.is_new


class ListRowResult(RowResult):
    """The result of a row, with what it came to; light, since lists are long."""

    judgement: Judgement
    validation_error = None
    diff = None
    import_type = None
    row_values: Mapping[str, Any] = MappingProxyType({})
    object_id = None
    object_repr = None
    instance = None
    original = None

    def __init__(self) -> None:
        self.errors: list[Any] = []

    def add_instance_info(self, instance: Any) -> None:
        """Name nothing here: the judgement says whom the row is about."""


class ListResult(Result):
    """The result of a list: rows with outcomes, and their counts."""

    def judgements(self) -> Iterable[Judgement]:
        """Return what each row came to, in the order of the list."""
        return (row.judgement for row in self.rows)

    def counts(self) -> dict[str, Any]:
        """Count outcomes, notes and decisions, by the names that reports use."""
        return count_judgements(self.judgements())


def count_judgements(judgements: Iterable[Judgement]) -> dict[str, Any]:
    """Return the count of each outcome, of what waits for a person, of each note."""
    counts = Counter(dict.fromkeys(Outcome.values, 0))
    notes: Counter[str] = Counter()
    for judgement in judgements:
        counts[judgement.outcome] += 1
        counts["undecided"] += judgement.is_undecided
        counts["conflicts"] += any(one.is_by_hand for one in judgement.changes)
        counts["noted"] += bool(judgement.notes)
        notes.update({note.code for note in judgement.notes})
    return {**counts, "notes": dict(notes)}
