"""The position of an organisation, from the code to the numbers; without JavaScript."""

import re
import sqlite3
from contextlib import closing

import pytest

from demo.content.programme import uid

pytestmark = pytest.mark.browser

CLAUSE = uid("social-economy")
ADDRESS = "prezeska@example.org"
WORDS = "Klauzule społeczne także w małych zamówieniach."
ADDED = "Tak robią inne miasta."
DESK = re.compile(r"http://\S+/position/desk/\S+")


@pytest.fixture
def visit(new_context, site):
    """Return a page of a browser; the public needs no scripts."""

    def open_page(**options):
        options = {"java_script_enabled": False, **options}
        return new_context(base_url=site, locale="pl-PL", **options).new_page()

    return open_page


@pytest.fixture
def organisation(site, site_folder):
    """An organisation of the directory that has no code yet."""
    with closing(sqlite3.connect(site_folder / "db.sqlite3", timeout=20)) as database:
        (row,) = database.execute(
            "SELECT id FROM snippets_organisation WHERE merged_into_id IS NULL"
            " AND status != 'struck_off' AND id NOT IN"
            " (SELECT organisation_id FROM organisation_positions_organisationcode)"
            " ORDER BY id LIMIT 1"
        ).fetchall()
    return row[0]


def issue(page, organisation):
    """Issue a code as staff; return it and the address where members type it in."""
    page.goto("/admin/login/")
    page.fill("[name=username]", "redakcja")
    page.fill("[name=password]", "demo")
    page.click("form button[type=submit]")
    page.goto("/admin/organisation-codes/add/")
    # The chooser of organisations needs a script; what it puts into the form is this.
    page.eval_on_selector(
        "[name=organisation]", "(field, value) => { field.value = value }", organisation
    )
    page.fill("[name=contact_email]", ADDRESS)
    page.click("main form button[type=submit]")
    return page.inner_text("main code"), page.get_attribute(
        "main a[href*='/position/']", "href"
    )


def draft(page, code, address):
    """Type the code in and draft on a clause; return the draft's private address."""
    page.goto(address)
    page.fill("[name=code]", code.lower().replace("-", " "))
    page.click("main form button")
    page.click(f"main a[href='draft/?clause={CLAUSE}']")
    page.check("[name=kind][value=change]")
    page.fill("[name=text]", WORDS)
    page.fill("[name=author]", "Członkini Próbna")
    page.click("main form button")
    return page.get_attribute("#saved a", "href")


def merge(page):
    """Put the draft into the position at the desk, and a word of one's own."""
    page.click(f"main .inset a[href^='clause/?clause={CLAUSE}'] >> nth=-1")
    page.check("[name=draft]")
    page.click("[name=do][value=take]")
    assert page.input_value("[name=text]") == WORDS
    page.fill("[name=justification]", ADDED)
    page.click("[name=do][value=save]")
    page.click("main a[href='../']")


def test_organisation_speaks_with_one_voice(visit, look, mailbox, organisation):
    code, address = issue(visit(java_script_enabled=True), organisation)
    member, contact = visit(), visit()
    own = draft(member, code, address)
    assert WORDS in member.inner_text("main")
    drafting = f"{member.url.partition('?')[0]}draft/?clause={CLAUSE}"
    look(address, member.url, drafting, own)

    (link,) = DESK.findall(mailbox.wait_for(ADDRESS))
    assert code not in mailbox.wait_for(ADDRESS)
    contact.goto(link)
    merge(contact)
    look(link, f"{link}clause/?clause={CLAUSE}", f"{link}preview/", f"{link}code/")
    contact.click("main a[href='preview/']")
    assert WORDS in contact.inner_text("main")
    assert ADDED in contact.inner_text("main")
    contact.click("main form button")

    (number,) = set(re.findall(r"U\d+/2014", contact.inner_text("main")))
    assert contact.url == link
    look(link, own)
    assert number in mailbox.wait_for(ADDRESS, number=2)
    member.goto(own)
    assert not member.query_selector("main form")
    contact.click("main article form button")
    assert "/comment/follow/" in contact.url
    assert ADDED in contact.inner_text("main")
