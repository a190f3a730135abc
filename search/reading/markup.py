"""The XML parts of a package, gone through bit by bit; document types are refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from .limits import UnreadableError

Attributes = dict[str, str]


def attribute(attributes: Attributes, name: str) -> str:
    """Return the value of an attribute, whatever its prefix; "" if there is none."""
    for key, value in attributes.items():
        if key.rpartition(":")[2] == name:
            return value
    return ""


@dataclass(slots=True)
class _Line:
    """A paragraph that is open."""

    pieces: list[str] = field(default_factory=list)
    is_hidden: bool = False


class Walk:
    """Collects the lines of an XML part; elements go by their names without prefixes.

    `path` is what is open now. A paragraph within another one, in a box or a note,
    comes before it: neither is torn.
    """

    left_out: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.path: list[str] = []
        self._levels_left_out = 0
        self._open: list[_Line] = []
        self._closed: list[str] = []

    def enter(self, name: str, attributes: Attributes) -> bool:
        """Say whether to go into an element, before it is on the path."""
        return True

    def leave(self, name: str) -> None:
        """Take notice of the end of an element that is no more on the path."""

    def takes_text(self) -> bool:
        """Say whether the text at this place is read."""
        return True

    def lines(self, chunks: Iterable[bytes]) -> Iterator[str]:
        """Yield each line as it ends; `UnreadableError` for what is not XML."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            for chunk in chunks:
                parser.Parse(chunk, False)
                yield from self._taken()
            parser.Parse(b"", True)
        except expat.ExpatError as problem:
            raise UnreadableError("damaged") from problem
        yield from self._taken()

    def read(self, chunks: Iterable[bytes]) -> None:
        """Go through a part of which no lines are wanted."""
        for _line in self.lines(chunks):
            pass

    def open_line(self) -> None:
        self._open.append(_Line())

    def close_line(self) -> None:
        line = self._open.pop()
        text = "".join(line.pieces)
        if text and not line.is_hidden:
            self._closed.append(f"{text}\n")

    def hide_line(self) -> None:
        if self._open:
            self._open[-1].is_hidden = True

    def add(self, text: str) -> None:
        if self._open:
            self._open[-1].pieces.append(text)

    def _start(self, name: str, attributes: Attributes) -> None:
        local = name.rpartition(":")[2]
        if self._levels_left_out:
            self._levels_left_out += 1
        elif local in self.left_out or not self.enter(local, attributes):
            self._levels_left_out = 1
        else:
            self.path.append(local)

    def _end(self, _name: str) -> None:
        if self._levels_left_out:
            self._levels_left_out -= 1
        else:
            self.leave(self.path.pop())

    def _text(self, text: str) -> None:
        if not self._levels_left_out and self._open and self.takes_text():
            self.add(text)

    def _taken(self) -> list[str]:
        taken, self._closed = self._closed, []
        return taken


def _refuse_doctype(*_declared: Any) -> None:
    raise UnreadableError("damaged")
