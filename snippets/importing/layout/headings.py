"""The headings of columns, put together from the rows of the header."""

from collections.abc import Iterator

from snippets.folding import fold
from snippets.importing.reading import Table

from .headers import is_explanation
from .rows import Row
from .shapes import Layout

_JOINT = " / "
_NAME_WORDS = ("nazw", "name", "organiza", "organisa", "podmiot", "stowarzysz")


def heading_parts(table: Table, layout: Layout) -> list[tuple[str, ...]]:
    """For each column of the table the texts of the header over it, from the top."""
    rows = header_rows(table, layout)
    width = len(table.rows[0]) if table.rows else 0
    spread = [
        _spread(table, layout.header_first + at, rows[at], rows[at + 1 :])
        for at in range(len(rows))
    ]
    return [tuple(_distinct(row[place] for row in spread)) for place in range(width)]


def header_rows(table: Table, layout: Layout) -> list[Row]:
    """Rows of the header that name columns, and not the last that explains them."""
    end = layout.header_first + layout.header_rows
    rows = table.rows[layout.header_first : end]
    if len(rows) > 1 and is_explanation(rows[-1], rows[-2], table.rows[end : end + 30]):
        rows = rows[:-1]
    return rows


def name_headings(parts: list[tuple[str, ...]]) -> dict[int, str]:
    """Headings by place; the same one twice is kept apart by a number."""
    seen: dict[str, int] = {}
    headings = {}
    for place, texts in enumerate(parts):
        if not texts:
            continue
        heading = _JOINT.join(texts)
        count = seen[fold(heading)] = seen.get(fold(heading), 0) + 1
        headings[place] = f"{heading} ({count})" if count > 1 else heading
    return headings


def main_column(table: Table, layout: Layout, headings: dict[int, str]) -> int | None:
    """The column of the names: by its heading, else the one with most different texts.

    None for a table that has nothing but numbers.
    """
    for word in _NAME_WORDS:
        for place, heading in headings.items():
            if any(part.startswith(word) for part in fold(heading).split()):
                return place
    rows = table.rows[layout.data_first : min(layout.data_end, layout.data_first + 200)]
    width = len(table.rows[0]) if table.rows else 0
    counts = {
        place: len({row[place] for row in rows if _is_wordy(row[place])})
        for place in range(width)
    }
    best = max(counts, key=lambda place: counts[place], default=None)
    return best if best is not None and counts[best] else None


def _is_wordy(cell: str) -> bool:
    letters = sum(1 for char in cell if char.isalpha())
    return letters > len(cell) / 2 and "@" not in cell and "://" not in cell


def _spread(table: Table, index: int, row: Row, under: list[Row]) -> Row:
    """A name of a group stands over each column of the group."""
    merged = [
        (left, right)
        for top, left, bottom, right in table.merged
        if top <= index <= bottom and left < min(right, len(row))
    ]
    cells = list(row)
    if merged:
        for left, right in merged:
            cells[left : right + 1] = [row[left]] * (min(right + 1, len(row)) - left)
    elif under:
        _carry(cells, under)
    return tuple(cells)


def _carry(cells: list[str], under: list[Row]) -> None:
    """Where cells were not merged, a name reaches to the right over blank cells."""
    carried = ""
    for place, cell in enumerate(cells):
        has_names_under = any(row[place] for row in under)
        if cell:
            carried = cell if has_names_under else ""
        elif has_names_under:
            cells[place] = carried
        else:
            carried = ""


def _distinct(texts: Iterator[str]) -> Iterator[str]:
    """A cell merged over two rows is one part of the heading."""
    before = ""
    for text in texts:
        if text and fold(text) != before:
            yield text
            before = fold(text)
