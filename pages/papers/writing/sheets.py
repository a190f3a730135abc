"""The table of comments as a spreadsheet: CSV, and XLSX to be filled in."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

from django.conf import settings
from django.utils.translation import gettext, override, pgettext
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pages.comments.models import Ruling
from pages.papers.columns import PaperColumn, sheet_columns
from pages.papers.kinds import PaperRequest
from pages.papers.rows import reported_rows
from snippets.importing.exporting.spreadsheets import (
    LONGEST_CELL,
    TEXT_FORMAT,
    put,
    write_csv,
)
from snippets.importing.exporting.texts import plain

PAPER_A4 = Worksheet.PAPERSIZE_A4
# Characters of all columns together, and of each.
SHEET_WIDTH, NARROWEST, WIDEST = 240, 6, 48
SHADED = PatternFill("solid", fgColor="E8EEF4")
WRAPPED = Alignment(wrap_text=True, vertical="top")
HEADING_ROW = 1
# „_x000A_” in a text would be an escaped character to whoever reads XLSX: the
# underscore is escaped itself.
ESCAPES = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
ESCAPED = len("x005F_")


def write_table_csv(
    output: BinaryIO,
    request: PaperRequest,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write the table as CSV; no cell of it runs as a formula."""
    columns = sheet_columns(request)
    headings = [str(column.heading) for column in columns]
    write_csv(output, "", headings, _texts(columns, request, progress))


def write_table_xlsx(
    output: BinaryIO,
    request: PaperRequest,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write the table as XLSX, row by row; rulings are chosen from a list."""
    columns = sheet_columns(request)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(pgettext("sheet of a spreadsheet", "Comments"))
    _lay_out(sheet, columns)
    bold = [_cell(sheet, font=Font(bold=True), fill=SHADED) for _column in columns]
    _append(sheet, bold, [str(column.heading) for column in columns])
    # Each row is written when it is appended, so that all can share their cells.
    cells = [_cell(sheet) for _column in columns]
    last = HEADING_ROW
    with _no_trace(sheet):
        for row in _texts(columns, request, progress):
            _append(sheet, cells, row)
            last += 1
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{get_column_letter(len(columns))}{last}"
    if last > HEADING_ROW:
        _offer_rulings(sheet, columns, last)
    book.save(output)


def fit(text: str) -> str:
    """Return what a cell of XLSX holds of a text; where it is cut, it says so."""
    if _fits(text):
        return text
    note = gettext("[…] The whole text is in the register of comments.")
    kept = text[:LONGEST_CELL]
    while not _fits(cut := f"{kept}\n{note}"):
        kept = kept[: len(kept) * 99 // 100]
    return cut


def is_cut_of(cell: str, text: str) -> bool:
    """Whether a cell holds what `fit` leaves of a longer text, in any language."""
    if _fits(text):
        return False
    cuts = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            cuts.append(fit(text))
    return cell in cuts


def _fits(text: str) -> bool:
    """Whether Excel, which counts UTF-16, and openpyxl, with escapes, hold a text."""
    if 2 * len(text) <= LONGEST_CELL:
        return True
    written = len(text) + ESCAPED * len(ESCAPES.findall(text))
    return max(written, len(text.encode("utf-16-le")) // 2) <= LONGEST_CELL


def _texts(
    columns: Sequence[PaperColumn],
    request: PaperRequest,
    progress: Callable[[int], None] | None,
) -> Iterator[list[str]]:
    for row in reported_rows(request, progress):
        yield [plain(column.value(row)) for column in columns]


@contextmanager
def _no_trace(sheet: WriteOnlyWorksheet) -> Iterator[None]:
    """Delete the rows written so far where something goes wrong.

    openpyxl keeps them in a temporary file until they are saved or the process ends,
    and a worker may run for months.
    """
    try:
        yield
    except BaseException:
        sheet.close()
        sheet._writer.cleanup()
        raise


def _lay_out(sheet: WriteOnlyWorksheet, columns: Sequence[PaperColumn]) -> None:
    """Set what comes before the rows, and how the sheet is printed."""
    sheet.freeze_panes = f"A{HEADING_ROW + 1}"
    for number, column in enumerate(columns, start=1):
        shown = sheet.column_dimensions[get_column_letter(number)]
        shown.width = min(max(column.width * SHEET_WIDTH, NARROWEST), WIDEST)
        shown.number_format = TEXT_FORMAT
        shown.alignment = WRAPPED
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = PAPER_A4
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"


def _offer_rulings(
    sheet: WriteOnlyWorksheet, columns: Sequence[PaperColumn], last: int
) -> None:
    """Let the cells of the ruling be filled from a list, and with nothing else."""
    place = [column.name for column in columns].index("ruling") + 1
    letter = get_column_letter(place)
    offered = ",".join(str(label) for label in Ruling.labels)
    rulings = DataValidation(
        type="list",
        formula1=f'"{offered}"',
        allow_blank=True,
        showErrorMessage=True,
        error=gettext("Choose a ruling from the list, or leave it empty."),
        sqref=f"{letter}{HEADING_ROW + 1}:{letter}{last}",
    )
    sheet.data_validations.append(rulings)


def _append(
    sheet: WriteOnlyWorksheet, cells: Sequence[Cell], texts: Sequence[str]
) -> None:
    pairs = zip(cells, texts, strict=True)
    sheet.append([put(cell, fit(text)) if text else None for cell, text in pairs])


def _cell(sheet: WriteOnlyWorksheet, **style: Any) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.number_format = TEXT_FORMAT
    cell.alignment = WRAPPED
    for name, value in style.items():
        setattr(cell, name, value)
    return cell
