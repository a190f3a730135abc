"""The clauses of a draft, read from its StreamField: pure, without Django.

A draft's body is a list of blocks `{"type", "value", "id"}`. The block's id is
the permanent uid of a clause, over versions, years and languages; its number is
only a label, computed for each version.
"""

import copy
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

RawBlock = dict[str, Any]


class ClauseKind(StrEnum):
    """What a block of a draft is; the value is the block's type."""

    CHAPTER = "chapter"
    AREA = "area"
    CATEGORY = "category"
    GOAL = "goal"
    TASK = "task"
    PROVISION = "provision"


HEADINGS = frozenset({ClauseKind.CHAPTER, ClauseKind.AREA, ClauseKind.CATEGORY})
MAIN_GOAL = "main"
LONGEST_NUMBER = 20


@dataclass(frozen=True)
class ClauseNode:
    """One clause in the order of the text.

    `number` is the bare label ("29", "3a"), empty for what is not numbered;
    `depth` counts from 0; `chapter` is the uid of the top-level block it is in;
    `authors` are pairs of block type ("unit", "organisation") and primary key.
    """

    uid: str
    kind: ClauseKind
    number: str
    text: str
    depth: int
    parent: str = ""
    chapter: str = ""
    area: int | None = None
    introduction: str = ""
    note: str = ""
    authors: tuple[tuple[str, int], ...] = ()
    is_main_goal: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether the clause only gathers others."""
        return self.kind in HEADINGS


class Numbering:
    """Counts within one chapter, or among chapters; a pinned number moves the count."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def next(self, series: str, pinned: str = "") -> str:
        """Return the label: the pinned one, else one more than the last.

        A label like "3a" counts as 3, so that 4 follows.
        """
        if pinned:
            digits = re.search(r"\d+", pinned)
            if digits:
                self._last[series] = int(digits[0])
            return pinned
        self._last[series] = self._last.get(series, 0) + 1
        return str(self._last[series])


def _series(block: RawBlock) -> str:
    """Return the name of the count a block takes part in, "" for none."""
    kind = block["type"]
    if kind == ClauseKind.CATEGORY:
        return ""
    if kind == ClauseKind.GOAL:
        return "" if block["value"].get("kind") == MAIN_GOAL else "goal"
    if kind in {ClauseKind.TASK, ClauseKind.PROVISION}:
        return "subsection"
    return str(kind)


def _authors(blocks: Iterable[RawBlock]) -> tuple[tuple[str, int], ...]:
    return tuple((b["type"], b["value"]) for b in blocks if b["value"] is not None)


def read_clauses(body: Sequence[RawBlock]) -> list[ClauseNode]:
    """Return the clauses of a draft's raw body, numbered, in order.

    Chapters and areas are counted through the draft; specific goals, tasks and
    provisions anew in each chapter. Unknown block types are passed over.
    """
    return list(_read(body, depth=0, parent="", chapter="", area=None, counts=()))


def _read(
    blocks: Iterable[RawBlock],
    *,
    depth: int,
    parent: str,
    chapter: str,
    area: int | None,
    counts: tuple[Numbering, ...],
) -> Iterator[ClauseNode]:
    draft_count, chapter_count = counts or (Numbering(), Numbering())
    for block in blocks:
        if block["type"] not in set(ClauseKind):
            continue
        kind = ClauseKind(block["type"])
        value = block["value"]
        uid = str(block["id"])
        if kind is ClauseKind.CHAPTER:
            chapter_count = Numbering()
        in_area = value.get("area") if kind is ClauseKind.AREA else area
        series = _series(block)
        count = draft_count if kind in HEADINGS else chapter_count
        yield ClauseNode(
            uid=uid,
            kind=kind,
            number=count.next(series, value.get("number") or "") if series else "",
            text=value.get("text") or "",
            depth=depth,
            parent=parent,
            chapter=chapter or uid,
            area=in_area,
            introduction=value.get("introduction") or "",
            note=value.get("note") or "",
            authors=_authors(value.get("authors") or ()),
            is_main_goal=value.get("kind") == MAIN_GOAL,
        )
        yield from _read(
            value.get("clauses") or (),
            depth=depth + 1,
            parent=uid,
            chapter=chapter or uid,
            area=in_area,
            counts=(draft_count, chapter_count),
        )


def repeated(nodes: Iterable[ClauseNode]) -> list[ClauseNode]:
    """Return the clauses whose uid an earlier one has already."""
    seen: set[str] = set()
    twice = []
    for node in nodes:
        if node.uid in seen:
            twice.append(node)
        seen.add(node.uid)
    return twice


def malformed(nodes: Iterable[ClauseNode]) -> list[ClauseNode]:
    """Return the clauses whose uid is not a UUID."""
    return [node for node in nodes if not is_uuid(node.uid)]


def overlong(nodes: Iterable[ClauseNode]) -> list[ClauseNode]:
    """Return the clauses with a longer number than their wordings can keep."""
    return [node for node in nodes if len(node.number) > LONGEST_NUMBER]


def is_uuid(text: str) -> bool:
    """Whether a text is a UUID, however it is spelled."""
    try:
        UUID(str(text))
    except ValueError:
        return False
    return True


def spelled(uid: str) -> str:
    """Return a uid in the usual spelling, in which two of the same are equal."""
    return str(UUID(str(uid))) if is_uuid(uid) else uid


def walk(blocks: Iterable[RawBlock]) -> Iterator[RawBlock]:
    """Yield all raw blocks that have an id: clauses, and the authors in them."""
    for block in blocks:
        yield block
        if isinstance(block["value"], dict):
            yield from walk(block["value"].get("clauses") or ())
            yield from walk(block["value"].get("authors") or ())


def lacks_uids(body: Sequence[RawBlock]) -> bool:
    """Whether a block has no id, as in a body made in code, or an unusual spelling."""
    return any(
        not block.get("id") or spelled(block["id"]) != block["id"]
        for block in walk(body)
    )


def with_uids(body: Sequence[RawBlock]) -> list[RawBlock]:
    """Return a copy of a body in which every block has an id, in the usual spelling."""
    copied = copy.deepcopy(list(body))
    for block in walk(copied):
        block["id"] = spelled(block.get("id") or str(uuid4()))
    return copied
