"""A draft's raw body as a tree that can be looked up and changed: pure."""

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pages.programmes.clauses import ClauseKind, RawBlock, read_clauses

LEAVES = frozenset({ClauseKind.TASK, ClauseKind.PROVISION})
# What may stand in what; "" is the text itself (pages.programmes.blocks).
MAY_HOLD: dict[str, frozenset[ClauseKind]] = {
    ClauseKind.CATEGORY: LEAVES,
    ClauseKind.AREA: LEAVES | {ClauseKind.CATEGORY},
    ClauseKind.CHAPTER: LEAVES | {ClauseKind.GOAL, ClauseKind.AREA},
    "": LEAVES | {ClauseKind.GOAL, ClauseKind.AREA, ClauseKind.CHAPTER},
}


@dataclass(frozen=True)
class Place:
    """A position in a list of blocks, and the kind of what holds the list."""

    blocks: list[RawBlock]
    position: int
    holder: str = ""

    def takes(self, kind: str) -> bool:
        """Whether a clause of that kind may stand here."""
        return kind in MAY_HOLD.get(self.holder, frozenset())


class Tree:
    """A copy of a body; `numbers` are the labels of its clauses at the start."""

    def __init__(self, body: Sequence[RawBlock]) -> None:
        self.body = copy.deepcopy(list(body))
        self.numbers = {node.uid: node.number for node in read_clauses(self.body)}

    def find(self, uid: str) -> RawBlock | None:
        """Return the block of a clause."""
        place = self.place_of(uid)
        return place.blocks[place.position] if place else None

    def place_of(self, uid: str) -> Place | None:
        """Return where a clause stands."""
        return _find(self.body, uid, "")

    def place_for(self, *, after: str = "", parent: str = "") -> Place | None:
        """Return the place behind a clause, else at the end of a group or the text."""
        if after:
            found = self.place_of(after)
            return found and Place(found.blocks, found.position + 1, found.holder)
        if not parent:
            return Place(self.body, len(self.body))
        group = self.find(parent)
        if group is None or "clauses" not in group["value"]:
            return None
        inner: list[RawBlock] = group["value"]["clauses"]
        return Place(inner, len(inner), group["type"])

    def take(self, uid: str) -> RawBlock:
        """Take a block out, with all it holds."""
        place = self.place_of(uid)
        if place is None:
            raise KeyError(uid)
        return place.blocks.pop(place.position)


def walk(blocks: Iterable[RawBlock] | None) -> Iterator[tuple[str, RawBlock]]:
    """Yield uid and block of all clauses, those that hold others first."""
    for block in blocks or ():
        yield str(block["id"]), block
        yield from walk(block["value"].get("clauses"))


def _find(blocks: list[RawBlock], uid: str, holder: str) -> Place | None:
    for position, block in enumerate(blocks):
        if str(block["id"]) == uid:
            return Place(blocks, position, holder)
        found = _find(block["value"].get("clauses") or [], uid, block["type"])
        if found:
            return found
    return None
