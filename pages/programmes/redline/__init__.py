"""What differs between two versions of a text, clause by clause: pure, no Django.

`compare` tells added, removed, changed, moved and renumbered clauses apart, and the
words that differ inside each. Nothing is lost: `apply` makes the new text from the
old one, `revert` the old one from the new.
"""

from .clauses import ClauseDiff, Counts, Redline, apply, as_json, compare, revert
from .words import Segment, SegmentKind, compare_words

__all__ = [
    "ClauseDiff",
    "Counts",
    "Redline",
    "Segment",
    "SegmentKind",
    "apply",
    "as_json",
    "compare",
    "compare_words",
    "revert",
]
