"""Splits pasted text into paragraphs, one clause each: pure, without Django.

Takes what people paste: plain text, lists with numbers or bullets, and the HTML that
Word leaves. Every pass is linear, whatever is pasted.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_BREAKS_LINE = (
    "address article blockquote body br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 "
    "header hr html li main ol p section table tbody td tfoot th thead tr ul"
)
_IN_LINE = (
    "a abbr b big cite code col colgroup del em font i img input ins label link mark "
    "meta q s small span strike strong sub sup u wbr"
)
_BREAKING = frozenset(_BREAKS_LINE.split())
_INLINE = frozenset(_IN_LINE.split())
_SILENT = frozenset({"head", "script", "style", "title", "xml"})
_TAG = re.compile(r"</?([A-Za-z][\w:-]{0,30})(?=[\s/>])[^<>]*>")
_DECLARATION = re.compile(r"<[!?][^<>]*>")  # <!DOCTYPE …>, <![if …]>, <?xml …>

# What is not seen: soft hyphens, joiners of words, byte order marks.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f"))
_BREAKS = dict.fromkeys(map(ord, "\r\f\x1c\x1d\x1e\x85\u2029"), "\n")
_SPACES = dict.fromkeys(map(ord, "\x0b\x1f\u2028"), " ")
_PLAIN = _UNSEEN | _BREAKS | _SPACES
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

# „o” is a bullet of Word only with wide space behind it: it is a word, too.
_BULLET = re.compile(
    r"\s*(?:[•·▪▫◦‣∙●○■□◆➢✓❖\uf000-\uf0ff–—*-]\s+|[•·▪◦‣●○■□\uf000-\uf0ff]|o(?:\t|\s{3,}))"
)
_LABEL = re.compile(
    r"(?:(?:§|ust\.|pkt\.?|lit\.|art\.)\s*(?P<cited>\d{1,4}[a-z]{0,2}|[a-z](?=\)))[.)]?"
    r"|(?P<bare>\d{1,3}[a-z]{0,2})[.)]"
    r"|(?P<letter>[a-z])\))"
    r"(?:\s+|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph that may become a clause; `label` is its bare number, „29”, „3a”."""

    text: str
    label: str = ""


def split_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a pasted text, with the numbers in front apart.

    A number that stands alone in a line is that of the next paragraph.
    """
    plain = unicodedata.normalize("NFC", _without_tags(text).translate(_PLAIN))
    found = []
    waiting = ""
    for line in plain.split("\n"):
        label, rest = _read_line(_CONTROL.sub("", line.replace("\xa0", " ")))
        if rest:
            found.append(Paragraph(rest, label or waiting))
        waiting = "" if rest else label or waiting
    return found


def _read_line(line: str) -> tuple[str, str]:
    bullet = _BULLET.match(line)
    rest = " ".join(line[bullet.end() if bullet else 0 :].split())
    match = _LABEL.match(rest)
    if not match:
        return "", rest
    return (match[1] or match[2] or match[3]).lower(), rest[match.end() :]


def _without_tags(text: str) -> str:
    """Return the text of HTML; text that only has a "<" in it stays as it is."""
    pieces = list(_pieces(text))
    has_tags = any(tag for tag, _ in pieces)
    is_html = any(tag in _BREAKING for tag, _ in pieces)
    out = []
    for tag, words in pieces:
        if tag in _BREAKING:
            out.append("\n")
        # In HTML a line ends where a tag says so.
        out.append(re.sub(r"[\r\n]+", " ", words) if is_html else words)
    joined = "".join(out)
    return unescape(joined) if has_tags or "&" in joined else joined


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield each tag's name with the text behind it, "" for what has no tag."""
    lower = text.lower()
    unclosed: set[str] = set()
    start = place = 0
    tag = ""
    while (place := text.find("<", place)) >= 0:
        name, end = _tag_at(text, lower, place, unclosed)
        if not name:
            place += 1
            continue
        yield tag, text[start:place]
        tag, start, place = name, end, end
    yield tag, text[start:]


def _tag_at(text: str, lower: str, place: int, unclosed: set[str]) -> tuple[str, int]:
    """Return the name of the tag that starts here and where it ends, ("", 0) if none.

    `unclosed` remembers ends that are nowhere, so that they are looked for once.
    """
    if text.startswith("<!--", place):
        return "!", _end_of(lower, "-->", place + 4, unclosed)
    declaration = _DECLARATION.match(text, place)
    if declaration:
        return "!", declaration.end()
    match = _TAG.match(text, place)
    name = match[1].lower() if match else ""
    if not match or not (
        ":" in name or name in _BREAKING or name in _INLINE or name in _SILENT
    ):
        return "", 0
    closes = text[place + 1] == "/" or match[0].endswith("/>")
    if name not in _SILENT or closes:
        return name, match.end()
    return name, _end_of(lower, f"</{name}", match.end(), unclosed)


def _end_of(lower: str, mark: str, start: int, unclosed: set[str]) -> int:
    """Return where a comment or a silent tag ends, its start where it never does."""
    found = -1 if mark in unclosed else lower.find(mark, start)
    if found < 0:
        unclosed.add(mark)
        return start
    return found + len(mark) if mark == "-->" else found
