"""A table taken, filled in and brought back by a unit; its pages seen by axe."""

import time
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.axe import axe_violations

from .conftest import DESKTOP, LONGEST, PHONE

pytestmark = pytest.mark.browser

REASONS = "Zakres programu wyznacza ustawa.\nDlatego zapis zostaje."


@pytest.fixture
def enter(new_context, site):
    """Log somebody in; without JavaScript unless it is asked for."""

    def enter_as(user, **options):
        context = new_context(
            **{
                "base_url": site,
                "locale": "pl-PL",
                "java_script_enabled": False,
                **options,
            }
        )
        page = context.new_page()
        page.goto("/admin/login/")
        page.fill("[name=username]", user)
        page.fill("[name=password]", "demo")
        page.click("form button[type=submit]")
        return page

    return enter_as


def papers_of(page):
    """Open the papers of a consultation from the list of all; return the address."""
    page.goto("/admin/consultations/")
    page.goto(page.locator("main table .title a").first.get_attribute("href"))
    page.goto(page.locator("a[href$='/papers/']").first.get_attribute("href"))
    return page.url


def taken(page):
    """Take the table as XLSX, with what is in preparation."""
    page.check("[name=with_drafts]")
    with page.expect_download() as handed:
        page.click("button[value=table-xlsx]")
    return load_workbook(BytesIO(handed.value.path().read_bytes()))


def filled_in(book):
    """Answer the first comment that has no ruling yet; return its code and the file."""
    sheet = book.active
    (offered,) = sheet.data_validations.dataValidation
    ruling = sheet[str(offered.sqref).split(":")[0]].column
    row = next(
        row
        for row in sheet.iter_rows(min_row=2)
        if not row[ruling - 1].value
        and row[7].value
        and not row[7].value.startswith("[")
    )
    row[ruling - 1].value = offered.formula1.strip('"').split(",")[2]
    row[ruling].value = REASONS
    output = BytesIO()
    book.save(output)
    return row[1].value, output.getvalue()


def bring(page, content):
    page.click("#bring-back-content a")
    file = {"name": "tabela.xlsx", "mimeType": "", "buffer": content}
    page.set_input_files("[name=file]", file)
    page.click("main form button[type=submit]")


def reload_until(page, selector):
    end = time.monotonic() + LONGEST
    while not page.locator(selector).count():
        assert time.monotonic() < end, page.inner_text("main")
        time.sleep(0.3)
        page.reload()


def look(page, address):
    """What axe finds of ours on a page, at both widths; it must not scroll sideways."""
    found = []
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        assert page.goto(address).ok
        found += axe_violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > size["width"]:
            found.append(f"{address}: {wide} px wide on {size['width']}")
    return found


def test_table_is_taken_filled_in_and_brought_back_without_scripts(enter):
    unit = enter("jednostka")
    papers = papers_of(unit)
    code, content = filled_in(taken(unit))
    bring(unit, content)

    preview, shown = unit.url, unit.inner_text("table.returned-rows")
    assert code in shown
    assert REASONS.split("\n")[1] in shown
    seen = enter("jednostka", java_script_enabled=True)
    assert look(seen, papers) == []
    assert look(seen, preview) == []

    unit.click("form[action$='/confirm/'] button")
    reload_until(unit, "main .importing-said a")
    assert look(seen, preview) == []

    unit.click("main .importing-said a")
    assert REASONS.split("\n")[1] in unit.inner_text("main")
    assert unit.locator("form[action*='approve']").count() == 0
    assert enter("redakcja").goto(preview).status == 404
