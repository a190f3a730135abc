"""What was found in a list, as a person looks it over."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.forms import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from snippets.importing.cells import read_cell
from snippets.importing.columns import ColumnChoice
from snippets.importing.fields import FIELDS, SECTION
from snippets.importing.forms import SEPARATOR_NAMES, ColumnsForm, column_field
from snippets.importing.layout import Column, Content, Layout, read_content
from snippets.importing.opening import layout_of, open_table
from snippets.importing.reading import Book, Table, column_letter
from snippets.importing.values import clean_record, say
from snippets.importing.wording import word
from snippets.models import ImportBatch

FIRST_ROWS = 5
MOST_LISTED = 8
LONGEST_SAMPLE = 80


@dataclass(frozen=True)
class Finding:
    """A list that was opened: its sheets, its cells, and what is where."""

    book: Book
    table: Table
    layout: Layout
    content: Content

    @classmethod
    def of(cls, batch: ImportBatch) -> Self:
        """Open the list of a batch, as the batch says how; raises UnreadableError."""
        book, table = open_table(batch)
        layout = layout_of(batch, table)
        return cls(book, table, layout, read_content(table, layout))

    @property
    def separator(self) -> str:
        return str(SEPARATOR_NAMES.get(self.book.separator, ""))

    @property
    def sections(self) -> list[str]:
        """The first of the headings inside the list."""
        return list(self.content.sections)[:MOST_LISTED]

    @property
    def left_out(self) -> list[str]:
        """The first of the lines above and below the list that are not rows of it."""
        lines = (*self.content.titles, *self.content.footers)
        return [shorten(line) for line in lines][:MOST_LISTED]


@dataclass(frozen=True)
class ShownColumn:
    """A column with some of its values and the field where it is chosen."""

    heading: str
    samples: tuple[str, ...]
    choice: BoundField
    is_personal: bool
    is_hidden: bool


@dataclass(frozen=True)
class FirstRows:
    """The first rows as they would be read: labels of fields, and values in words."""

    labels: list[str]
    rows: list[tuple[int, list[str], list[str]]]


def show_columns(content: Content, form: ColumnsForm) -> list[ShownColumn]:
    """Return the columns in their order, that of the headings inside the list last."""
    columns = {column.index: column for column in content.columns}
    shown = []
    for choice in form.choices:
        column = columns.get(choice.index)
        samples = column.samples if column is not None else tuple(content.sections)
        shown.append(
            ShownColumn(
                heading=heading_of(choice, column),
                samples=tuple(shorten(text) for text in samples[:3]),
                choice=form[column_field(choice.index)],
                is_personal=choice.is_personal,
                is_hidden=column is not None and column.is_hidden,
            )
        )
    return shown


def heading_of(choice: ColumnChoice, column: Column | None) -> str:
    """Return what a column is called; by its place when it has no heading."""
    if choice.index == SECTION:
        return _("Headings inside the list")
    if column is not None and column.heading:
        return column.heading
    letter = column_letter(choice.index)
    return _("column %(letter)s, without a heading") % {"letter": letter}


def read_first_rows(content: Content, field_of: Mapping[int, str]) -> FirstRows:
    """Read the first records as the import would, notes beside their values."""
    cleaned: list[Any] = []
    for record in content.records[:FIRST_ROWS]:
        cells = {key: read_cell(record, index) for index, key in field_of.items()}
        cleaned.append((record, clean_record(cells, section=record.section)))
    keys = [key for key in FIELDS if any(key in one.values for _r, one in cleaned)]
    return FirstRows(
        labels=[capfirst(str(FIELDS[key].label)) for key in keys],
        rows=[
            (
                record.number,
                [
                    shorten(say(key, one.values[key])) if key in one.values else ""
                    for key in keys
                ],
                [capfirst(word(note)) for note in (*record.notes, *one.notes)],
            )
            for record, one in cleaned
        ],
    )


def shorten(text: str) -> str:
    """Return a text on one line, of a length that a cell has room for."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SAMPLE else f"{line[:LONGEST_SAMPLE]}…"
