"""Judges rows: whom each is about, what it would change, what a person must decide.

Who is who goes by the KRS number, else REGON, else the number in another register; the
lists that this register gives out also say which of its entries they mean. A name alone
never decides: rows that are like an organisation are put to a person, whose
answer is remembered for the next list. NIP is only a hint: branches share it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from snippets.models import Note

from .comparing import compare, differences
from .layout import REFUSING, Record
from .matching import Candidate
from .parents import Coming
from .register import Loader, Register, is_numberless, listed_name, other_number
from .results import Choice, Decision, Judgement, Outcome
from .values import Cleaned

UNDECIDED = Decision()


class Judge:
    """Judges the rows of one list in their order; nothing is written."""

    def __init__(
        self,
        register: Register,
        loader: Loader,
        decisions: Mapping[int, Decision],
        coming: Coming,
    ) -> None:
        self.register = register
        self.loader = loader
        self.decisions = decisions
        self.coming = coming
        # The rows that new organisations come of, and those about known ones.
        self.new: dict[int, Judgement] = {}
        self.about: dict[int, Judgement] = {}

    def judge(self, record: Record, cleaned: Cleaned) -> Judgement:
        """Return what a row comes to."""
        judgement = Judgement(
            record,
            Outcome.REFUSED,
            cleaned.values,
            notes=[*record.notes, *cleaned.notes],
            decision=self.decisions.get(record.number, UNDECIDED),
        )
        if cleaned.is_refused or any(note.code in REFUSING for note in record.notes):
            return judgement
        key = identify(self.register, judgement)
        judgement.values.pop("slug", None)
        self.coming.check(self.register, judgement, key)
        earlier = self.earlier(key)
        if earlier is not None:
            self.repeat(judgement, earlier)
        elif key is not None:
            judgement.outcome = Outcome.UNCHANGED
            self.match(judgement, key)
            if judgement.changes:
                judgement.outcome = Outcome.CHANGED
        elif candidates := self.register.find_names(judgement.values):
            self.ask(judgement, candidates)
        else:
            judgement.outcome = Outcome.NEW
            self.open_new(judgement)
        return judgement

    def earlier(self, key: int | None) -> Judgement | None:
        """Return the row of this list that has settled whom a key means."""
        if key is None:
            return None
        return self.new.get(-key) if key < 0 else self.about.get(key)

    def match(self, judgement: Judgement, pk: int) -> None:
        """Take a row to be about an organisation of the register."""
        organisation = self.loader.get(pk)
        judgement.organisation_pk, judgement.organisation = pk, organisation
        judgement.changes, kept = compare(organisation, judgement.values)
        judgement.notes += [Note("kept_by_hand", field) for field in kept]
        self.about[pk] = judgement
        self.register.learn(pk, judgement.values)

    def open_new(self, judgement: Judgement) -> None:
        """Take a row to be about an organisation that is not in the register yet."""
        judgement.is_new = True
        self.new[judgement.number] = judgement
        self.register.add_row(judgement.number, judgement.values)

    def repeat(self, judgement: Judgement, earlier: Judgement) -> None:
        """Take a row to be about the organisation of an earlier row of the list."""
        judgement.outcome = Outcome.DUPLICATE
        self.join_row(judgement, earlier)
        judgement.candidates = [repeated(earlier)]
        params = {"row": earlier.number}
        if not judgement.changes:
            # Nothing to decide: it says the same again.
            judgement.decision = Decision(Choice.SAME, same_as_row=earlier.number)
            judgement.notes.append(Note("repeated_row", params=params))
            return
        judgement.notes += [
            Note("repeated_row_differs", change.field, params)
            for change in judgement.changes
        ]
        if judgement.decision.choice == Choice.DIFFERENT:
            # One number cannot be that of two organisations.
            judgement.decision = UNDECIDED

    def ask(self, judgement: Judgement, candidates: Sequence[Candidate]) -> None:
        """Put a row to a person, or do what the person has said."""
        judgement.outcome = Outcome.DUPLICATE
        judgement.candidates = [
            self.described(candidate.key, candidate.score, candidate.why)
            for candidate in candidates
        ]
        decision = judgement.decision
        if decision.choice == Choice.DIFFERENT:
            self.open_new(judgement)
        elif decision.choice == Choice.SAME:
            self.join(judgement, decision)

    def join(self, judgement: Judgement, decision: Decision) -> None:
        """Take a row to be about whom a person has named, if that still can be."""
        key = decision.same_as or -(decision.same_as_row or 0)
        offered = {one["organisation"] or -one["row"] for one in judgement.candidates}
        krs = judgement.values.get("krs", "")
        if key not in offered or not self.register.may_hold(key, krs):
            judgement.decision = UNDECIDED
            judgement.notes.append(Note("candidate_gone"))
            return
        earlier = self.earlier(key)
        if earlier is None:
            self.match(judgement, key)
            return
        self.join_row(judgement, earlier)
        if judgement.organisation_pk and judgement.organisation is None:
            judgement.organisation = self.loader.get(judgement.organisation_pk)

    def join_row(self, judgement: Judgement, earlier: Judgement) -> None:
        """Take a row to be about the organisation of an earlier one."""
        judgement.same_as_row = earlier.number
        pk = judgement.organisation_pk = earlier.organisation_pk
        changes = differences(earlier.values, judgement.values)
        if changes and pk:
            judgement.organisation = earlier.organisation or self.loader.get(pk)
            differing = {change.field: change.new for change in changes}
            changes, _kept = compare(judgement.organisation, differing)
        judgement.changes = changes
        self.register.learn(pk or -earlier.number, judgement.values)

    def described(self, key: int, score: int, why: Sequence[str]) -> dict[str, Any]:
        """Return a candidate as the preview shows it."""
        return {
            "organisation": key if key > 0 else None,
            "row": -key if key < 0 else None,
            **self.register.describe(key),
            "score": score,
            "why": list(why),
        }


def repeated(earlier: Judgement) -> dict[str, Any]:
    """Return the earlier row that another one repeats, as the preview shows it."""
    values = earlier.values
    return {
        "organisation": None,
        "row": earlier.number,
        "name": earlier.name,
        "city": values.get("city", ""),
        "krs": values.get("krs", ""),
        "score": 100,
        "why": ["repeated_row"],
    }


def identify(register: Register, judgement: Judgement) -> int | None:
    """Return whom the numbers of a row mean; drop a REGON that another one has."""
    values = judgement.values
    key, holder = find_numbers(register, values)
    if holder is not None and holder != key:
        params = {"name": register.describe(holder)["name"]}
        judgement.notes.append(Note("regon_taken", "regon", params))
        del values["regon"]
    if key is None and is_numberless(values):
        key = register.by_listed_name.get(listed_name(values))
    return key


def find_numbers(
    register: Register, values: Mapping[str, Any]
) -> tuple[int | None, int | None]:
    """Return whom the numbers mean, and who has the REGON.

    They differ if the REGON is that of another organisation: one with another KRS.
    """
    krs = values.get("krs", "")
    key = register.by_krs.get(krs)
    holder = register.by_regon.get(values.get("regon", ""))
    if key is None and holder is not None and register.may_hold(holder, krs):
        key = holder
    number = other_number(values)
    if key is None and number is not None:
        other = register.by_other_number.get(number)
        if other is not None and register.may_be_both(other, values):
            key = other
    if key is None and (slug := values.get("slug")):
        entry = register.by_slug.get(slug)
        if entry is not None and register.may_hold(entry, krs):
            key = entry
    return key, holder
