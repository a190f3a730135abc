"""What a spreadsheet sees in a file: read with readers that are not our own."""

import csv
import io

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook


def read_xlsx(content):
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return [[cell.value or "" for cell in row] for row in sheet.iter_rows()]


def read_with_calamine(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def read_csv(content):
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


READ = {"xlsx": read_with_calamine, "ods": read_with_calamine, "csv": read_csv}
