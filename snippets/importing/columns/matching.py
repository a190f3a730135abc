"""Columns to fields: what is proposed, what a saved mapping says, what is wrong."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from snippets.folding import fold
from snippets.importing.fields import FIELDS, SECTION
from snippets.importing.values import reads_as_legal_form
from snippets.models.importing import Note

from .headings import EXACT, LOOSE, read_heading
from .personal import is_personal_heading

# Under this key a saved mapping keeps the field of the section headings: no folded
# heading has a stroke.
SECTION_KEY = "/section"


class ListColumn(Protocol):
    """What is asked of a column; `layout.Column` has it."""

    @property
    def index(self) -> int: ...
    @property
    def heading(self) -> str: ...
    @property
    def parts(self) -> tuple[str, ...]: ...
    @property
    def filled(self) -> int: ...


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column and the field it is read into; a blank field: it is left out."""

    index: int
    heading: str
    field: str = ""
    is_personal: bool = False

    @property
    def saved_key(self) -> str:
        """Return under what a mapping keeps the choice."""
        return SECTION_KEY if self.index == SECTION else fold(self.heading)


@dataclass(frozen=True, slots=True)
class _Proposal:
    choice: ColumnChoice
    doubt: int
    filled: int

    @property
    def rank(self) -> tuple[int, int]:
        return self.doubt, -self.filled


def match_columns(
    columns: Sequence[ListColumn],
    *,
    sections: Iterable[str] = (),
    saved: Mapping[str, str] | None = None,
) -> list[ColumnChoice]:
    """Propose a field for each column; of two for one field the better is taken.

    A saved mapping decides on the headings that it has, also on those with personal
    data. The section headings come last, when the list has any.
    """
    saved = saved or {}
    proposals = [_propose(column, saved) for column in columns]
    best: dict[str, _Proposal] = {}
    for proposal in sorted(proposals, key=lambda proposal: proposal.rank):
        best.setdefault(proposal.choice.field, proposal)
    choices = [
        proposal.choice
        if best[proposal.choice.field] is proposal
        else replace(proposal.choice, field="")
        for proposal in proposals
    ]
    if sections := tuple(sections):
        choices.append(_section_choice(sections, choices, saved))
    return choices


def as_saved(choices: Iterable[ColumnChoice]) -> dict[str, str]:
    """Return choices as a mapping keeps them; of two like headings the one read."""
    saved: dict[str, str] = {}
    for choice in choices:
        if choice.saved_key:
            saved[choice.saved_key] = saved.get(choice.saved_key) or choice.field
    return saved


def misfits(saved: Mapping[str, str], columns: Iterable[ListColumn]) -> list[str]:
    """Return the folded headings that a mapping reads and the list lacks."""
    present = {fold(column.heading) for column in columns} | {SECTION_KEY}
    return [heading for heading, key in saved.items() if key and heading not in present]


def problems_of(choices: Iterable[ColumnChoice]) -> list[Note]:
    """Return why a list cannot be read with these choices."""
    headings: dict[str, list[str]] = defaultdict(list)
    for choice in choices:
        if choice.field:
            headings[choice.field].append(choice.heading)
    problems = [] if "name" in headings else [Note("no_name_column", "name")]
    problems += [
        Note("field_twice", key, {"headings": ", ".join(found)})
        for key, found in headings.items()
        if len(found) > 1
    ]
    return problems


def _propose(column: ListColumn, saved: Mapping[str, str]) -> _Proposal:
    heading = column.heading
    folded = fold(heading)
    is_personal = is_personal_heading(folded)
    if folded and folded in saved:
        key = saved[folded] if saved[folded] in FIELDS else ""
        is_personal = is_personal or bool(key and FIELDS[key].is_private)
        choice = ColumnChoice(column.index, heading, key, is_personal)
        return _Proposal(choice, EXACT - 1, column.filled)
    key, doubt = _named(column)
    if key and FIELDS[key].is_private:
        is_personal = True
    choice = ColumnChoice(
        column.index, heading, "" if is_personal else key, is_personal
    )
    return _Proposal(choice, doubt, column.filled)


def _named(column: ListColumn) -> tuple[str, int]:
    """The field that the last row of the heading names, else the whole of it."""
    last = column.parts[-1] if column.parts else column.heading
    key, doubt = read_heading(last) or read_heading(column.heading) or ("", LOOSE)
    # „Adres korespondencyjny / Ulica”: the seat, if the list has it, comes first.
    is_seat = "korespond" not in fold(column.heading)
    return key, doubt if is_seat else LOOSE + 1


def _section_choice(
    sections: Sequence[str], choices: Iterable[ColumnChoice], saved: Mapping[str, str]
) -> ColumnChoice:
    key = saved.get(SECTION_KEY)
    if key is None:
        is_free = all(choice.field != "legal_form" for choice in choices)
        forms = sum(map(reads_as_legal_form, sections))
        are_forms = 2 * forms > len(sections)
        key = "legal_form" if is_free and are_forms else ""
    return ColumnChoice(SECTION, "", key if key in FIELDS else "")
