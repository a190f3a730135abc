"""The pictures of the handbook's chapter on lists; `tools/screenshots.py` calls it.

Two invented lists go through the wizard: the second differs from the first, and from
what an editor has entered in between, in every way that the chapter speaks of.
"""

from io import BytesIO

from handbook_pictures import SCROLL, Desk, around, box, mark
from openpyxl import Workbook
from playwright.sync_api import Browser

Row = tuple[str, ...]

HEADINGS = ("Nazwa", "Nr KRS", "Ulica i nr", "Miejscowość", "E-mail", "Prezes zarządu")
TITLE = "Wykaz organizacji, stan na 1 stycznia 2026 r."
CITY = "Białystok"
KNOWN, TWICE = "Towarzystwo „Wiersze na Próbę”", "Tow. „Wiersze na Próbę”"
BRIDGE = (
    "Stowarzyszenie „Most na Niby”",
    "0009000102",
    "ul. Próbna 2",
    CITY,
    "most@example.org",
    "Jan Zmyślony",
)
EARLIER: tuple[Row, ...] = (
    HEADINGS,
    ("Fundacje",),
    (
        "Fundacja „Zmyślona Łąka”",
        "0009000101",
        "ul. Próbna 1",
        CITY,
        "laka@example.org",
    ),
    ("Stowarzyszenia",),
    BRIDGE,
    ("Klub Sportowy „Wymyślanka”", "0009000103", "ul. Próbna 3", CITY),
    (KNOWN, "0009000104", "ul. Próbna 4", CITY),
)
LATER: tuple[Row, ...] = (
    (TITLE,),
    (),
    HEADINGS,
    ("Fundacje",),
    (
        "Fundacja „Zmyślona Łąka”",
        "9000101",
        "ul. Próbna 1",
        CITY,
        "biuro@laka.example.org",
        "Anna Zmyślona",
    ),
    ("Fundacja „Papierowe Drzewo”", "9000105", "ul. Próbna 5", CITY),
    ("Stowarzyszenia",),
    BRIDGE,
    ("KLUB SPORTOWY „WYMYŚLANKA”", "9000103", "ul. Niby 30", CITY),
    (TWICE, "", "ul. Próbna 40", CITY),
    ("", "9000106", "ul. Próbna 6", CITY),
    ("Razem: 6",),
)
CHANGED_BY_HAND, NEW_STREET = "Klub Sportowy „Wymyślanka”", "ul. Próbna 3A"
# Rows as the spreadsheet counts them.
CHANGED_ROW, TWICE_ROW = 9, 10


def spreadsheet(rows: tuple[Row, ...]) -> bytes:
    """Return an XLSX file of these rows."""
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def upload(desk: Desk, name: str, rows: tuple[Row, ...]) -> None:
    desk.open("/admin/organisations/imports/new/")
    file = {"name": name, "mimeType": "", "buffer": spreadsheet(rows)}
    desk.page.set_input_files("[name=file]", file)
    desk.press("Prześlij i odczytaj")


def open_entry(desk: Desk, name: str) -> str:
    """Open an organisation in the editor; return its key."""
    desk.open(f"/admin/organisations/?q={name}")
    desk.page.get_by_role("link", name=name, exact=True).first.click()
    desk.settle()
    return desk.page.url.rstrip("/").rpartition("/")[2]


def earlier_list(desk: Desk) -> None:
    """Import the first list, then correct a value of it by hand."""
    upload(desk, "wykaz-2025.xlsx", EARLIER)
    desk.press("Sprawdź wiersze")
    desk.press("Importuj")
    open_entry(desk, CHANGED_BY_HAND)
    desk.page.get_by_role("tab", name="Identyfikatory i siedziba").click()
    desk.page.fill("[name=street]", NEW_STREET)
    desk.press("Zapisz")


def way_in(desk: Desk) -> None:
    desk.open("/admin/organisations/")
    mark(desk.page.get_by_role("link", name="Importuj z arkusza"))
    desk.save("wykaz-przycisk", box(200, 0, 1080, 260))


def columns(desk: Desk) -> None:
    upload(desk, "wykaz-2026.xlsx", LATER)
    table = desk.page.locator("#columns-content table")
    table.scroll_into_view_if_needed()
    desk.save("wykaz-kolumny", around(table, margin=0))


def preview(desk: Desk) -> None:
    desk.press("Sprawdź wiersze")
    desk.save("wykaz-podglad", box(200, 0, 1080, 900))
    first, last = (desk.page.locator(f"#row-{n}") for n in (CHANGED_ROW, TWICE_ROW))
    first.evaluate(SCROLL)
    desk.settle()
    desk.save("wykaz-decyzja", around(first, last, margin=0))


def two_entries(desk: Desk) -> None:
    """Import the second list, with one organisation as another one."""
    row = desk.page.locator(f"#row-{TWICE_ROW}")
    row.locator("input[value=different]").check()
    desk.press("Zapisz decyzje na tej stronie")
    desk.press("Importuj")


def merger(desk: Desk) -> None:
    kept = open_entry(desk, KNOWN)
    merged = open_entry(desk, TWICE)
    desk.open(f"/admin/organisations/merge/{merged}/?into={kept}")
    desk.save("scalanie", box(200, 0, 1080, 900))


def take(browser: Browser, address: str) -> None:
    """Take the pictures from a demo into which no list was imported yet."""
    editor = Desk(browser, address, "redakcja")
    for step in (earlier_list, way_in, columns, preview, two_entries):
        step(editor)
    merger(Desk(browser, address, "wydawca"))
