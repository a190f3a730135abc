"""The rows of a list as a person reads them: fields by their labels, notes in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from snippets.importing.fields import FIELDS
from snippets.importing.values import say
from snippets.importing.wording import word, word_why
from snippets.models import ImportRow, Organisation

from .base import NAMESPACE

Outcome, Decision = ImportRow.Outcome, ImportRow.Decision
LONGEST_CELL = 200
PRIMARY = frozenset((Outcome.DUPLICATE, Outcome.REFUSED))


@dataclass(frozen=True)
class ShownChange:
    """A field: what is held, and what the list says."""

    label: str
    old: str
    new: str
    is_by_hand: bool


@dataclass(frozen=True)
class ShownCandidate:
    """Whom a row may be about; `choice` is what a form sends for it."""

    name: str
    facts: str
    why: str
    score: int
    choice: str
    url: str = ""


@dataclass(frozen=True)
class Choice:
    """One of the answers to what a row is."""

    value: str
    label: str
    is_chosen: bool
    candidate: ShownCandidate | None = None


@dataclass(frozen=True)
class ShownRow:
    """A row of a list with all that its page says of it."""

    row: ImportRow
    values: list[tuple[str, str]]
    changes: list[ShownChange]
    notes: list[str]
    choices: list[Choice]
    organisation_url: str = ""

    @property
    def is_primary(self) -> bool:
        """Whether the outcome stands out: somebody has to do something."""
        return self.row.outcome in PRIMARY

    @property
    def is_decided(self) -> bool:
        return self.row.outcome == Outcome.DUPLICATE and bool(self.row.decision)


def show_rows(rows: Iterable[ImportRow]) -> list[ShownRow]:
    """Return rows ready to be printed; one query for all of their organisations."""
    rows = list(rows)
    keys = {key for row in rows for key in organisation_keys(row)}
    here = set(Organisation.objects.filter(pk__in=keys).values_list("pk", flat=True))
    return [show_row(row, here) for row in rows]


def organisation_keys(row: ImportRow) -> set[int]:
    """Return the organisations that a row speaks of."""
    keys = {candidate["organisation"] for candidate in row.candidates}
    return {key for key in (*keys, row.organisation_id) if key}


def show_row(row: ImportRow, here: set[int]) -> ShownRow:
    """Return a row ready to be printed; organisations that are gone get no link."""
    candidates = [show_candidate(candidate, here) for candidate in row.candidates]
    return ShownRow(
        row=row,
        values=[] if row.changes else show_cells(row),
        changes=[show_change(change) for change in row.changes],
        notes=[capfirst(word(note)) for note in row.noted],
        choices=choices_of(row, candidates),
        organisation_url=inspect_url(row.organisation_id, here),
    )


def inspect_url(pk: int | None, here: set[int]) -> str:
    """Return the page about an organisation in the admin, if there still is one."""
    return reverse(f"{NAMESPACE}:inspect", args=[pk]) if pk in here else ""


def show_cells(row: ImportRow) -> list[tuple[str, str]]:
    """Return headings with what the list says under them, but for name and section."""
    shown_elsewhere = {"", row.name, row.section}
    cells = ((heading, " ".join(text.split())) for heading, text in row.raw.items())
    return [
        (heading, shorten(text))
        for heading, text in cells
        if text not in shown_elsewhere
    ]


def show_change(change: dict[str, Any]) -> ShownChange:
    """Return a change with the label of its field, and both values in words."""
    field = FIELDS.get(change["field"])
    return ShownChange(
        label=capfirst(str(field.label)) if field else change["field"],
        old=shorten(say(change["field"], change["old"])),
        new=shorten(say(change["field"], change["new"])),
        is_by_hand=change["is_by_hand"],
    )


def show_candidate(candidate: dict[str, Any], here: set[int]) -> ShownCandidate:
    """Return a candidate with what tells it apart, and why it is one."""
    krs = candidate.get("krs")
    facts = [candidate["city"], _("KRS %(number)s") % {"number": krs} if krs else ""]
    if candidate["row"]:
        facts.append(_("row %(n)s of this list") % {"n": candidate["row"]})
    return ShownCandidate(
        name=candidate["name"],
        facts=", ".join(fact for fact in facts if fact),
        why=", ".join(word_why(code) for code in candidate["why"]),
        score=candidate["score"],
        choice=choice_of(candidate["organisation"], candidate["row"]),
        url=inspect_url(candidate["organisation"], here),
    )


def choice_of(organisation: int | None, row: int | None) -> str:
    """Return what a form sends when a row is the same as an organisation or a row."""
    return f"row-{row}" if row else f"same-{organisation}"


def choices_of(row: ImportRow, candidates: list[ShownCandidate]) -> list[Choice]:
    """Return the answers that a probable duplicate may get."""
    if row.outcome != Outcome.DUPLICATE:
        return []
    chosen: str = row.decision
    if row.decision == Decision.SAME:
        chosen = choice_of(row.same_as_id, row.same_as_row)
    answers: list[tuple[str, str, ShownCandidate | None]] = [
        (one.choice, _("the same as %(name)s") % {"name": one.name}, one)
        for one in candidates
    ]
    if not is_repeated(row):
        answers.append((Decision.DIFFERENT, _("another one: add it as new"), None))
    answers += [
        (Decision.SKIP, _("skip the row"), None),
        (Decision.NONE, _("decide later"), None),
    ]
    return [
        Choice(str(value), label, value == chosen, candidate)
        for value, label, candidate in answers
    ]


def is_repeated(row: ImportRow) -> bool:
    """Whether a row has the number of an earlier one: then it cannot be another."""
    return any("repeated_row" in candidate["why"] for candidate in row.candidates)


def shorten(text: str) -> str:
    """Return a text that a cell has room for."""
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]}…"
