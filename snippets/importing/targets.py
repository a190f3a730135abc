"""The organisations that a list writes into, and what each row gives them."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from snippets.folding import fold
from snippets.models import Organisation

from .held import ADDED_TO, default_value, held_value
from .register import is_numberless, listed_name
from .results import Change, Judgement

DATES = frozenset(("opp_since", "verified_at"))
# Beside the fields of a before-image: what lists had said until then.
LISTED = "_listed"


@dataclass(slots=True)
class Target:
    """An organisation that rows write into, with what they add beyond its columns.

    `organisation` is in memory only if the register has it already; a new one is made
    when it is stored, and only its key is kept: lists are long. It is read again, and
    locked, before it is written.
    """

    pk: int | None
    name: str
    organisation: Organisation | None = None
    columns: dict[str, Any] = field(default_factory=dict)
    aliases: list[str] = field(default_factory=list)
    persons: list[dict[str, str]] = field(default_factory=list)
    spheres: list[str] | None = None
    parent: str | None = None
    said: dict[str, Any] = field(default_factory=dict)
    # Folded [name, town] of its rows that have no number.
    names: list[list[str]] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        return self.organisation is None

    @property
    def key(self) -> int:
        """The key of the organisation, once it is stored."""
        if self.pk is None:
            raise LookupError(self.name)
        return self.pk

    def take(self, name: str, old: Any, new: Any) -> None:
        """Take what a row gives to a field."""
        if name == "aliases":
            self.aliases += missing_names(old, new)
        elif name == "contact_persons":
            self.persons += [person for person in new if person not in old]
        elif name == "spheres":
            self.spheres = new
        elif name == "parent":
            self.parent = new
        else:
            self.columns[name] = column_value(name, new)

    def apply(self) -> Organisation:
        """Return the organisation with the columns that rows give it."""
        organisation = self.organisation or Organisation()
        for name, value in self.columns.items():
            setattr(organisation, name, value)
        return organisation


@dataclass(frozen=True, slots=True)
class Written:
    """What a row wrote: the target, and the fields before and after.

    A parent stands there by its key, which outlasts its name.
    """

    judgement: Judgement
    target: Target
    before: dict[str, Any]
    after: dict[str, Any]


class Targets:
    """The targets of the accepted rows of a list, each organisation once."""

    def __init__(self, accepted: Iterable[Judgement]) -> None:
        self.by_row: dict[int, Target] = {}
        self.by_pk: dict[int, Target] = {}
        self.written = [self.write(judgement) for judgement in accepted]

    @property
    def all(self) -> Sequence[Target]:
        return [*self.by_pk.values(), *self.by_row.values()]

    @property
    def new(self) -> Sequence[Target]:
        return [*self.by_row.values()]

    def find(self, judgement: Judgement) -> Target:
        """Return the target of a row, opened at need."""
        if judgement.is_new:
            target = Target(None, judgement.name)
            return self.by_row.setdefault(judgement.number, target)
        organisation = judgement.organisation
        if organisation is not None:
            target = Target(organisation.pk, organisation.name, organisation)
            return self.by_pk.setdefault(organisation.pk, target)
        return self.by_row[judgement.same_as_row or 0]

    def write(self, judgement: Judgement) -> Written:
        """Give a row's values to its target; return what is to be kept of it."""
        target = self.find(judgement)
        if is_numberless(judgement.values):
            target.names.append(list(listed_name(judgement.values)))
        if judgement.is_new:
            target.said = judgement.values
            for name, said in judgement.values.items():
                target.take(name, default_value(name), said)
            after = {**judgement.values} if target.parent else judgement.values
            return Written(judgement, target, {}, after)
        target.said = {**target.said, **judgement.values}
        before = before_image(target.organisation, judgement.taken)
        after = {}
        for change in judgement.taken:
            target.take(change.field, change.old, change.new)
            after[change.field] = after_value(change)
        if "name" in after:
            keep_old_name(target, before, after)
        return Written(judgement, target, before, after)


def column_value(name: str, value: Any) -> Any:
    """Return a value of a list as its column stores it."""
    return datetime.date.fromisoformat(value) if name in DATES else value


def before_image(
    organisation: Organisation | None, changes: Iterable[Change]
) -> dict[str, Any]:
    """Return what is to be put back if the import is undone."""
    image = {change.field: change.old for change in changes}
    if "parent" in image:
        image["parent"] = organisation.parent_id if organisation else None
    listed = getattr(organisation, "imported_values", None) if organisation else None
    image[LISTED] = {"values": listed.values, "names": listed.names} if listed else None
    return image


def after_value(change: Change) -> Any:
    """Return what a field holds after a change."""
    if change.field == "aliases":
        return [*change.old, *missing_names(change.old, change.new)]
    if change.field in ADDED_TO:
        return [*change.old, *(one for one in change.new if one not in change.old)]
    return change.new


def keep_old_name(
    target: Target, before: dict[str, Any], after: dict[str, Any]
) -> None:
    """Let people find the organisation by the name it had until now."""
    held = held_value(target.organisation, "aliases") if target.organisation else []
    old = before.setdefault("aliases", held)
    names = after.setdefault("aliases", list(old))
    added = missing_names(names, [before["name"]])
    target.aliases += added
    names += added


def missing_names(held: Iterable[str], said: Iterable[str]) -> list[str]:
    """Return the names said that are not held yet, each once."""
    seen = {fold(name) for name in held}
    missing = []
    for name in said:
        if fold(name) not in seen:
            seen.add(fold(name))
            missing.append(name)
    return missing
