"""Text files of separated values: the separator, the records, the broken lines."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from .cells import CellReader, cell_note
from .swallowed import SEPARATORS
from .tables import Book, Limits, SheetFacts, SheetInfo, Table, refusal

_SAMPLE_LINES = 300
# A quotation mark that is open for longer was never meant to hold a cell together.
_LONGEST_RECORD = 200
# A separator that cuts the lines this many times worse than another is not theirs.
_FAR_WORSE = 10
_PUNCTUATION = 0.1
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextRecord:
    """Cells that belong together, and the line (from zero) where they begin.

    `has_stray_quote`: a cell begins with a quotation mark that is a letter of it.
    """

    line: int
    cells: list[str]
    has_stray_quote: bool = False


class TextBook(Book):
    """A text file as a book of one sheet."""

    def __init__(
        self, text: str, *, encoding: str, separator: str, limits: Limits
    ) -> None:
        self._lines = list(StringIO(text, newline=""))
        if found := _SEPARATOR_LINE.fullmatch(self._lines[0]):
            self._lines[0] = "\n"
        stated = found[1] if found and found[1] in SEPARATORS else ""
        separator = _checked(self._lines, separator or stated)
        width = usual_width(self._lines, separator)
        self._limits = limits
        super().__init__(
            "csv",
            (SheetInfo("", rows=len(self._lines), columns=width),),
            encoding=encoding,
            separator=separator,
        )

    def table(self, sheet: str = "") -> Table:
        self.chosen(sheet)
        reader = CellReader(self._limits)
        table = Table(rows=[], numbers=[])
        for record in read_records(self._lines, self.separator):
            index, number = len(table.rows), record.line + 1
            if index >= self._limits.rows:
                raise refusal("too_many_rows", limit=self._limits.rows)
            table.rows.append(reader.read(record.cells))
            table.numbers.append(number)
            table.widths.append(len(record.cells))
            notes = reader.notes(record.cells, number)
            if record.has_stray_quote:
                notes.append(cell_note("stray_quote", number, _first_quote(record)))
            if notes:
                table.notes[index] = notes
        self._make_rectangular(table)
        return table

    def _make_rectangular(self, table: Table) -> None:
        width = max(table.widths, default=0)
        SheetFacts(len(table.rows), width).check(self._limits)
        for index, row in enumerate(table.rows):
            if len(row) < width:
                table.rows[index] = row + ("",) * (width - len(row))


def find_separator(lines: list[str]) -> str:
    """The separator that cuts the most lines into the same number of cells."""
    return max(SEPARATORS, key=lambda separator: _consistency(lines, separator))


def usual_width(lines: list[str], separator: str) -> int:
    """How many cells most lines have."""
    widths = _widths(lines, separator)
    return max(widths, key=lambda width: (widths[width], width), default=1)


def read_records(lines: list[str], separator: str) -> Iterator[TextRecord]:
    """Read the records; a line whose quotation marks are broken is read by itself."""
    width = usual_width(lines, separator)
    at = 0
    while at < len(lines):
        for end, cells in _well_formed(lines, at, separator):
            if end - at > 1 and _is_swallowed(lines[at:end], separator, width):
                for line in range(at, end):
                    yield _read_alone(lines, line, separator, is_in_quotes=True)
            else:
                yield TextRecord(at, cells)
            at = end
        if at < len(lines):
            yield _read_alone(lines, at, separator)
            at += 1


def _well_formed(
    lines: list[str], at: int, separator: str
) -> Iterator[tuple[int, list[str]]]:
    """Records, each with the line after it, up to the first that is not well formed."""
    first = start = at

    def feed() -> Iterator[str]:
        for line in range(first, len(lines)):
            if line - start >= _LONGEST_RECORD:
                raise csv.Error
            yield lines[line]

    reader = csv.reader(feed(), delimiter=separator, strict=True, skipinitialspace=True)
    try:
        for cells in reader:
            start = first + reader.line_num
            yield start, cells
    except csv.Error:
        return


def _read_alone(
    lines: list[str], line: int, separator: str, *, is_in_quotes: bool = False
) -> TextRecord:
    text = lines[line].rstrip("\r\n")
    if is_in_quotes:
        text = text.replace('""', '"')
    cells = split_line(text, separator)
    return TextRecord(line, cells, any(cell.startswith('"') for cell in cells))


def split_line(text: str, separator: str) -> list[str]:
    """Split one line; quotation marks count only if they hold a whole cell."""
    cells = []
    at = 0
    while True:
        found = _CELLS[separator].match(text, at)
        quoted, bare = found.groups() if found else (None, text[at:])
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        at = (found.end() if found else len(text)) + 1
        if at > len(text):
            return cells


_CELLS = {
    separator: re.compile(
        rf'[ ]*"((?:[^"]++|"")*+)"[ ]*(?={separator}|$)|([^{separator}]*)'
    )
    for separator in SEPARATORS
}


def _is_swallowed(lines: list[str], separator: str, width: int) -> bool:
    """Do the lines of one record read better as records of their own?"""
    whole = sum(1 for line in lines if len(_split_raw(line, separator)) == width)
    return width > 1 and whole > 1 and whole * 2 > len(lines)


def _split_raw(line: str, separator: str) -> list[str]:
    return split_line(line.rstrip("\r\n"), separator)


def _first_quote(record: TextRecord) -> int:
    return next(
        index for index, cell in enumerate(record.cells) if cell.startswith('"')
    )


def _checked(lines: list[str], separator: str) -> str:
    if not separator:
        return find_separator(lines)
    if separator not in SEPARATORS:
        raise refusal("wrong_separator", separator=separator)
    best = _consistency(lines, find_separator(lines))
    if _consistency(lines, separator) < best / _FAR_WORSE:
        raise refusal("wrong_separator", separator=separator)
    return separator


def _consistency(lines: list[str], separator: str) -> float:
    """How well a separator cuts the lines; one before a space may be punctuation."""
    widths = _widths(lines, separator)
    cut = max((count * (width - 1) for width, count in widths.items()), default=0)
    sample = "".join(lines[:_SAMPLE_LINES])
    spaced = sample.count(f"{separator} ") / max(sample.count(separator), 1)
    return cut * max(1 - spaced, _PUNCTUATION)


def _widths(lines: list[str], separator: str) -> Counter[int]:
    reader = csv.reader(lines[:_SAMPLE_LINES], delimiter=separator)
    widths: Counter[int] = Counter()
    try:
        widths.update(len(cells) for cells in reader if cells)
    except csv.Error:
        widths.update(
            len(_split_raw(line, separator)) for line in lines[:_SAMPLE_LINES]
        )
    return widths
