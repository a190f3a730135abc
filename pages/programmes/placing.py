"""Puts pasted paragraphs into a draft's raw body: pure, without Django.

What a person decided of each paragraph is done, and nothing else: a clause that is
the same keeps its uid, and what nothing is said of stays where it is.
"""

import copy
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from .clauses import HEADINGS, ClauseKind, RawBlock
from .decisions import Decision, PlacingError, Problem, Relation, check_decisions
from .matching import is_same_text

LEAVES = frozenset({ClauseKind.TASK, ClauseKind.PROVISION})
# What may stand in what; "" is the text itself (pages.programmes.blocks).
MAY_HOLD: dict[str, frozenset[ClauseKind]] = {
    ClauseKind.CATEGORY: LEAVES,
    ClauseKind.AREA: LEAVES,
    ClauseKind.CHAPTER: LEAVES | {ClauseKind.GOAL},
    "": LEAVES | {ClauseKind.GOAL},
}


@dataclass
class Placed:
    """The new body; the uid of each paragraph; (old, new) clauses with the kind."""

    body: list[RawBlock]
    uids: list[str] = field(default_factory=list)
    successions: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass
class Spot:
    """A block, the list it stands in, and the uid and kind of what holds that."""

    block: RawBlock
    blocks: list[RawBlock]
    holder: str = ""
    holder_kind: str = ""

    @property
    def index(self) -> int:
        """Where in its list the block stands now, -1 if it was taken out."""
        places = (n for n, block in enumerate(self.blocks) if block is self.block)
        return next(places, -1)

    def takes(self, kind: str) -> bool:
        """Whether a clause of that kind may stand beside the block."""
        return kind in MAY_HOLD.get(self.holder_kind, frozenset())

    def beside(self, block: RawBlock) -> "Spot":
        """Return the spot of another block in the same list."""
        return Spot(block, self.blocks, self.holder, self.holder_kind)


def place_paragraphs(
    body: Sequence[RawBlock],
    decisions: Sequence[Decision],
    *,
    group: str = "",
    removed: Mapping[str, int | None] | None = None,
) -> Placed:
    """Return a copy of the body with the paragraphs in it.

    They come into a chapter, area or category, or into the text where `group` is
    empty. `removed` are clauses to take out, each with the place of the paragraph it
    is merged into, if any. Raises PlacingError where decisions are at odds.
    """
    placing = _Placing(body, group)
    kinds = {uid: spot.block["type"] for uid, spot in placing.spots.items()}
    check_decisions(decisions, removed or {}, kinds)
    for place, decision in enumerate(decisions):
        placing.anchor(place, decision)
    placing.keep_in_order()
    for place, decision in enumerate(decisions):
        placing.put(place, decision)
    placing.remove(removed or {})
    return Placed(placing.body, placing.uids, placing.successions)


class _Placing:
    """Works on a copy of a body.

    Clauses that are pasted in the order they have stay where they are; the others
    come behind the paragraph before them, as new ones do.
    """

    def __init__(self, body: Sequence[RawBlock], group: str) -> None:
        self.body = copy.deepcopy(list(body))
        self.spots = {str(spot.block["id"]): spot for spot in _spots(self.body)}
        home = self.spots.get(group)
        if group and (home is None or home.block["type"] not in HEADINGS):
            raise PlacingError(Problem.GONE, group)
        self.home = _inside(home) if home else Spot({}, self.body)
        held = _spots(self.home.blocks, self.home.holder, self.home.holder_kind)
        self.order = {str(spot.block["id"]): n for n, spot in enumerate(held)}
        self.anchors: dict[str, int] = {}
        self.kept: list[str] = []
        self.cursor: Spot | None = None
        self.uids: list[str] = []
        self.gone: dict[str, None] = {}
        self.successions: dict[tuple[str, str], str] = {}

    def anchor(self, place: int, decision: Decision) -> None:
        """Note the paragraph that takes the place of a clause; the first one does."""
        uid = decision.uid
        if not uid or uid not in self.order or decision.relation is Relation.SPLIT:
            return
        if self.spots[uid].block["type"] not in HEADINGS:
            self.anchors.setdefault(uid, place)

    def keep_in_order(self) -> None:
        """Find the clauses that need not move."""
        uids = sorted(self.anchors, key=self.anchors.__getitem__)
        rising = _longest_rising([self.order[uid] for uid in uids])
        self.kept = [uids[place] for place in rising]

    def put(self, place: int, decision: Decision) -> None:
        """Put one paragraph in its place."""
        spot = self.spots.get(decision.uid)
        is_same = spot is not None and decision.relation is Relation.SAME
        if spot and spot.block["type"] in HEADINGS:
            _rewrite(spot.block, decision.text)
            self.uids.append(decision.uid)
            if decision.uid in self.order:
                self.cursor = _inside(spot)
            return
        if decision.uid in self.kept and self.anchors[decision.uid] == place:
            self._put_in_place(self.spots[decision.uid], decision)
        elif spot and is_same:
            self._move(spot, decision, place)
        else:
            self._insert(spot, decision)
        if spot and not is_same:
            if decision.relation is not Relation.SPLIT:
                self.gone[decision.uid] = None
            self._note(decision.uid, self.uids[-1], decision.relation)

    def remove(self, removed: Mapping[str, int | None]) -> None:
        """Take out what was replaced, merged or is to be removed."""
        for uid in (*self.gone, *removed):
            spot = self.spots[uid]
            if spot.index >= 0:
                spot.blocks.pop(spot.index)
        now: dict[str, RawBlock] = {}
        for uid, into in removed.items():
            if into is None:
                continue
            now = now or {str(s.block["id"]): s.block for s in _spots(self.body)}
            new = self.uids[into]
            _credit(now[new], self.spots[uid].block)
            self._note(uid, new, Relation.MERGED)

    def _put_in_place(self, spot: Spot, decision: Decision) -> None:
        if decision.relation is Relation.SAME:
            _rewrite(spot.block, decision.text)
            self.cursor = spot
        else:
            block = _new_block(spot.block["type"], decision, spot.block)
            block["value"]["number"] = spot.block["value"].get("number") or ""
            if "kind" in block["value"]:
                block["value"]["kind"] = spot.block["value"].get("kind")
            self.cursor = spot.beside(block)
            spot.blocks[spot.index] = block
        self.uids.append(str(self.cursor.block["id"]))

    def _move(self, spot: Spot, decision: Decision, place: int) -> None:
        spot.blocks.pop(spot.index)
        _rewrite(spot.block, decision.text)
        target = self.cursor or self._start()
        if not target.takes(spot.block["type"]):
            raise PlacingError(Problem.NO_PLACE, decision.uid, place)
        if target.holder != spot.holder:
            self._note(decision.uid, decision.uid, "moved")
        self._go_to(target, spot.block)

    def _insert(self, source: Spot | None, decision: Decision) -> None:
        target = self.cursor or self._start()
        kind: str = (source or target).block.get("type", "")
        if not target.takes(kind) or not (source or kind in LEAVES):
            in_area = target.holder_kind in {ClauseKind.AREA, ClauseKind.CATEGORY}
            kind = ClauseKind.TASK if in_area else ClauseKind.PROVISION
        self._go_to(
            target, _new_block(kind, decision, source.block if source else None)
        )

    def _start(self) -> Spot:
        """Where the first paragraph goes: before what stays, else at the end."""
        if self.kept:
            return self.spots[self.kept[0]]
        blocks = self.home.blocks
        return self.home.beside(blocks[-1]) if blocks else self.home

    def _go_to(self, target: Spot, block: RawBlock) -> None:
        is_before = self.cursor is None and bool(self.kept)
        target.blocks.insert(target.index + (not is_before), block)
        if not is_before:
            self.cursor = target.beside(block)
        self.uids.append(str(block["id"]))

    def _note(self, old: str, new: str, kind: str) -> None:
        self.successions.setdefault((old, new), str(kind))


def _spots(
    blocks: list[RawBlock], holder: str = "", holder_kind: str = ""
) -> Iterator[Spot]:
    """Yield all clauses below, in the order of the text."""
    for block in blocks:
        yield Spot(block, blocks, holder, holder_kind)
        if block["type"] in HEADINGS:
            inside = block["value"].setdefault("clauses", [])
            yield from _spots(inside, str(block["id"]), block["type"])


def _inside(spot: Spot) -> Spot:
    """Return the spot before all that a heading holds."""
    block = spot.block
    inside = block["value"].setdefault("clauses", [])
    return Spot({}, inside, str(block["id"]), block["type"])


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return the places of a longest rising row (patience sort)."""
    ends: list[int] = []
    at_end: list[int] = []
    previous: list[int] = []
    for place, number in enumerate(numbers):
        pile = bisect_left(ends, number)
        previous.append(at_end[pile - 1] if pile else -1)
        ends[pile : pile + 1] = [number]
        at_end[pile : pile + 1] = [place]
    row = []
    place = at_end[-1] if at_end else -1
    while place >= 0:
        row.append(place)
        place = previous[place]
    return row[::-1]


def _rewrite(block: RawBlock, text: str) -> None:
    """Give a clause its new text; one that only looks different stays as it is."""
    if not is_same_text(block["value"].get("text") or "", text):
        block["value"]["text"] = text


def _new_block(kind: str, decision: Decision, source: RawBlock | None) -> RawBlock:
    value: dict[str, Any] = {
        "number": "",
        "text": decision.text,
        "authors": [],
        "note": "",
    }
    if kind == ClauseKind.GOAL:
        value["kind"] = "specific"
    block = {"type": str(kind), "value": value, "id": str(uuid4())}
    if source and decision.relation is not Relation.REPLACED:
        _credit(block, source)
    return block


def _credit(block: RawBlock, source: RawBlock) -> None:
    """Name the authors of the clause that another came from among its own."""
    authors: Collection[RawBlock] = source["value"].get("authors") or ()
    if "authors" not in block["value"]:
        return
    known = {(author["type"], author["value"]) for author in block["value"]["authors"]}
    for author in authors:
        if (author["type"], author["value"]) not in known:
            block["value"]["authors"].append({**author, "id": str(uuid4())})
