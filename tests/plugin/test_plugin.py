"""The apps in a bare project: the README's steps, the API, and what people see."""

import shutil

import pytest

from .conftest import PASSWORD, USER
from .content import CLAUSE, FINDING, UID
from .readme import read_extension

pytestmark = [pytest.mark.plugin, pytest.mark.browser]
STYLE = "link[rel=stylesheet][href$='participation_base/css/site.css']"


def test_checks_and_migrations_are_satisfied(host):
    host.manage("check", "--fail-level=WARNING")
    host.manage("makemigrations", "--check", "--dry-run")


def test_project_holds_no_part_of_our_site(host):
    left = host.ask(
        "import json, importlib.util as u;"
        "print(json.dumps([n for n in ('config', 'demo', 'tests') if u.find_spec(n)]))"
    )

    assert left == []


def test_hosts_own_pages_stand_beside_ours(host):
    folder = host.folder / "pages"
    folder.mkdir()
    try:
        (folder / "__init__.py").write_text(read_extension())
        (folder / "recipes.py").write_text("NAME = 'the hosts'")
        told = host.ask(
            "import json, pages.base.models as ours, pages.recipes as theirs;"
            "print(json.dumps([ours.BasePage.__module__, theirs.NAME]))"
        )
        host.manage("check")
    finally:
        shutil.rmtree(folder)

    assert told == ["pages.base.models", "the hosts"]


def test_home_page_is_a_section_below_the_hosts(visit, address, pages):
    page = visit(f"{address}/en/programme/", "home")

    assert page.locator(STYLE).count() == 1
    assert "Written together" in page.locator(".site-header .brand").inner_text()
    assert page.locator(".main-nav a").count() >= 1


def test_hosts_own_home_page_stays_its_own(visit, address, pages):
    page = visit(f"{address}/en/", "host")

    assert page.locator(STYLE).count() == 0


def test_report_is_read(visit, client, pages):
    url = client.send(f"pages/{pages.meeting}/")["meta"]["html_url"]

    page = visit(_local(url, client), "report")

    assert FINDING in page.locator("main").inner_text()
    assert page.locator(STYLE).count() == 1


def test_draft_leads_to_the_comment_form(visit, client, address, pages):
    url = client.send(f"pages/{pages.draft}/")["meta"]["html_url"]

    page = visit(_local(url, client), "draft")

    assert CLAUSE in page.locator(f"#c-{UID}").inner_text()
    page.locator(f"a[href*='/en/comment/{pages.draft}/']").first.click()
    form = visit(page.url, "comment")
    assert form.locator("main form[method=post] textarea[name=text]").is_visible()


def test_search_finds_another_form_of_the_words(visit, address, pages):
    page = visit(f"{address}/en/search/?q=garden", "search")

    marked = page.locator("main mark").all_inner_texts()
    assert "gardens" in {text.lower() for text in marked}


def test_admin_shows_the_pages_and_the_registers(visit, address, pages):
    page = visit(f"{address}/admin/login/", "login")
    page.fill("[name=username]", USER)
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    page.wait_for_url(f"{address}/admin/")

    for path, name in [
        ("", "admin"),
        (f"pages/{pages.draft}/edit/", "editor"),
        ("consultations/", "consultations"),
        ("organisations/", "organisations"),
    ]:
        visit(f"{address}/admin/{path}", name)


def _local(url, client):
    """Return the address where the project is served; its site has another port."""
    path = url.split("://")[1].partition("/")[2]
    return f"{client.address.removesuffix('/api/v3/')}/{path}"
