"""Whose branch an organisation is, as lists say it: by KRS number, else by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from snippets.folding import fold
from snippets.models import Note, Organisation

from .register import Register
from .results import Judgement


@dataclass(frozen=True)
class Coming:
    """The KRS numbers and names that the list itself brings: parents may follow."""

    numbers: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> "Coming":
        """Read the rows of a list that says whose branch anybody is."""
        rows = list(rows)
        if not any("parent" in values for values in rows):
            return cls(frozenset(), frozenset())
        return cls(
            frozenset(values["krs"] for values in rows if "krs" in values),
            frozenset(fold(values["name"]) for values in rows if "name" in values),
        )

    def check(self, register: Register, judgement: Judgement, key: int | None) -> None:
        """Drop a parent that nobody knows or that would be its own, and say so."""
        said = judgement.values.get("parent")
        if said is None:
            return
        parent = register.find_parent(said)
        if parent is None and self.brings(said):
            return
        own = key or -judgement.number
        if parent is not None and not is_below(register.parent_of, parent, own):
            # One way of writing it: a number and a name must not look like a change.
            judgement.values["parent"] = register.canonical(parent)
            register.parent_of[own] = parent
            return
        del judgement.values["parent"]
        code = "parent_unknown" if parent is None else "parent_circle"
        judgement.notes.append(Note(code, "parent", {"text": said}))

    def brings(self, said: str) -> bool:
        """Whether the list has a row for a parent."""
        return said in self.numbers or fold(said) in self.names


def is_below(parent_of: Mapping[int, int], key: int, top: int) -> bool:
    """Whether an organisation is another one, or one of its branches."""
    seen: set[int] = set()
    above: int | None = key
    while above is not None and above not in seen:
        if above == top:
            return True
        seen.add(above)
        above = parent_of.get(above)
    return False


def resolve_parents(said: Iterable[str]) -> dict[str, Organisation]:
    """Return the organisations that KRS numbers and names mean; two queries.

    A name that several have means none.
    """
    texts = set(said)
    if not texts:
        return {}
    folded = {fold(text): text for text in texts}
    found: dict[str, Organisation] = {}
    named: dict[str, list[Organisation]] = {}
    organisations = Organisation.objects.unmerged().order_by()
    for organisation in organisations.filter(folded_name__in=folded):
        named.setdefault(folded[organisation.folded_name], []).append(organisation)
    found.update({text: those[0] for text, those in named.items() if len(those) == 1})
    for organisation in organisations.filter(krs__in=texts).exclude(krs=""):
        found[organisation.krs] = organisation
    return found
