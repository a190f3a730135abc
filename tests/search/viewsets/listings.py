"""The lists of the admin, as a test reads them."""

import csv
from io import BytesIO, StringIO

from openpyxl import load_workbook

from tests.pages.markup import PublicPage


def titles(client, url, **parameters):
    """Return the first cells of the rows, without their buttons."""
    page = PublicPage.get(client, url, **parameters)
    cells = page.soup.select("table.listing tbody tr td.title .title-wrapper")
    return [" ".join(cell.text.split()) for cell in cells]


def exported_csv(client, url):
    """Return the rows of a CSV export below its headings."""
    response = client.get(url, {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    return list(csv.reader(StringIO(text)))[1:]


def exported_xlsx(client, url):
    """Return the rows of an XLSX export below its headings."""
    response = client.get(url, {"export": "xlsx"})
    book = load_workbook(BytesIO(b"".join(response.streaming_content)))
    return list(book.active.iter_rows(min_row=2, values_only=True))
