"""What a reader and a clerk do, in a real browser."""

import re

import pytest

from .addresses import ADDRESSES

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(new_context, site):
    return new_context(base_url=site, locale="pl-PL").new_page()


def test_reader_follows_the_chain_from_report_to_clause_and_back(reader):
    reader.goto("/")
    assert reader.url.endswith("/pl/")
    reader.click("text=Warsztaty partycypacyjne 26 lipca: sprawozdanie")
    reader.click("text=Zobacz ust. 29 w projekcie")
    assert reader.inner_text("h1") == "ust.\N{NO-BREAK SPACE}29"
    assert "oraz promowanie idei klauzuli społecznej" in reader.inner_text("main")
    reader.click("#history + article a >> nth=0")
    assert re.search(r"/wersja-3/.*#c-", reader.url)
    reader.go_back()
    reader.click("section[aria-labelledby=discussed] a >> nth=0")
    assert reader.url.endswith(ADDRESSES["report"][0])


def test_reader_changes_language_on_the_same_page(reader):
    reader.goto(ADDRESSES["draft"][0])
    reader.click(".langs >> text=English")
    assert reader.url.endswith(ADDRESSES["draft"][1])
    reader.click(".langs >> text=Українська")
    assert reader.url.endswith("/uk/programy/2014/wersja-2/")
    assert "версія" in reader.inner_text("h1").lower()


def test_reader_finds_an_organisation_by_letter_and_sphere(reader):
    reader.goto(ADDRESSES["organisations"][0])
    reader.click(".letters >> text=Z")
    assert reader.inner_text(".hits").strip().startswith("Związek Tatarów")
    reader.select_option("[name=sphere]", "10")
    reader.click("form.filter button")
    assert "Uniwersytet Trzeciego Wieku" in reader.inner_text(".hits")


def test_clerk_corrects_the_report_and_the_public_sees_it(new_context, site):
    page = new_context(base_url=site, locale="pl-PL").new_page()
    page.goto("/admin/")
    page.fill("[name=username]", "wydawca")
    page.fill("[name=password]", "demo")
    page.click("button[type=submit]")
    page.goto("/admin/pages/")
    page.goto(ADDRESSES["meeting"][0])
    lead = "Zapraszamy wszystkich, także po raz pierwszy."
    page.goto(f"/admin/pages/{page_id(page)}/edit/")
    page.fill("[name=lead]", lead)
    page.click("[data-w-dropdown-target=toggle] >> nth=-1")
    page.click("[name=action-publish]")
    page.wait_for_load_state()
    page.goto(ADDRESSES["meeting"][0])
    assert page.inner_text(".lead").replace("\N{NO-BREAK SPACE}", " ") == lead


def page_id(page):
    link = page.get_attribute("link[type='application/json']", "href")
    return re.search(r"(\d+)/?$", link)[1]
