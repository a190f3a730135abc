"""XLSX and CSV of text cells, written as the rows come."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from snippets.formulas import disarm

# The format of text: digits typed into a cell later keep their zeros as well.
TEXT_FORMAT = "@"
COLUMN_WIDTH = 22
# A longer cell would be cut without a word and come back changed; a blank one is
# taken for nothing said.
LONGEST_CELL = 32_767
# „_x000A_” in a text is an escaped character to whoever reads XLSX.
_ESCAPES = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def write_xlsx(
    output: BinaryIO,
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
) -> None:
    """Write one sheet of texts; `title` names it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number in range(1, len(headings) + 1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width = COLUMN_WIDTH
        column.number_format = TEXT_FORMAT
    sheet.append([_heading_cell(sheet, heading) for heading in headings])
    # Each row is written when it is appended, so that all can share their cells.
    cells = [_text_cell(sheet) for _ in headings]
    for row in rows:
        sheet.append(
            [
                put(cell, text) if text else None
                for cell, text in zip(cells, row, strict=True)
            ]
        )
    book.save(output)


def put(cell: Cell, text: str) -> Cell | None:
    """Put a text into a cell as a text, whatever it looks like."""
    if len(text) > LONGEST_CELL:
        return None
    cell.value = _ESCAPES.sub("_x005F_", text)
    # openpyxl would make a formula of „=1+1” and an error of „#N/A”.
    cell.data_type = "s"
    return cell


def _text_cell(sheet: WriteOnlyWorksheet) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.number_format = TEXT_FORMAT
    return cell


def _heading_cell(sheet: WriteOnlyWorksheet, heading: str) -> Cell:
    cell = _text_cell(sheet)
    cell.font = Font(bold=True)
    put(cell, heading)
    return cell


def write_csv(
    output: BinaryIO,
    _title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
) -> None:
    """Write UTF-8 with a BOM and semicolons, as Polish spreadsheets open it.

    All cells are quoted: a comma inside one must not start another, harmful one in a
    spreadsheet that takes commas for separators.
    """
    text = TextIOWrapper(output, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(headings)
    writer.writerows([disarm(cell) for cell in row] for row in rows)
    text.detach()
