"""Headings of a list to fields of the register."""

from .headings import is_known_heading
from .matching import (
    SECTION_KEY,
    ColumnChoice,
    ListColumn,
    as_saved,
    match_columns,
    misfits,
    problems_of,
)

__all__ = [
    "SECTION_KEY",
    "ColumnChoice",
    "ListColumn",
    "as_saved",
    "is_known_heading",
    "match_columns",
    "misfits",
    "problems_of",
]
