"""Which clauses were added, removed, changed, moved or renumbered."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pages.programmes.clauses import ClauseNode

from .words import Segment, compare_words, is_change


@dataclass(frozen=True)
class ClauseDiff:
    """A clause on both sides; `old` or `new` is None where it is not there.

    `place` and `old_place` count from 0 in either text. A clause is moved where
    its place among those that were beside it is another, or what it is part of;
    it is renumbered where only its label is.
    """

    uid: str
    old: ClauseNode | None
    new: ClauseNode | None
    segments: tuple[Segment, ...] = ()
    introduction: tuple[Segment, ...] = ()
    old_place: int | None = None
    place: int | None = None
    is_moved: bool = False

    @property
    def is_added(self) -> bool:
        """Whether the old text does not have it."""
        return self.old is None

    @property
    def is_removed(self) -> bool:
        """Whether the new text does not have it."""
        return self.new is None

    @cached_property
    def is_changed(self) -> bool:
        """Whether both have it and its words or its kind are others."""
        if self.old is None or self.new is None:
            return False
        return (
            self.old.kind is not self.new.kind
            or is_change(self.segments)
            or is_change(self.introduction)
        )

    @property
    def is_renumbered(self) -> bool:
        """Whether both have it, by another number."""
        if self.old is None or self.new is None:
            return False
        return self.old.number != self.new.number

    @property
    def has_change(self) -> bool:
        """Whether there is anything to show."""
        return (
            self.is_added
            or self.is_removed
            or self.is_changed
            or self.is_moved
            or self.is_renumbered
        )

    @property
    def node(self) -> ClauseNode:
        """The clause as the new text has it, else as the old one had."""
        node = self.new or self.old
        if node is None:
            raise ValueError("A difference of nothing.")
        return node


@dataclass(frozen=True)
class Counts:
    """How many clauses differ, by how they differ; one may count more than once."""

    added: int = 0
    removed: int = 0
    changed: int = 0
    moved: int = 0
    renumbered: int = 0


@dataclass(frozen=True)
class Redline:
    """The clauses of both texts in the order of the new one.

    A removed clause stands behind the one that it stood behind.
    """

    clauses: tuple[ClauseDiff, ...]

    @cached_property
    def counts(self) -> Counts:
        """How many clauses differ."""
        return Counts(
            added=sum(diff.is_added for diff in self.clauses),
            removed=sum(diff.is_removed for diff in self.clauses),
            changed=sum(diff.is_changed for diff in self.clauses),
            moved=sum(diff.is_moved for diff in self.clauses),
            renumbered=sum(diff.is_renumbered for diff in self.clauses),
        )

    @property
    def has_changes(self) -> bool:
        """Whether the texts differ at all."""
        return any(diff.has_change for diff in self.clauses)


def compare(old: Sequence[ClauseNode], new: Sequence[ClauseNode]) -> Redline:
    """Return what differs between two texts; each uid at most once in either."""
    before = {node.uid: place for place, node in enumerate(old)}
    after = {node.uid: place for place, node in enumerate(new)}
    moved = _moved(old, new)
    removed: dict[str, list[ClauseDiff]] = defaultdict(list)
    behind = ""
    for place, node in enumerate(old):
        if node.uid in after:
            behind = node.uid
        else:
            removed[behind].append(_removed(node, place))
    diffs = [*removed[""]]
    for place, node in enumerate(new):
        was = before.get(node.uid)
        if was is None:
            diffs.append(_added(node, place))
        else:
            diffs.append(_kept(old[was], node, was, place, node.uid in moved))
        diffs.extend(removed.get(node.uid, ()))
    return Redline(tuple(diffs))


def apply(old: Sequence[ClauseNode], redline: Redline) -> list[ClauseNode]:
    """Return the new text, its words made from the old one and the segments.

    Raises ValueError where the redline does not fit the old text.
    """
    _check(old, [(d.old_place, d.uid, d.segments) for d in redline.clauses], "old")
    return [
        replace(diff.new, text="".join(segment.new for segment in diff.segments))
        for diff in redline.clauses
        if diff.new is not None
    ]


def revert(new: Sequence[ClauseNode], redline: Redline) -> list[ClauseNode]:
    """Return the old text, its words made from the new one and the segments.

    Raises ValueError where the redline does not fit the new text.
    """
    _check(new, [(d.place, d.uid, d.segments) for d in redline.clauses], "new")
    before = sorted(
        (diff.old_place, replace(diff.old, text="".join(s.old for s in diff.segments)))
        for diff in redline.clauses
        if diff.old is not None and diff.old_place is not None
    )
    return [node for _place, node in before]


def as_json(redline: Redline) -> list[dict[str, Any]]:
    """Return the redline as plain lists and dicts, one a clause."""
    return [
        {
            "uid": diff.uid,
            "kind": str(diff.node.kind),
            "number": diff.new.number if diff.new else None,
            "number_before": diff.old.number if diff.old else None,
            "added": diff.is_added,
            "removed": diff.is_removed,
            "changed": diff.is_changed,
            "moved": diff.is_moved,
            "renumbered": diff.is_renumbered,
            "segments": [_segment_json(segment) for segment in diff.segments],
            "introduction": [_segment_json(segment) for segment in diff.introduction],
        }
        for diff in redline.clauses
    ]


def _segment_json(segment: Segment) -> dict[str, str]:
    return {"kind": str(segment.kind), "text": segment.text}


def _removed(node: ClauseNode, place: int) -> ClauseDiff:
    return ClauseDiff(
        node.uid,
        node,
        None,
        compare_words(node.text, ""),
        compare_words(node.introduction, ""),
        old_place=place,
    )


def _added(node: ClauseNode, place: int) -> ClauseDiff:
    return ClauseDiff(
        node.uid,
        None,
        node,
        compare_words("", node.text),
        compare_words("", node.introduction),
        place=place,
    )


def _kept(
    old: ClauseNode, new: ClauseNode, was: int, place: int, is_moved: bool
) -> ClauseDiff:
    return ClauseDiff(
        new.uid,
        old,
        new,
        compare_words(old.text, new.text),
        compare_words(old.introduction, new.introduction),
        old_place=was,
        place=place,
        is_moved=is_moved,
    )


def _moved(old: Sequence[ClauseNode], new: Sequence[ClauseNode]) -> set[str]:
    """Return the uids that moved: as few as tell the new order from the old one."""
    before = {node.uid: (node.parent, place) for place, node in enumerate(old)}
    beside: dict[str, list[tuple[int, str]]] = defaultdict(list)
    moved: set[str] = set()
    for node in new:
        if node.uid not in before:
            continue
        parent, place = before[node.uid]
        if parent == node.parent:
            beside[parent].append((place, node.uid))
        else:
            moved.add(node.uid)
    for siblings in beside.values():
        moved.update(_out_of_order(siblings))
    return moved


def _out_of_order(siblings: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Yield what is not in a longest increasing row of old places (patience sort)."""
    ends: list[int] = []
    at_end: list[int] = []
    previous: list[int] = []
    for position, (place, _uid) in enumerate(siblings):
        pile = bisect_left(ends, place)
        previous.append(at_end[pile - 1] if pile else -1)
        if pile == len(ends):
            ends.append(place)
            at_end.append(position)
        else:
            ends[pile] = place
            at_end[pile] = position
    stayed: set[int] = set()
    position = at_end[-1] if at_end else -1
    while position >= 0:
        stayed.add(position)
        position = previous[position]
    for position, (_place, uid) in enumerate(siblings):
        if position not in stayed:
            yield uid


def _check(
    nodes: Sequence[ClauseNode],
    diffs: Sequence[tuple[int | None, str, tuple[Segment, ...]]],
    side: str,
) -> None:
    expected = {
        place: (uid, "".join(getattr(segment, side) for segment in segments))
        for place, uid, segments in diffs
        if place is not None
    }
    if expected != {place: (n.uid, n.text) for place, n in enumerate(nodes)}:
        raise ValueError("The redline is of another text.")
