"""Marks found words in a text and picks the passage that shows most of them.

Texts come back in pieces, never as HTML: a template escapes them and puts the marks.
"""

from collections import Counter, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .analysis import index_keys
from .languages.writing import each_token, is_inside_word

__all__ = [
    "MOST_TEXT",
    "WIDTH",
    "Passage",
    "Piece",
    "find_passage",
    "highlight",
    "opening",
]

WIDTH = 220
# A passage is looked for in so many characters of a thing; a long file has more.
MOST_TEXT = 300_000
# This share of what a passage has room for stands before the first marked word.
_LEAD = 4
# A passage may begin with one of these before its first word.
_OPENING = frozenset("„”“\"«»‘’'(§#")

Owners = Mapping[str, frozenset[int]]


@dataclass(frozen=True)
class Piece:
    """A run of text, marked or not."""

    text: str
    is_match: bool


@dataclass(frozen=True)
class Passage:
    """A part of a text that is shown with a result; `label` says where it is from."""

    label: str
    pieces: tuple[Piece, ...]
    is_cut_before: bool
    is_cut_after: bool

    @property
    def text(self) -> str:
        """The passage without its marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A word that matches, and the numbers of the groups that it does."""

    start: int
    end: int
    groups: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Window:
    """From the first to the last of the words that are found near each other."""

    start: int
    end: int
    count: int


def highlight(text: str, keys: Collection[str], language: str) -> list[Piece]:
    """Return the whole text in pieces: words that have one of the keys are marked."""
    owners = dict.fromkeys(keys, frozenset({0}))
    return _pieces(text, 0, len(text), owners, language)


def find_passage(
    parts: Sequence[tuple[str, str]],
    groups: Sequence[Collection[str]],
    language: str,
    width: int = WIDTH,
) -> Passage | None:
    """Return the passage that shows most groups, the first of such, if any does.

    `parts` are pairs of label and text, `groups` the keys of each word of the query.
    """
    owners = _owners(groups)
    best: tuple[str, str, _Window] | None = None
    left = MOST_TEXT
    for label, text in parts:
        for window in _windows(text[:left], owners, language, width):
            if best is None or window.count > best[2].count:
                best = label, text, window
                if window.count == len(groups):
                    return _passage(*best, owners, language, width)
        left = max(0, left - len(text))
    return _passage(*best, owners, language, width) if best else None


def opening(parts: Sequence[tuple[str, str]], width: int = WIDTH) -> Passage | None:
    """Return the first words of the first part that has any, with nothing marked."""
    for label, text in parts:
        start = len(text) - len(text.lstrip())
        if start < len(text):
            end = _word_end(text, start, start + width)
            # The first word may be longer than all that there is room for.
            end = end if end > start else start + width
            piece = Piece(text[start:end], is_match=False)
            return Passage(label, (piece,), False, bool(text[end:].strip()))
    return None


def _owners(groups: Sequence[Collection[str]]) -> Owners:
    """Return the numbers of the groups that each key is in."""
    numbers: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for key in group:
            numbers.setdefault(key, set()).add(number)
    return {key: frozenset(found) for key, found in numbers.items()}


def _hits(
    text: str, start: int, end: int, owners: Owners, language: str
) -> Iterator[_Hit]:
    for token in each_token(text, start, end):
        found = [
            owners[key] for key in index_keys(token.text, language) if key in owners
        ]
        if found:
            yield _Hit(token.start, token.end, frozenset().union(*found))


def _windows(text: str, owners: Owners, language: str, width: int) -> Iterator[_Window]:
    """Yield, for every hit, the window that ends with it."""
    inside: deque[_Hit] = deque()
    counts: Counter[int] = Counter()
    for hit in _hits(text, 0, len(text), owners, language):
        inside.append(hit)
        counts.update(hit.groups)
        while len(inside) > 1 and hit.end - inside[0].start > width:
            counts.subtract(inside.popleft().groups)
        count = sum(1 for number in counts.values() if number)
        start = inside[0].start
        yield _Window(start, min(hit.end, start + width), count)


def _passage(
    label: str, text: str, window: _Window, owners: Owners, language: str, width: int
) -> Passage:
    """Widen the window to the width, with more room behind it than before it."""
    room = max(0, width - (window.end - window.start))
    start = max(0, min(window.start - room // _LEAD, len(text) - width))
    end = _word_end(text, window.end, start + width)
    start = _word_start(text, start, window.start)
    return Passage(
        label,
        tuple(_pieces(text, start, end, owners, language)),
        is_cut_before=bool(text[:start].strip()),
        is_cut_after=bool(text[end:].strip()),
    )


def _word_start(text: str, place: int, latest: int) -> int:
    """Return where the first whole word after `place` begins."""
    while place < latest and is_inside_word(text, place):
        place += 1
    while place < latest and not text[place].isalnum() and text[place] not in _OPENING:
        place += 1
    return place


def _word_end(text: str, earliest: int, place: int) -> int:
    """Return where the last whole word before `place` ends."""
    place = min(place, len(text))
    whole = place
    while whole > earliest and is_inside_word(text, whole):
        whole -= 1
    return earliest + len(text[earliest:whole].rstrip())


def _pieces(
    text: str, start: int, end: int, owners: Owners, language: str
) -> list[Piece]:
    pieces: list[Piece] = []
    place = start
    for hit in _hits(text, start, end, owners, language):
        if place < hit.start:
            pieces.append(Piece(text[place : hit.start], is_match=False))
        pieces.append(Piece(text[hit.start : hit.end], is_match=True))
        place = hit.end
    if place < end:
        pieces.append(Piece(text[place:end], is_match=False))
    return pieces
