"""The paragraphs of a redline in WordprocessingML (ECMA-376, part 1, 17.13.5)."""

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from xml.etree.ElementTree import Element, SubElement

from pages.programmes.clauses import ClauseNode
from pages.programmes.redline import ClauseDiff, Redline, Segment, SegmentKind

from .exact import exact, replaced
from .order import State, in_order

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DEEPEST_HEADING = 6
LABEL_STYLE = "ClauseLabel"
TEXT_STYLE = "BodyText"

Label = Callable[[ClauseNode], str]

_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c]")
_BREAKS = re.compile("([\n\t])")


def clean(text: str) -> str:
    """Return the text without what XML cannot hold; every line ends alike."""
    return _NOT_XML.sub("", _LINE_ENDS.sub("\n", text))


class Body:
    """Writes a redline paragraph by paragraph."""

    def __init__(self, *, author: str, date: datetime.date, label: Label) -> None:
        self._author = clean(author)
        self._date = f"{date:%Y-%m-%dT%H:%M:%S}Z"
        self._label = label
        self._ids = count(1)
        self._body = Element("w:body")
        self._is_open = False

    def write(self, title: str, redline: Redline) -> Element:
        """Return the document's root, which holds the title and the clauses."""
        paragraph = SubElement(self._body, "w:p")
        style = SubElement(paragraph, "w:pPr")
        SubElement(style, "w:pStyle", {"w:val": "Title"})
        paragraph.append(_run(title, "w:t"))
        for state, diff in in_order(redline):
            self._clause(state, diff)
        if self._is_open:  # a last paragraph's mark cannot go: there must be one more
            SubElement(self._body, "w:p")
        self._body.append(_a4())
        root = Element("w:document", {"xmlns:w": NAMESPACE})
        root.append(self._body)
        return root

    def _clause(self, state: State, diff: ClauseDiff) -> None:
        """Write the paragraph of a clause, and that of its introduction."""
        old, new = diff.old, diff.new
        before = self._label_of(old)
        after = self._label_of(new)
        self._paragraph(
            state,
            _style(old if old and state.is_of_old else new),
            _style(new if new and state.is_of_new else old),
            list(replaced(before, after)),
            list(exact(diff.segments)),
            name=f"clause{diff.old_place}",
        )
        state = _state_of_introduction(state, diff)
        has_old = bool(old and old.introduction) and state.is_of_old
        has_new = bool(new and new.introduction) and state.is_of_new
        if has_old or has_new:
            words = list(exact(diff.introduction))
            name = f"introduction{diff.old_place}"
            self._paragraph(state, TEXT_STYLE, TEXT_STYLE, (), words, name=name)

    def _label_of(self, node: ClauseNode | None) -> str:
        label = self._label(node) if node else ""
        return f"{label} " if label else ""

    def _paragraph(
        self,
        state: State,
        old_style: str,
        new_style: str,
        label: Iterable[Segment],
        words: Sequence[Segment],
        *,
        name: str,
    ) -> None:
        paragraph = SubElement(self._body, "w:p")
        properties = SubElement(paragraph, "w:pPr")
        SubElement(properties, "w:pStyle", {"w:val": new_style})
        if state is not State.KEPT:
            mark = SubElement(properties, "w:rPr")
            mark.append(self._mark(f"w:{_state_of_mark(state, words)}"))
        if old_style != new_style:
            properties.append(self._style_change(old_style))
        range_id = self._begin_move(paragraph, state, name)
        for segments, style in ((label, LABEL_STYLE), (words, "")):
            for segment in segments:
                self._segment(paragraph, state, segment, style)
        if range_id:
            SubElement(self._body, f"w:{state}RangeEnd", {"w:id": range_id})
        self._is_open = state is not State.KEPT

    def _segment(
        self, paragraph: Element, state: State, segment: Segment, style: str
    ) -> None:
        """Write what the paragraph has of a segment.

        Where a moved paragraph was, all its words are moved, those too that went: of
        one with other changes inside, LibreOffice leaves an empty paragraph behind.
        """
        if segment.kind is SegmentKind.EQUAL and state is State.KEPT:
            paragraph.append(_run(segment.new, "w:t", style))
        elif segment.kind is SegmentKind.EQUAL or state is State.MOVED_FROM:
            self._piece(paragraph, state, segment, style)
        elif segment.kind is SegmentKind.DELETE and state.is_of_old:
            self._piece(paragraph, State.DELETED, segment, style)
        elif segment.kind is SegmentKind.INSERT and state.is_of_new:
            self._piece(paragraph, State.INSERTED, segment, style)

    def _piece(
        self, paragraph: Element, state: State, segment: Segment, style: str
    ) -> None:
        text = segment.old if state.is_of_old else segment.new
        if text:
            change = self._mark(f"w:{state}")
            tag = "w:delText" if state is State.DELETED else "w:t"
            change.append(_run(text, tag, style))
            paragraph.append(change)

    def _mark(self, tag: str) -> Element:
        return Element(
            tag,
            {
                "w:id": str(next(self._ids)),
                "w:author": self._author,
                "w:date": self._date,
            },
        )

    def _style_change(self, old_style: str) -> Element:
        change = self._mark("w:pPrChange")
        before = SubElement(change, "w:pPr")
        SubElement(before, "w:pStyle", {"w:val": old_style})
        return change

    def _begin_move(self, paragraph: Element, state: State, name: str) -> str:
        """Open the range of a moved paragraph; both its places have one name."""
        if state not in {State.MOVED_FROM, State.MOVED_TO}:
            return ""
        start = self._mark(f"w:{state}RangeStart")
        start.set("w:name", name)
        paragraph.append(start)
        return start.attrib["w:id"]


def _state_of_introduction(state: State, diff: ClauseDiff) -> State:
    """Return the state of a clause's introduction: it may come or go by itself."""
    has_old = bool(diff.old and diff.old.introduction)
    has_new = bool(diff.new and diff.new.introduction)
    if has_old == has_new:
        return state
    if state is State.KEPT:
        return State.DELETED if has_old else State.INSERTED
    if state is State.MOVED_FROM:
        return State.DELETED
    if state is State.MOVED_TO:
        return State.INSERTED
    return state


def _state_of_mark(state: State, words: Sequence[Segment]) -> State:
    """Return the state of a paragraph's mark: that of the last word before it."""
    last = [segment for segment in words if segment.new][-1:]
    if state is State.MOVED_TO and last and last[0].kind is SegmentKind.INSERT:
        return State.INSERTED
    return state


def _style(node: ClauseNode | None) -> str:
    if node is None or not node.is_heading:
        return TEXT_STYLE
    return f"Heading{min(node.depth + 1, DEEPEST_HEADING)}"


def _run(text: str, tag: str, style: str = "") -> Element:
    """Return a run; line ends and tabs in a text are elements of their own."""
    run = Element("w:r")
    if style:
        properties = SubElement(run, "w:rPr")
        SubElement(properties, "w:rStyle", {"w:val": style})
    for piece in _BREAKS.split(clean(text)):
        if piece == "\n":
            SubElement(run, "w:br")
        elif piece == "\t":
            SubElement(run, "w:tab")
        elif piece:
            SubElement(run, tag, {"xml:space": "preserve"}).text = piece
    return run


def _a4() -> Element:
    section = Element("w:sectPr")
    SubElement(section, "w:pgSz", {"w:w": "11906", "w:h": "16838"})
    sides = ("top", "right", "bottom", "left")
    margins = {f"w:{side}": "1417" for side in sides}
    others = {"w:header": "708", "w:footer": "708", "w:gutter": "0"}
    SubElement(section, "w:pgMar", margins | others)
    return section
