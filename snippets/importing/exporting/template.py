"""A list to fill in: headings that an import knows, and how to fill it in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from snippets.importing.fields import FIELDS
from snippets.importing.values import say
from snippets.models import LegalForm, Organisation

from .instructions import EXAMPLES, INSTRUCTIONS
from .resource import exported_fields, heading
from .spreadsheets import COLUMN_WIDTH, TEXT_FORMAT, put, write_csv
from .writing import ExportFormat

TEMPLATE_FORMATS = ("xlsx", "csv")
LAST_ROW = 1_048_576
CHOICES = {
    "legal_form": tuple(LegalForm.values),
    "status": tuple(Organisation.Status.values),
    "opp": (True, False),
    "acts_in_city": (True, False),
}
WIDTHS = (30, 60, 40, 4)  # of the instructions; the lists of words come after them


def filled_in_fields() -> list[str]:
    """Return the fields that people fill in; the key of an entry is given by itself."""
    return [key for key in exported_fields(private=False) if not FIELDS[key].is_key]


@dataclass(frozen=True, slots=True)
class ListSheet:
    """The sheet to fill in; a template has no private columns."""

    sheet: Worksheet
    fields: Sequence[str]

    def write(self, words: dict[str, str]) -> None:
        """Write the headings with remarks, and where only some words are wanted.

        `words` are the cells, by the key of a field, that list its words.
        """
        self.sheet.freeze_panes = "A2"
        for number, key in enumerate(self.fields, start=1):
            letter = get_column_letter(number)
            column = self.sheet.column_dimensions[letter]
            column.width = COLUMN_WIDTH
            # Digits keep their zeros when they are typed in.
            column.number_format = TEXT_FORMAT
            cell = self.sheet[f"{letter}1"]
            put(cell, heading(key))
            cell.font = Font(bold=True)
            cell.comment = Comment(str(INSTRUCTIONS[key]), author="")
            if key in words:
                self.offer(f"{letter}2:{letter}{LAST_ROW}", words[key])

    def offer(self, cells: str, words: str) -> None:
        """Let the words be picked from a list; others are warned of, not refused."""
        validation = DataValidation(
            type="list",
            formula1=words,
            allow_blank=True,
            errorStyle="warning",
            showErrorMessage=True,
        )
        validation.add(cells)
        self.sheet.add_data_validation(validation)


@dataclass(frozen=True, slots=True)
class InstructionSheet:
    """The sheet that says what to write, with an example that is not read."""

    sheet: Worksheet
    fields: Sequence[str]

    def write(self) -> dict[str, str]:
        """Write the sheet; return where the words of a field are listed."""
        titles = (
            pgettext("of a table", "Column"),
            gettext("What to write"),
            pgettext("how to fill in", "Example"),
        )
        self.row(1, titles, bold=True)
        for number, key in enumerate(self.fields, start=2):
            example = say(key, EXAMPLES[key]) if key in EXAMPLES else ""
            self.row(number, (heading(key), str(INSTRUCTIONS[key]), example))
        for number, width in enumerate(WIDTHS, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        return {
            key: self.words(len(WIDTHS) + 1 + place, key)
            for place, key in enumerate(CHOICES)
        }

    def row(self, number: int, texts: Sequence[str], *, bold: bool = False) -> None:
        """Write a row of wrapped texts."""
        for column, text in enumerate(texts, start=1):
            cell = self.sheet.cell(number, column)
            put(cell, text)
            cell.font = Font(bold=bold)
            cell.alignment = Alignment(wrap_text=True, vertical="top")

    def words(self, column: int, key: str) -> str:
        """List the words of a field in a column; return where they are."""
        letter = get_column_letter(column)
        self.sheet.column_dimensions[letter].width = COLUMN_WIDTH
        put(self.sheet[f"{letter}1"], heading(key))
        self.sheet[f"{letter}1"].font = Font(bold=True)
        for number, value in enumerate(CHOICES[key], start=2):
            put(self.sheet[f"{letter}{number}"], say(key, value))
        name = quote_sheetname(self.sheet.title)
        return f"{name}!${letter}$2:${letter}${len(CHOICES[key]) + 1}"


def write_template(output: BinaryIO, *, form: ExportFormat) -> None:
    """Write an empty list in the active language; CSV has its headings alone."""
    fields = filled_in_fields()
    if form.key == "csv":
        write_csv(output, "", [heading(key) for key in fields], ())
        return
    book = Workbook()
    # The first sheet is the one that an import reads.
    book.active.title = str(capfirst(Organisation._meta.verbose_name_plural))
    instructions = book.create_sheet(gettext("Instructions"))
    words = InstructionSheet(instructions, fields).write()
    ListSheet(book.active, fields).write(words)
    book.save(output)
