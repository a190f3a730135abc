"""A list from a spreadsheet into the register and out of it again, as an editor."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

pytestmark = pytest.mark.browser

KNOWN = "Stowarzyszenie „Szukamy Polski”"
NEW = "Fundacja Próbna Sześć Żeber"
# Rows as the spreadsheet counts them.
NEW_ROW, KNOWN_ROW, NAMELESS_ROW = 6, 8, 9


@pytest.fixture
def editor(new_context, site):
    """A page of a browser that runs no scripts, an editor logged in."""
    context = new_context(base_url=site, locale="pl-PL", java_script_enabled=False)
    page = context.new_page()
    page.goto("/admin/login/")
    page.fill("[name=username]", "redakcja")
    page.fill("[name=password]", "demo")
    page.click("form button[type=submit]")
    return page


def awkward_list(person):
    """A title, two rows of headings, sections, zeros lost, a total after the data."""
    book = Workbook()
    sheet = book.active
    for row in (
        ["Wykaz organizacji, stan na 1 listopada 2026 r."],
        [],
        ["Organizacja", None, "Siedziba", person],
        ["Nazwa", "Nr KRS", "Miejscowość", "imię i nazwisko"],
        ["A. Fundacje"],
        [NEW, 9000777, "Łomża", "Jan Próbny"],
        ["B. Stowarzyszenia"],
        [KNOWN.upper(), None, "BIAŁYSTOK", "Ewa Próbna"],
        [None, 9000778, "Suwałki", "Adam Próbny"],
        ["Razem: 3"],
    ):
        sheet.append(row)
    for cells in ("A1:D1", "A3:B3"):
        sheet.merge_cells(cells)
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def upload(page, person="Prezes"):
    """Come from the list of organisations, upload the list."""
    page.goto("/admin/organisations/")
    page.click("header a[href$='/imports/new/']")
    file = {"name": "wykaz.xlsx", "mimeType": "", "buffer": awkward_list(person)}
    page.set_input_files("[name=file]", file)
    page.click("#w-editor-form button[type=submit]")


def chosen_columns(page):
    """What each column was recognised as."""
    selects = page.locator("select[name^='column-']").all()
    return [select.input_value() for select in selects]


def decide_on_the_duplicate(page):
    """See the probable duplicates only, and take the one for whom it is like."""
    page.click(".importing-tabs a[href$='?outcome=duplicate']")
    row = page.locator(f"#row-{KNOWN_ROW}")
    assert KNOWN in row.inner_text()
    row.locator("input[type=radio][value^='same-']").first.check()
    page.click(".importing-save button")
    assert page.url.endswith("outcome=duplicate&p=1")
    assert row.locator("input[value^='same-']").first.is_checked()


def test_list_is_read_checked_imported_and_undone(editor):
    upload(editor)
    assert chosen_columns(editor) == ["name", "krs", "city", "", "legal_form"]
    first_rows = editor.inner_text("#first-rows-content")
    assert "0009000777" in first_rows
    assert "Jan Próbny" not in first_rows
    editor.click("button[name=check]")

    row = editor.locator(f"#row-{NEW_ROW}")
    assert NEW in row.inner_text()
    assert not row.locator("a").count()
    decide_on_the_duplicate(editor)
    editor.click("form[action$='/run/'] button")

    assert editor.url.endswith("/report/")
    added = row.locator("a").get_attribute("href")
    with editor.expect_download() as download:
        editor.click("a[href$='/refused/']")
    content = BytesIO(download.value.path().read_bytes())
    (_headings, refused) = load_workbook(content).active.values
    assert "Suwałki" in refused
    assert str(NAMELESS_ROW) in refused[-1]
    report = editor.url
    editor.goto(added)
    assert "0009000777" in editor.inner_text("main").replace(" ", "")

    editor.goto(report)
    editor.click("a[href$='/undo/']")
    editor.click("button.serious")

    assert editor.url == report
    assert not row.locator("a").count()
    assert editor.goto(added).status == 404


def test_list_is_read_as_the_last_one_with_its_headings(editor):
    # Headings of its own: what it keeps is offered to the other test's list else.
    upload(editor, "Skarbnik")
    editor.select_option("[name=column-3]", "about")
    editor.fill("[name=save_as]", "Wykaz z opisem")
    editor.click("button[name=check]")
    editor.click("a[href$='/cancel/']")
    editor.click("button.serious")

    upload(editor, "Skarbnik")

    assert chosen_columns(editor)[3] == "about"
    assert "Wykaz z opisem" in editor.inner_text("#columns-content")
