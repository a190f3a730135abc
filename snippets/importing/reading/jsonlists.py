"""Lists as JSON: the objects of a list are rows, their keys are the headings."""

import json
import re
from typing import Any

from .cells import CellReader, plain, text_of
from .tables import Book, Limits, SheetFacts, SheetInfo, Table, refusal

_BEGINNING = re.compile(r"\s*\[\s*[{\]]")
# Between names in a cell, and between contact persons and what is said of one.
_JOINT, _LINE, _PART = "; ", "\n", " | "
# Contact persons are objects in a list in an object.
_DEEPEST = 10


def is_json_list(text: str) -> bool:
    """Whether a text begins as a list of objects does."""
    return bool(_BEGINNING.match(text))


class JsonBook(Book):
    """A list of objects; it is one sheet without a name."""

    def __init__(self, text: str, *, encoding: str, limits: Limits) -> None:
        self._objects = _parse(text)
        keys = (key for one in self._objects for key in one)
        self._headings = tuple(dict.fromkeys(keys))
        self._limits = limits
        sheet = SheetInfo("", len(self._objects), len(self._headings))
        super().__init__("json", (sheet,), encoding=encoding)

    def table(self, sheet: str = "") -> Table:
        self.chosen(sheet)
        SheetFacts(len(self._objects), len(self._headings)).check(self._limits)
        # Headings stand in no row of the file: the first object is number 1.
        longest = self._limits.cell_length
        headings = tuple(plain(key[:longest])[0] for key in self._headings)
        table = Table([headings], [0])
        reader = CellReader(self._limits)
        for number, one in enumerate(self._objects, start=1):
            raw = [_text(one.get(key)) for key in self._headings]
            table.rows.append(tuple(_lines(text[:longest]) for text in raw))
            table.numbers.append(number)
            reader.read(raw)
            if notes := reader.notes(raw, number):
                table.notes[number] = notes
        return table


def _parse(text: str) -> list[dict[str, Any]]:
    try:
        objects = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise refusal("corrupt") from problem
    if not all(isinstance(one, dict) for one in objects):
        raise refusal("not_a_list", kind="JSON")
    return list(objects)


def _text(value: Any, depth: int = 0) -> str:
    """Return a value as the text of a cell; lists as an import reads them."""
    if value is None:
        return ""
    if depth > _DEEPEST:
        raise refusal("corrupt")
    if isinstance(value, dict):
        return _PART.join(_text(one, depth + 1) for one in value.values())
    if isinstance(value, list):
        joint = _LINE if any(isinstance(one, dict) for one in value) else _JOINT
        return joint.join(_text(one, depth + 1) for one in value)
    try:
        return text_of(value)
    except OverflowError as problem:
        raise refusal("corrupt") from problem


def _lines(text: str) -> str:
    return "\n".join(plain(line)[0] for line in text.splitlines())
