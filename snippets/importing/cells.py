"""Cells of a row by the index of their column."""

from .fields import SECTION
from .layout import Record


def read_cell(record: Record, index: int) -> str:
    """Return the text of a cell; of the heading above the row for SECTION."""
    if index == SECTION:
        return record.section
    return record.cells[index] if index < len(record.cells) else ""
