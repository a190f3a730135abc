"""Where a list lies in its table, found out; a person may say otherwise."""

from snippets.importing.reading import Table

from .headers import IsKnown, find_header
from .rows import is_blank, is_remark, is_total
from .sections import SectionReader
from .shapes import Layout


def find_layout(table: Table, is_known: IsKnown) -> Layout:
    """Find the header and the data; `is_known` tells a heading that has a field."""
    first, count = find_header(table, is_known)
    layout = Layout(first, count, first + count, len(table.rows))
    return Layout(first, count, layout.data_first, _data_end(table, layout))


def _data_end(table: Table, layout: Layout) -> int:
    """Totals, sources and headings that head nothing are after the data."""
    sections = SectionReader(table, layout)
    end = layout.data_end
    while end > layout.data_first:
        row = table.rows[end - 1]
        is_over = (
            is_blank(row, sections.usual)
            or is_total(row)
            or is_remark(row, sections.usual)
            or sections.heading(end - 1, row)
        )
        if not is_over:
            break
        end -= 1
    return end
