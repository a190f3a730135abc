"""Segments in which no letter differs that is not said to differ."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from pages.programmes.redline import Segment, SegmentKind

# What is before the first word, then each word or sign; and the space behind it.
_PIECES = re.compile(r"(^|[\w\u0300-\u036f]+|[^\w\s])(\s*)")


def exact(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield the segments, those of equal words cut where spaces or quotes differ.

    A reader of a redline is not shown such differences; a file has them as changes,
    or one of its texts would not be what it was.
    """
    for segment in segments:
        if segment.kind is SegmentKind.EQUAL and segment.old != segment.new:
            yield from _cut(segment.old, segment.new)
        else:
            yield segment


def replaced(old: str, new: str) -> Iterator[Segment]:
    """Yield what leads from one text to another as a whole."""
    if old == new:
        if old:
            yield Segment(SegmentKind.EQUAL, old, new)
        return
    if old:
        yield Segment(SegmentKind.DELETE, old=old)
    if new:
        yield Segment(SegmentKind.INSERT, new=new)


def _cut(old: str, new: str) -> Iterator[Segment]:
    """Yield the equal pieces of the texts, and what is between them."""
    before = list(chain.from_iterable(_PIECES.findall(old)))
    after = list(chain.from_iterable(_PIECES.findall(new)))
    if len(before) != len(after):
        yield from replaced(old, new)
        return
    pairs = zip(before, after, strict=True)
    for _is_same, group in groupby(pairs, key=lambda pair: pair[0] == pair[1]):
        olds, news = zip(*group, strict=True)
        yield from replaced("".join(olds), "".join(news))
