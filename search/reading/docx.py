"""The text of a Word file (ECMA-376, part 1), as it reads with its changes accepted.

Remarks and what the file tells of itself are in parts that are not opened.
"""

import posixpath
from collections.abc import Iterator

from .markup import Attributes, Walk, attribute
from .packages import Package
from .styles import Style, hidden_styles

_USUAL_DOCUMENT = "word/document.xml"
# What a document relates to that has text, in the order in which it is read.
_NOTES = ("footnotes", "endnotes")
_MARGINS = ("header", "footer")
_BLANKS = frozenset({"br", "cr", "ptab", "tab"})
_OFF = frozenset({"0", "false", "off"})
_IN_RUN, _IN_PARAGRAPH = ["r", "rPr"], ["p", "pPr"]


def is_docx(package: Package) -> bool:
    """Say whether a package is one of Word."""
    return "[content_types].xml" in package and any(
        name.startswith("word/") for name in package.names
    )


def read_docx(package: Package) -> Iterator[str]:
    """Yield the lines: the body, the notes, then headers and footers once each."""
    document = next(iter(_related(package, "", "officeDocument")), _USUAL_DOCUMENT)
    hidden = _hidden(package, document)
    for part in (document, *_related(package, document, *_NOTES)):
        yield from _TextWalk(hidden).lines(package.stream(part))
    margins: dict[str, None] = {}
    for part in _related(package, document, *_MARGINS):
        margins |= dict.fromkeys(_TextWalk(hidden).lines(package.stream(part)))
    yield from margins


def _related(package: Package, source: str, *kinds: str) -> list[str]:
    """Return the parts of some kinds that a part, or the package, relates to."""
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, f"_rels/{name}.rels")
    if relations not in package:
        return []
    walk = _RelationsWalk(folder)
    walk.read(package.stream(relations))
    found = [part for kind in kinds for part in walk.parts.get(kind, ())]
    return [part for part in found if part in package]


def _hidden(package: Package, document: str) -> frozenset[str]:
    walk = _StylesWalk()
    for part in _related(package, document, "styles"):
        walk.read(package.stream(part))
    return hidden_styles(walk.styles)


def _is_on(attributes: Attributes) -> bool:
    return attribute(attributes, "val") not in _OFF


class _RelationsWalk(Walk):
    """Collects the parts of a package by the last word of the relation's type."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.parts: dict[str, list[str]] = {}

    def enter(self, name: str, attributes: Attributes) -> bool:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = attributes.get("Target", "")
            path = posixpath.join("/", self._folder, target)
            part = posixpath.normpath(path).lstrip("/")
            self.parts.setdefault(kind, []).append(part)
        return True


class _StylesWalk(Walk):
    """Collects the styles by their ids."""

    def __init__(self) -> None:
        super().__init__()
        self.styles: dict[str, Style] = {}
        self._style = Style()

    def enter(self, name: str, attributes: Attributes) -> bool:
        if name == "style":
            self._style = Style()
            self.styles[attribute(attributes, "styleId")] = self._style
        elif name == "basedOn":
            self._style.based_on = attribute(attributes, "val")
        elif name == "vanish" and self.path[-2:] == ["style", "rPr"]:
            self._style.is_hidden = _is_on(attributes)
        return True


class _TextWalk(Walk):
    """Collects the paragraphs of a part; text is nowhere but in `t`.

    A box is in the file twice, for new and for old programs: the new one is read. The
    elements that end in `Change` hold what the properties were before.
    """

    left_out = frozenset(
        {
            "Fallback",
            "del",
            "moveFrom",
            "pPrChange",
            "rPrChange",
            "rt",
            "sectPrChange",
            "tabs",
        }
    )

    def __init__(self, hidden: frozenset[str]) -> None:
        super().__init__()
        self._hidden = hidden
        # How deep the run or paragraph is that is hidden now.
        self._hidden_at: int | None = None

    def enter(self, name: str, attributes: Attributes) -> bool:
        if name == "p":
            self.open_line()
        elif name in _BLANKS:
            self._add_shown(" ")
        elif name == "noBreakHyphen":
            self._add_shown("-")
        elif self.path[-2:] in (_IN_RUN, _IN_PARAGRAPH):
            self._look_for_hiding(name, attributes)
        return True

    def leave(self, name: str) -> None:
        if name == "p":
            self.close_line()
        if self._hidden_at == len(self.path):
            self._hidden_at = None

    def takes_text(self) -> bool:
        return self.path[-1] == "t" and self._hidden_at is None

    def _add_shown(self, text: str) -> None:
        if self._hidden_at is None:
            self.add(text)

    def _look_for_hiding(self, name: str, attributes: Attributes) -> None:
        """The mark of a paragraph may be hidden: that hides none of its text."""
        depth = len(self.path) - 2
        if name == "vanish" and self.path[-2:] == _IN_RUN:
            is_hidden = _is_on(attributes)
        elif name in {"pStyle", "rStyle"}:
            is_hidden = attribute(attributes, "val") in self._hidden
        else:
            return
        if is_hidden and self._hidden_at is None:
            self._hidden_at = depth
        elif not is_hidden and self._hidden_at == depth:
            self._hidden_at = None
