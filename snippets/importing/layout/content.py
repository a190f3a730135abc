"""The records of a list, read off its table by its layout."""

from collections.abc import Iterator, Sequence

from snippets.importing.reading import Table
from snippets.models import Note

from .headings import header_rows, heading_parts, name_headings
from .rows import Row, filled, is_blank, is_remark, is_same, is_total, text_of_row
from .sections import SectionReader
from .shapes import Column, Content, Layout, Record

_SAMPLES = 3


def read_content(table: Table, layout: Layout) -> Content:
    """Read the list; rows that are no records are counted or kept as texts."""
    return _ContentReader(table, _within(layout, len(table.rows))).read()


def _within(layout: Layout, rows: int) -> Layout:
    """A layout that a person chose may reach past the table."""
    first = min(max(layout.header_first, 0), rows)
    data_first = min(max(layout.data_first, first), rows)
    return Layout(
        header_first=first,
        header_rows=min(max(layout.header_rows, 0), data_first - first),
        data_first=data_first,
        data_end=min(max(layout.data_end, data_first), rows),
    )


class _ContentReader:
    """Goes down the rows of one table."""

    def __init__(self, table: Table, layout: Layout) -> None:
        self._table = table
        self._layout = layout
        self._parts = heading_parts(table, layout)
        self._headings = name_headings(self._parts)
        self._sections = SectionReader(table, layout)
        self._content = Content()

    def read(self) -> Content:
        layout, content, rows = self._layout, self._content, self._table.rows
        content.titles = _texts(rows[: layout.header_first])
        found = list(self._records())
        shifts = _Shifts(self._table, [index for index, _ in found], self._headings)
        carried = _merged_down(self._table, layout)
        for index, section in found:
            notes = (*self._table.notes.get(index, ()), *shifts.notes(index))
            cells = _with_carried(rows[index], carried.get(index, {}))
            number = self._table.numbers[index]
            content.records.append(Record(number, cells, section, notes))
        content.footers += _texts(rows[layout.data_end :])
        content.columns = tuple(self._columns(shifts.width))
        return content

    def _records(self) -> Iterator[tuple[int, str]]:
        """Index and section of each row that is a record."""
        content, usual = self._content, self._sections.usual
        header = header_rows(self._table, self._layout)
        section = ""
        for index in range(self._layout.data_first, self._layout.data_end):
            row = self._table.rows[index]
            if is_blank(row, usual):
                content.blank_rows += 1
            elif is_total(row) or is_remark(row, usual):
                content.footers.append(text_of_row(row))
            elif heading := self._sections.heading(index, row):
                section = heading
                content.sections.setdefault(section, 0)
            elif not any(is_same(row, other) for other in header):
                if section:
                    content.sections[section] += 1
                yield index, section

    def _columns(self, width: int) -> Iterator[Column]:
        sound = [record for record in self._content.records if not record.is_broken]
        for place in range(width):
            values = [record.cells[place] for record in sound if record.cells[place]]
            if not values and place not in self._headings:
                continue
            yield Column(
                index=place,
                heading=self._headings.get(place, ""),
                parts=self._parts[place],
                samples=_first_different(values),
                filled=len(values),
                is_hidden=place in self._table.hidden_columns,
            )


class _Shifts:
    """Tells rows whose cells cannot stand under their own headings.

    `width` is how many columns the list has: up to the last heading, or to the last
    column that most rows fill where it has no heading.
    """

    def __init__(
        self, table: Table, indices: list[int], headings: dict[int, str]
    ) -> None:
        self._table = table
        full = len(table.rows[0]) if table.rows else 0
        self.width = max(headings, default=-1) + 1 if headings else full
        for place in range(full - 1, self.width - 1, -1):
            values = sum(1 for index in indices if table.rows[index][place])
            if values * 2 > len(indices):
                self.width = place + 1
                break
        self._reaches_past = self.width < full
        short = sum(1 for index in indices if self._is_short(index))
        # Some programs leave blank cells at the end of each line out.
        self._may_be_short = not headings or short * 2 > len(indices)

    def notes(self, index: int) -> list[Note]:
        """Say that a row is shifted."""
        cells = self._cells(index)
        is_long = self._reaches_past and any(self._table.rows[index][self.width :])
        is_short = not self._may_be_short and self._is_short(index)
        if not is_long and not is_short:
            return []
        params = {"row": self._table.numbers[index], "columns": self.width}
        return [Note("row_shifted", params={**params, "cells": cells})]

    def _is_short(self, index: int) -> bool:
        return bool(self._table.widths) and self._table.widths[index] < self.width

    def _cells(self, index: int) -> int:
        if self._table.widths:
            return self._table.widths[index]
        row = self._table.rows[index]
        return max(place for place, cell in enumerate(row) if cell) + 1


def _merged_down(table: Table, layout: Layout) -> dict[int, dict[int, str]]:
    """What cells merged over several rows of the data say in the rows below."""
    carried: dict[int, dict[int, str]] = {}
    for top, left, bottom, _right in table.merged:
        if layout.data_first <= top < bottom and left < len(table.rows[0]):
            for index in range(top + 1, min(bottom + 1, layout.data_end)):
                carried.setdefault(index, {})[left] = table.rows[top][left]
    return carried


def _with_carried(row: Row, carried: dict[int, str]) -> Row:
    if not carried:
        return row
    return tuple(cell or carried.get(place, "") for place, cell in enumerate(row))


def _first_different(values: Sequence[str]) -> tuple[str, ...]:
    different: dict[str, None] = {}
    for value in values:
        different.setdefault(value)
        if len(different) == _SAMPLES:
            break
    return tuple(different)


def _texts(rows: Sequence[Row]) -> list[str]:
    return [text_of_row(row) for row in rows if filled(row)]
