"""Tables of comments as they are taken, filled in offline, and saved again."""

from io import BytesIO

from django.utils import translation
from openpyxl import Workbook, load_workbook

from pages.papers.kinds import PaperRequest
from pages.papers.returning.headings import KEY, REASONS, RULING, heading_of
from pages.papers.writing import write_paper
from tests.snippets.importing.reading.files import SHEET, as_xlsx, unzipped, zipped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def take_table(consultation, language="en", **options):
    """Return the XLSX that staff take, as bytes."""
    output = BytesIO()
    with translation.override(language):
        write_paper(output, PaperRequest(consultation, **options))
    return output.getvalue()


def heading(name, language="en"):
    with translation.override(language):
        return heading_of(name)


class Sheet:
    """A table that is open in a spreadsheet; rows by the code of a comment."""

    def __init__(self, content, language="en"):
        self.book = load_workbook(BytesIO(content))
        self.sheet = self.book.active
        self.language = language

    def column(self, name):
        wanted = heading(name, self.language)
        return [cell.value for cell in self.sheet[1]].index(wanted) + 1

    def row(self, code):
        rows = self.sheet.iter_rows(min_row=2)
        return next(row[0].row for row in rows if code in [c.value for c in row])

    def fill(self, code, **values):
        """Put values into the cells of a comment: ruling, reasons, key."""
        for name, value in values.items():
            self.sheet.cell(self.row(code), self.column(name), value)
        return self

    def value(self, code, name):
        return self.sheet.cell(self.row(code), self.column(name)).value

    def saved(self):
        output = BytesIO()
        self.book.save(output)
        return output.getvalue()


def table(*rows, headings=None, before=()):
    """Return an XLSX made by hand; rows are of ruling, reasons, key."""
    book = Workbook()
    sheet = book.active
    for row in before:
        sheet.append(row)
    sheet.append(headings or [heading(name) for name in (RULING, REASONS, KEY)])
    for row in rows:
        sheet.append(row)
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def cells(*rows, parts=None):
    """Return an XLSX whose cells are given as XML, each row a list of them."""
    data = "".join(f"<row>{''.join(row)}</row>" for row in rows)
    made = unzipped(as_xlsx([]))
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>'
    return zipped({**made, SHEET: sheet, **(parts or {})})


def text(value):
    return f'<c t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'


def headings():
    """Return the cells of the headings, as XML."""
    return [text(heading(name)) for name in (RULING, REASONS, KEY)]
