"""A comment from the clause to its answer: no JavaScript, no account."""

import re

import pytest

from demo.content.programme import uid

pytestmark = pytest.mark.browser

CLAUSE = uid("social-economy")
DRAFT = "/pl/programy/2014/wersja-3/"
ADDRESS = "mieszkanka@example.org"
WORDS = "Proszę dopisać, co to jest klauzula społeczna."
REASONS = "Pojęcie wyjaśnia ustawa, więc nie powtarzamy go tutaj."
LINK = re.compile(r"http://\S+/comment/\w+/\S+")


@pytest.fixture
def visit(new_context, site):
    """Return a page of a browser that runs no scripts."""

    def open_page(user=""):
        context = new_context(base_url=site, locale="pl-PL", java_script_enabled=False)
        page = context.new_page()
        if user:
            page.goto("/admin/login/")
            page.fill("[name=username]", user)
            page.fill("[name=password]", "demo")
            page.click("form button[type=submit]")
        return page

    return open_page


def send(page):
    """Comment on ust. 29 as a resident, from the draft on."""
    page.goto(DRAFT)
    page.click(f"#c-{CLAUSE} >> text=Skomentuj")
    assert "ust.\N{NO-BREAK SPACE}29" in page.inner_text("main blockquote, main .inset")
    page.check("[name=kind][value=change]")
    page.check("[name=on_behalf][value=resident]")
    page.fill("[name=text]", WORDS)
    page.fill("[name=email]", ADDRESS)
    page.click("main form button")
    assert ADDRESS not in page.content()


def confirm(page, mail):
    """Follow the link of the mail, press the button, return the number."""
    (link,) = LINK.findall(mail)
    page.goto(link)
    page.click("main form button")
    assert WORDS in page.inner_text("main")
    return re.search(r"U\d+/2014", page.inner_text("main"))[0]


def open_desk(page, code):
    """Open the page of a comment in the admin."""
    page.goto("/admin/comments/")
    page.click(f"table >> text={code}")


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def test_comment_is_confirmed_published_answered_and_read(visit, mailbox):
    resident, reader = visit(), visit()
    send(resident)
    code = confirm(resident, mailbox.wait_for(ADDRESS))
    assert code in mailbox.wait_for(ADDRESS, number=2)
    comments = f"{DRAFT}?view=comments&clause={CLAUSE}"
    reader.goto(comments)
    assert WORDS not in reader.content()

    clerk = visit("redakcja")
    open_desk(clerk, code)
    press(clerk, "Opublikuj")
    reader.reload()
    assert WORDS in reader.content()

    unit = visit("jednostka")
    open_desk(unit, code)
    press(unit, "Przygotuj stanowisko")
    unit.select_option("[name=ruling]", "rejected")
    unit.fill("[name=reasons]", REASONS)
    press(unit, "Zapisz")
    reader.reload()
    assert REASONS not in reader.content()

    publisher = visit("wydawca")
    open_desk(publisher, code)
    publisher.click("main a[href*='/admin/answers/'] >> nth=0")
    press(publisher, "Zatwierdź i opublikuj")
    reader.reload()
    assert REASONS in reader.content()

    assert REASONS in mailbox.wait_for(ADDRESS, number=3)
    resident.reload()
    assert REASONS in resident.inner_text("main")


def test_whoever_wrote_an_answer_cannot_approve_it(visit):
    publisher = visit("wydawca")
    open_desk(publisher, "U14/2014")
    press(publisher, "Przygotuj stanowisko")
    publisher.select_option("[name=ruling]", "noted")
    publisher.fill("[name=reasons]", "Dziękujemy.")
    press(publisher, "Zapisz")

    assert not publisher.get_by_role("button", name="Zatwierdź i opublikuj").count()


def test_comment_without_an_e_mail_gives_a_receipt_once(visit):
    resident = visit()
    resident.goto(DRAFT)
    resident.click("text=Zgłoś uwagę do całej wersji")
    resident.check("[name=kind][value=support]")
    resident.check("[name=on_behalf][value=other]")
    resident.fill("[name=text]", "Popieram ten projekt.")
    resident.click("main form button")
    address = resident.url
    assert address in resident.inner_text("main")

    resident.goto(address)

    assert address not in resident.inner_text("main")
    assert re.search(r"U\d+/2014", resident.inner_text("h1"))
    resident.click("text=Wycofaj uwagę")
    resident.click("main form button")
    assert "wycofan" in resident.inner_text("main").lower()
