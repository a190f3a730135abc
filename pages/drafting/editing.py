"""Applies amendments to a draft's raw body: pure, without Django.

A body is a list of blocks `{"type", "value", "id"}` as in
`pages.programmes.clauses`. Nothing is changed in place, and nothing is guessed:
what does not fit raises `ConflictError`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4, uuid5

from pages.programmes.clauses import HEADINGS, ClauseKind, RawBlock

from .tree import Place, Tree, walk

# One line of an arrangement: „polityka społeczna: 28, 29”.
_LINE = re.compile(r"^\s*(?P<heading>[^:]+?)\s*:\s*(?P<numbers>.*?)\s*$")


class Operation(StrEnum):
    """What an amendment does to the text."""

    ADD = "add"
    APPEND = "append"
    REPLACE = "replace"
    AGREE = "agree"
    DELETE = "delete"
    MOVE = "move"
    RESTRUCTURE = "restructure"


class Problem(StrEnum):
    """Why an amendment cannot be applied."""

    NO_TARGET = "no_target"
    NO_PLACE = "no_place"
    NO_TEXT = "no_text"
    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"
    HAS_CLAUSES = "has_clauses"
    ALREADY_THERE = "already_there"
    BAD_ARRANGEMENT = "bad_arrangement"


@dataclass(frozen=True)
class Edit:
    """One amendment as an operation on the text.

    `text_before` are the words that must stand in the clause now; `text_after`
    the words that come: the whole text (add, agree), those appended, those put in
    their place, or the arrangement, a category a line („zdrowie: 27”). `after` is
    the uid of the clause that the clause comes behind, `parent` that of the
    chapter, area or category at whose end it comes; without either, the text's.
    """

    key: int
    operation: Operation
    clause: str = ""
    text_before: str = ""
    text_after: str = ""
    kind: ClauseKind = ClauseKind.TASK
    parent: str = ""
    after: str = ""
    authors: tuple[tuple[str, int], ...] = ()


class ConflictError(Exception):
    """An amendment does not fit the text; `words` are those that were looked for."""

    def __init__(self, edit: Edit, problem: Problem, words: str = "") -> None:
        super().__init__(f"{edit.operation} {edit.clause}: {problem} {words}")
        self.edit = edit
        self.problem = problem
        self.words = words


@dataclass
class Outcome:
    """A body with amendments applied; `touched` are the uids each one changed."""

    body: list[RawBlock]
    touched: dict[int, tuple[str, ...]] = field(default_factory=dict)
    conflicts: list[ConflictError] = field(default_factory=list)


def apply_edits(body: Sequence[RawBlock], edits: Iterable[Edit]) -> Outcome:
    """Apply amendments in order; those that do not fit are left out and named.

    Numbers in an arrangement are those of `body`, before any amendment.
    """
    editor = _Editor(body)
    outcome = Outcome(editor.tree.body)
    for edit in edits:
        try:
            outcome.touched[edit.key] = tuple(editor.apply(edit))
        except ConflictError as conflict:
            outcome.conflicts.append(conflict)
    return outcome


def category_uid(group: str, heading: str) -> str:
    """Return the uid of a category that an arrangement of a group makes."""
    return str(uuid5(UUID(group), heading))


class _Editor:
    """Applies one amendment after another to a tree."""

    def __init__(self, body: Sequence[RawBlock]) -> None:
        self.tree = Tree(body)

    def apply(self, edit: Edit) -> list[str]:
        operations = {
            Operation.ADD: self._add,
            Operation.APPEND: self._append,
            Operation.REPLACE: self._replace,
            Operation.AGREE: self._agree,
            Operation.DELETE: self._delete,
            Operation.MOVE: self._move,
            Operation.RESTRUCTURE: self._restructure,
        }
        touched = operations[edit.operation](edit)
        block = self.tree.find(edit.clause)
        if block and "authors" in block["value"]:
            _credit(block, edit.authors)
        return touched

    def _add(self, edit: Edit) -> list[str]:
        uid = edit.clause or str(uuid4())
        if self.tree.find(uid):
            raise ConflictError(edit, Problem.ALREADY_THERE)
        block = new_clause(uid, edit)
        place = self._place(edit, edit.kind)
        place.blocks.insert(place.position, block)
        return [uid]

    def _append(self, edit: Edit) -> list[str]:
        block = self._target(edit)
        words = _require(edit, edit.text_after)
        text = block["value"]["text"].rstrip()
        if not text.endswith(edit.text_before.strip()):
            raise ConflictError(edit, Problem.NOT_FOUND, edit.text_before)
        block["value"]["text"] = f"{text} {words}"
        return [edit.clause]

    def _replace(self, edit: Edit) -> list[str]:
        block = self._target(edit)
        before = _require(edit, edit.text_before)
        text: str = block["value"]["text"]
        found = text.count(before)
        if found != 1:
            problem = Problem.AMBIGUOUS if found else Problem.NOT_FOUND
            raise ConflictError(edit, problem, before)
        after = text.replace(before, edit.text_after.strip())
        block["value"]["text"] = _require(edit, re.sub(r"[ \t]{2,}", " ", after))
        return [edit.clause]

    def _agree(self, edit: Edit) -> list[str]:
        block = self._target(edit)
        _check_whole(edit, block)
        block["value"]["text"] = _require(edit, edit.text_after)
        return [edit.clause]

    def _delete(self, edit: Edit) -> list[str]:
        block = self._target(edit)
        _check_whole(edit, block)
        if block["value"].get("clauses"):
            raise ConflictError(edit, Problem.HAS_CLAUSES)
        self.tree.take(edit.clause)
        return [edit.clause]

    def _move(self, edit: Edit) -> list[str]:
        block = self._target(edit)
        if {edit.after, edit.parent} & {uid for uid, _ in walk([block])}:
            raise ConflictError(edit, Problem.NO_PLACE)
        self._place(edit, block["type"])  # before anything is taken out
        self.tree.take(edit.clause)
        place = self._place(edit, block["type"])
        place.blocks.insert(place.position, block)
        return [edit.clause]

    def _restructure(self, edit: Edit) -> list[str]:
        group = self._target(edit)
        if not Place([], 0, group["type"]).takes(ClauseKind.CATEGORY):
            raise ConflictError(edit, Problem.NO_PLACE)
        rows = _arrangement(edit)
        by_number = {
            self.tree.numbers.get(uid): uid
            for uid, block in walk(group["value"].setdefault("clauses", []))
            if block["type"] != ClauseKind.CATEGORY
        }
        numbers = [number for _heading, row in rows for number in row]
        wrong = [n for n in numbers if n not in by_number or numbers.count(n) > 1]
        if wrong:
            raise ConflictError(edit, Problem.BAD_ARRANGEMENT, ", ".join(wrong))
        moved = {number: self.tree.take(by_number[number]) for number in numbers}
        categories = [self._category(edit.clause, heading) for heading, _row in rows]
        for category, (_heading, row) in zip(categories, rows, strict=True):
            category["value"]["clauses"].extend(moved[number] for number in row)
        group["value"]["clauses"][:0] = categories
        changed = [*categories, *moved.values()]
        return [edit.clause, *(str(block["id"]) for block in changed)]

    def _category(self, group: str, heading: str) -> RawBlock:
        """Take out the group's category of that heading, or make it."""
        uid = category_uid(group, heading)
        if self.tree.find(uid):
            return self.tree.take(uid)
        value = {"text": heading, "clauses": []}
        return {"type": ClauseKind.CATEGORY.value, "value": value, "id": uid}

    def _target(self, edit: Edit) -> RawBlock:
        block = self.tree.find(edit.clause)
        if block is None:
            raise ConflictError(edit, Problem.NO_TARGET)
        return block

    def _place(self, edit: Edit, kind: str) -> Place:
        place = self.tree.place_for(after=edit.after, parent=edit.parent)
        if place is None or not place.takes(kind):
            raise ConflictError(edit, Problem.NO_PLACE)
        return place


def new_clause(uid: str, edit: Edit) -> RawBlock:
    """Return the raw block of a clause that an amendment adds."""
    value: dict[str, Any] = {"text": _require(edit, edit.text_after)}
    if edit.kind in HEADINGS:
        value["clauses"] = []
    else:
        value |= {"number": "", "note": "", "authors": []}
    if edit.kind is ClauseKind.GOAL:
        value["kind"] = "specific"
    return {"type": edit.kind.value, "value": value, "id": uid}


def _credit(block: RawBlock, authors: Iterable[tuple[str, int]]) -> None:
    """Name those who proposed an amendment among the authors of the clause."""
    known = {(author["type"], author["value"]) for author in block["value"]["authors"]}
    for kind, pk in authors:
        if (kind, pk) not in known:
            uid = str(uuid5(UUID(str(block["id"])), f"{kind}/{pk}"))
            block["value"]["authors"].append({"type": kind, "value": pk, "id": uid})


def _require(edit: Edit, text: str) -> str:
    if not text.strip():
        raise ConflictError(edit, Problem.NO_TEXT)
    return text.strip()


def _check_whole(edit: Edit, block: RawBlock) -> None:
    before = edit.text_before.strip()
    if before and before != block["value"]["text"].strip():
        raise ConflictError(edit, Problem.NOT_FOUND, before)


def _arrangement(edit: Edit) -> list[tuple[str, list[str]]]:
    rows = []
    for line in _require(edit, edit.text_after).splitlines():
        match = _LINE.match(line)
        if match:
            rows.append((match["heading"], re.findall(r"[^\s,;]+", match["numbers"])))
        elif line.strip():
            raise ConflictError(edit, Problem.BAD_ARRANGEMENT, line.strip())
    return rows
