"""The order of a file that is to be read as either of two texts."""

from collections import deque
from collections.abc import Iterator, Sequence
from enum import StrEnum

from pages.programmes.redline import ClauseDiff, Redline


class State(StrEnum):
    """What becomes of a paragraph; the value is the name of WordprocessingML."""

    KEPT = ""
    INSERTED = "ins"
    DELETED = "del"
    MOVED_FROM = "moveFrom"
    MOVED_TO = "moveTo"

    @property
    def is_of_old(self) -> bool:
        """Whether the old text has it."""
        return self in {State.KEPT, State.DELETED, State.MOVED_FROM}

    @property
    def is_of_new(self) -> bool:
        """Whether the new text has it."""
        return self in {State.KEPT, State.INSERTED, State.MOVED_TO}


def in_order(redline: Redline) -> Iterator[tuple[State, ClauseDiff]]:
    """Yield the clauses so that those of either text alone are in that text's order.

    A moved clause comes twice. What went comes before what came in its place.
    """
    carried = _carried(redline)
    gone = deque(_gone(redline, carried))
    came: list[tuple[State, ClauseDiff]] = []
    for diff in redline.clauses:
        if diff.is_removed:
            continue
        if diff.is_added:
            came.append((State.INSERTED, diff))
        elif diff.uid in carried:
            came.append((State.MOVED_TO, diff))
        else:
            while gone and _old_place(gone[0][1]) < _old_place(diff):
                yield gone.popleft()
            yield from came
            came.clear()
            yield State.KEPT, diff
    yield from gone
    yield from came


def _old_place(diff: ClauseDiff) -> int:
    return -1 if diff.old_place is None else diff.old_place


def _carried(redline: Redline) -> set[str]:
    """Return what a file must move: clauses that moved, and all that is in them.

    In a redline a clause does not move with its area; in a file its paragraph does.
    """
    carried: set[str] = set()
    last = -1
    for diff in redline.clauses:
        if diff.new is None or diff.old is None:
            continue
        place = _old_place(diff)
        if diff.is_moved or diff.new.parent in carried or place < last:
            carried.add(diff.uid)
        else:
            last = place
    return carried


def _gone(redline: Redline, carried: set[str]) -> Sequence[tuple[State, ClauseDiff]]:
    """Return what is not where it was, in the order of the old text."""
    gone = [
        (State.DELETED if diff.is_removed else State.MOVED_FROM, diff)
        for diff in redline.clauses
        if diff.is_removed or diff.uid in carried
    ]
    return sorted(gone, key=lambda pair: _old_place(pair[1]))
