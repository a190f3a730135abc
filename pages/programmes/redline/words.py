"""The words that differ between two texts, so that a person can read it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

# Two texts longer than this many words together, squared, are compared by sentence.
MOST_PAIRS = 400_000
# Equal words between two changes are kept apart only if they are longer than this.
SHORTEST_ISLAND = 4
# Texts with less than this share of equal letters are shown as one replaced by another.
LEAST_ALIKE = 0.25

# A word keeps its combining marks; all else is a sign by itself.
_TOKEN = re.compile(r"([\w\u0300-\u036f]+|[^\w\s])(\s*)")
_LEADING = re.compile(r"\s*")
_SENTENCE_ENDS = frozenset(".;:!?")
_SAME = str.maketrans(
    dict.fromkeys("„”“«»‟″", '"')
    | dict.fromkeys("‚’‘‹›′`´", "'")
    | dict.fromkeys("–—‒―‐‑−", "-")
)


class SegmentKind(StrEnum):
    """Whether words stayed, came or went."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True)
class Segment:
    """A run of words; `old` and `new` are its exact text on either side.

    In an equal segment they may differ in spaces, quotation marks and dashes.
    """

    kind: SegmentKind
    old: str = ""
    new: str = ""

    @property
    def text(self) -> str:
        """What a reader sees: the new text, the old one where words went."""
        return self.old if self.kind is SegmentKind.DELETE else self.new


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or sign with the space behind it; `key` is what is compared."""

    key: str
    text: str


Tokens = Sequence[_Token]
Run = tuple[SegmentKind, Tokens, Tokens]


def compare_words(old: str, new: str) -> tuple[Segment, ...]:
    """Return the segments that lead from one text to another.

    Whitespace, kinds of quotation marks and of dashes do not count as change.
    Joined, the segments' `old` are exactly the old text, their `new` the new one.
    """
    if old == new:
        return (Segment(SegmentKind.EQUAL, old, new),) if old else ()
    runs = _without_islands(_runs(_tokens(old), _tokens(new)))
    segments = tuple(_segments(runs))
    if _alike(segments) < LEAST_ALIKE and old.strip() and new.strip():
        return (
            Segment(SegmentKind.DELETE, old=old),
            Segment(SegmentKind.INSERT, new=new),
        )
    return segments


def is_change(segments: Iterable[Segment]) -> bool:
    """Whether any words came or went."""
    return any(segment.kind is not SegmentKind.EQUAL for segment in segments)


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_SAME)


def _tokens(text: str) -> list[_Token]:
    """Return the words; the first holds the leading space, so that both have one."""
    leading = _LEADING.match(text)
    start = leading.end() if leading else 0
    return [
        _Token("", text[:start]),
        *(_Token(_key(m[1]), m[0]) for m in _TOKEN.finditer(text, start)),
    ]


def _runs(old: Tokens, new: Tokens) -> Iterator[Run]:
    """Yield equal and differing runs; what both begin or end with is cut off first."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start].key == new[start].key:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end].key == new[-1 - end].key:
        end += 1
    yield SegmentKind.EQUAL, old[:start], new[:start]
    yield from _middle(old[start : len(old) - end], new[start : len(new) - end])
    yield SegmentKind.EQUAL, old[len(old) - end :], new[len(new) - end :]


def _middle(old: Tokens, new: Tokens) -> Iterator[Run]:
    if not old or not new:
        yield from _replaced(old, new)
    elif len(old) * len(new) <= MOST_PAIRS:
        yield from _matched([t.key for t in old], [t.key for t in new], old, new)
    else:
        yield from _by_sentence(old, new)


def _matched(
    old_keys: Sequence[object], new_keys: Sequence[object], old: Tokens, new: Tokens
) -> Iterator[Run]:
    matcher = SequenceMatcher(None, old_keys, new_keys, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield SegmentKind.EQUAL, old[i:j], new[k:m]
        else:
            yield from _replaced(old[i:j], new[k:m])


def _by_sentence(old: Tokens, new: Tokens) -> Iterator[Run]:
    """Compare long texts sentence by sentence, words only in short differences."""
    old_parts, new_parts = _sentences(old), _sentences(new)
    matcher = SequenceMatcher(
        None,
        [tuple(t.key for t in part) for part in old_parts],
        [tuple(t.key for t in part) for part in new_parts],
        autojunk=False,
    )
    for tag, i, j, k, m in matcher.get_opcodes():
        before = [token for part in old_parts[i:j] for token in part]
        after = [token for part in new_parts[k:m] for token in part]
        if tag == "equal":
            yield SegmentKind.EQUAL, before, after
        elif before and after and len(before) * len(after) <= MOST_PAIRS:
            yield from _runs(before, after)
        else:
            yield from _replaced(before, after)


def _sentences(tokens: Tokens) -> list[list[_Token]]:
    parts: list[list[_Token]] = [[]]
    for token in tokens:
        parts[-1].append(token)
        if token.key in _SENTENCE_ENDS:
            parts.append([])
    return [part for part in parts if part]


def _replaced(old: Tokens, new: Tokens) -> Iterator[Run]:
    if old:
        yield SegmentKind.DELETE, old, ()
    if new:
        yield SegmentKind.INSERT, (), new


def _without_islands(runs: Iterable[Run]) -> Iterator[Run]:
    """Join changes with only a short word between them: one change reads better."""
    old: list[_Token] = []
    new: list[_Token] = []
    island: Run | None = None
    for run in runs:
        kind, before, after = run
        if kind is not SegmentKind.EQUAL:
            if island:
                old.extend(island[1])
                new.extend(island[2])
                island = None
            old.extend(before)
            new.extend(after)
        elif island is None and (old or new) and _is_short(after):
            island = run
        elif before or after:
            yield from _replaced(old, new)
            old, new = [], []
            if island:
                yield island
                island = None
            yield run
    yield from _replaced(old, new)
    if island:
        yield island


def _is_short(tokens: Tokens) -> bool:
    return sum(len(token.key) for token in tokens) < SHORTEST_ISLAND


def _segments(runs: Iterable[Run]) -> Iterator[Segment]:
    """Yield segments of the runs, neighbours of one kind joined."""
    waiting: Segment | None = None
    for kind, before, after in runs:
        old = "".join(token.text for token in before)
        new = "".join(token.text for token in after)
        if not old and not new:
            continue
        if waiting and waiting.kind is kind:
            waiting = Segment(kind, waiting.old + old, waiting.new + new)
            continue
        if waiting:
            yield waiting
        waiting = Segment(kind, old, new)
    if waiting:
        yield waiting


def _alike(segments: Sequence[Segment]) -> float:
    """Return the share of letters that stayed, 0 to 1."""
    equal = sum(len(s.new) for s in segments if s.kind is SegmentKind.EQUAL)
    longest = max(sum(len(s.old) for s in segments), sum(len(s.new) for s in segments))
    return equal / longest if longest else 1.0
