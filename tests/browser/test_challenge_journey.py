"""The form that asks a browser to show that no bot sends it, in a real browser."""

import base64
import json
import sqlite3
from contextlib import closing

import pytest

from tests.axe import axe_violations

pytestmark = pytest.mark.browser

FORM = "/to-the-form/pl/"
SOLVED = "[name=altcha]:not([value=''])"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# What a laptop takes, with room for one that does other things besides.
LONGEST = 10_000


class Register:
    """The running site's comments, read beside it."""

    def __init__(self, path):
        self.path = path

    def run(self, statement):
        with closing(sqlite3.connect(self.path, timeout=20)) as database, database:
            return database.execute(statement).fetchall()

    def ask(self, is_asked):
        self.run(
            f"UPDATE public_comments_consultation SET asks_challenge = {is_asked:d}"  # noqa: S608 - a bool
        )

    @property
    def last(self):
        """The text of the newest comment, and whether it is held."""
        (row,) = self.run(
            "SELECT text, is_held FROM public_comments_publiccomment"
            " ORDER BY id DESC LIMIT 1"
        )
        return row


@pytest.fixture
def register(site, site_folder):
    """The register of a site whose consultations ask for a solution."""
    register = Register(site_folder / "db.sqlite3")
    register.ask(True)
    yield register
    register.ask(False)


@pytest.fixture
def visit(new_context, site, register):
    """Return the form in a browser; what it complains of is collected."""

    def open_form(**options):
        page = new_context(base_url=site, locale="pl-PL", **options).new_page()
        page.complaints = []
        page.requested = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: page.requested.append(request.url))
        page.goto(FORM)
        return page

    return open_form


def write(page, words):
    page.check("[name=kind][value=support]")
    page.check("[name=on_behalf][value=other]")
    page.fill("[name=text]", words)


def send(page):
    page.click("main form button")
    page.wait_for_url("**/comment/follow/**")


def note(page):
    return page.inner_text("main form [role=status]")


def test_browser_solves_it_while_the_author_writes(visit, register, site):
    page = visit()
    asked = json.loads(page.get_attribute("[data-challenge]", "data-challenge"))
    assert note(page) == page.get_attribute("[data-challenge]", "data-idle")
    assert not page.input_value("[name=altcha]")

    write(page, "Popieram: przeglądarka policzyła.")
    page.wait_for_selector(SOLVED, state="attached", timeout=LONGEST)

    assert note(page) == page.get_attribute("[data-challenge]", "data-solved")
    sent = json.loads(base64.b64decode(page.input_value("[name=altcha]")))
    assert sent["challenge"] == asked
    send(page)
    assert register.last == ("Popieram: przeglądarka policzyła.", 0)
    assert page.complaints == []
    assert [url for url in page.requested if not url.startswith(site)] == []


def test_form_sent_at_once_waits_for_the_solution_and_goes_by_itself(visit, register):
    page = visit()
    page.evaluate(
        """() => {
          document.querySelector("[name=kind][value=support]").checked = true;
          document.querySelector("[name=on_behalf][value=other]").checked = true;
          document.querySelector("[name=text]").value = "Wysłane od razu.";
        }"""
    )

    send(page)

    assert register.last == ("Wysłane od razu.", 0)


def test_keyboard_alone_sends_a_form_that_comes_back_once_more(visit, register):
    page = visit()
    page.focus("[name=text]")
    page.keyboard.type("Z klawiatury.")
    page.wait_for_selector(SOLVED, state="attached", timeout=LONGEST)
    page.focus("[name=email]")
    page.keyboard.press("Enter")
    page.wait_for_selector("main .errors")

    assert page.input_value("[name=altcha]")
    assert not page.query_selector("[data-challenge]")
    write(page, "Z klawiatury.")
    page.focus("[name=email]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/comment/follow/**")
    assert register.last == ("Z klawiatury.", 0)


def test_form_without_javascript_is_taken_and_held(visit, register):
    page = visit(java_script_enabled=False)
    assert page.is_visible("[data-challenge] p")

    write(page, "Bez JavaScriptu.")
    send(page)

    assert register.last == ("Bez JavaScriptu.", 1)


@pytest.mark.parametrize("part", ["challenge.js", "pbkdf2.js"])
def test_form_whose_script_does_not_come_is_taken_and_held(visit, register, part):
    page = visit()
    page.route(f"**/{part}", lambda route: route.abort())
    page.reload()

    write(page, f"Bez {part}.")
    send(page)

    assert register.last == (f"Bez {part}.", 1)


def test_axe_finds_nothing_before_and_after_the_solution(visit):
    found = {}
    for scheme in ("light", "dark"):
        for size in (DESK, PHONE):
            page = visit(color_scheme=scheme, viewport=size)
            found[scheme, size["width"], "idle"] = axe_violations(page)
            page.focus("[name=text]")
            page.wait_for_selector(SOLVED, state="attached", timeout=LONGEST)
            found[scheme, size["width"], "solved"] = axe_violations(page)
    assert not any(found.values()), found
