"""The pictures of the handbook's chapters on papers and codes of organisations.

`tools/screenshots.py` calls it. A table of comments is taken, filled in and brought
back, as the chapter tells.
"""

from io import BytesIO
from pathlib import Path

from handbook_pictures import Desk, box
from openpyxl import load_workbook
from playwright.sync_api import Browser

RULINGS = (
    ("częściowo uwzględniona", "Zapis rozszerzono o część propozycji."),
    ("przyjęta do wiadomości", "Dziękujemy za głos poparcia."),
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def papers(desk: Desk) -> None:
    desk.open("/admin/consultations/")
    desk.page.get_by_role("link", name="Wersja 3").first.click()
    desk.settle()
    desk.page.get_by_role("link", name="Dokumenty", exact=True).last.click()
    desk.settle()
    desk.save("dokumenty", box(200, 0, 1080, 860))


def table(desk: Desk) -> bytes:
    """Take the table of comments from the page that is open."""
    with desk.page.expect_download() as download:
        desk.page.get_by_role("button", name="Excel (XLSX)").click()
    return Path(download.value.path()).read_bytes()


def filled_in(content: bytes) -> bytes:
    """Return the table with some rulings and reasons."""
    book = load_workbook(BytesIO(content))
    sheet = book.active
    headings = [cell.value for cell in sheet[1]]
    column = headings.index("Rozstrzygnięcie")
    blank = [row for row in sheet.iter_rows(min_row=2) if not row[column].value]
    for row, (ruling, reasons) in zip(blank, RULINGS, strict=False):
        row[column].value, row[column + 1].value = ruling, reasons
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def bring_back(desk: Desk) -> None:
    content = filled_in(table(desk))
    desk.page.get_by_role("link", name="Wgraj tabelę").click()
    desk.settle()
    desk.page.locator("input[type=file]").set_input_files(
        {"name": "uwagi-uzupelnione.xlsx", "mimeType": XLSX, "buffer": content}
    )
    desk.page.locator("main form button[type=submit]").last.click()
    desk.settle()
    desk.save("tabela-podglad", box(200, 0, 1080, 860))


def issue_code(desk: Desk) -> None:
    desk.open("/admin/organisation-codes/")
    desk.page.get_by_role("link", name="Wydaj kod").first.click()
    desk.settle()
    desk.save("kod", box(200, 0, 1080, 700))


def take(browser: Browser, address: str) -> None:
    """Take the pictures, in the order in which the chapters tell it."""
    desk = Desk(browser, address, "redakcja")
    papers(desk)
    bring_back(desk)
    issue_code(desk)
