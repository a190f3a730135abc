"""How a list lies in its table: titles, header, sections, totals; and its records."""

from .content import read_content
from .finding import find_layout
from .shapes import MOST_HEADER_ROWS, REFUSING, Column, Content, Layout, Record

__all__ = [
    "MOST_HEADER_ROWS",
    "REFUSING",
    "Column",
    "Content",
    "Layout",
    "Record",
    "find_layout",
    "read_content",
]
