"""The rights of an author: the data seen, downloaded, erased, asked for by e-mail."""

import json
import re

import pytest

pytestmark = pytest.mark.browser

FORM = "/to-the-form/pl/"
ASK = "/pl/comments/my-data/"
LINK = re.compile(r"http://\S+/comment/\w+/\S+")
NAME, WORDS = "Autorka Próbna", "Proszę o krótsze terminy rozliczeń."


@pytest.fixture
def page(new_context, site):
    """A page of a browser that runs no scripts."""
    context = new_context(base_url=site, locale="pl-PL", java_script_enabled=False)
    return context.new_page()


def speak(page, mailbox, address):
    """Comment with an e-mail and confirm it; the author's own page is open then."""
    page.goto(FORM)
    page.check("[name=kind][value=change]")
    page.check("[name=on_behalf][value=resident]")
    page.fill("[name=text]", WORDS)
    page.fill("[name=name]", NAME)
    page.fill("[name=email]", address)
    page.click("main form button")
    page.goto(LINK.findall(mailbox.wait_for(address))[0])
    page.click("main form button")
    page.wait_for_url("**/comment/follow/**")


def download(page):
    """Return the data that a link hands out as a file."""
    with page.expect_download() as handed:
        page.click("main a[href='file/']")
    return json.loads(handed.value.path().read_text(encoding="utf-8"))


def test_author_sees_downloads_and_erases_the_own_data(page, look, mailbox):
    speak(page, mailbox, "autorka@example.org")
    page.click("main a[href='data/']")
    assert NAME in page.inner_text("main")
    look(page.url, page.url.replace("/data/", "/erase/"))

    (kept,) = download(page)["comments"]
    assert kept["contact"]["email"] == "autorka@example.org"
    assert kept["comment"]["text"] == WORDS
    page.click("main a[href='../erase/']")
    page.click("main form button")

    assert WORDS in page.inner_text("main")
    page.click("main a[href='data/']")
    assert "autorka@example.org" not in page.content()
    assert NAME not in page.content()
    (kept,) = download(page)["comments"]
    assert set(kept["contact"]) == {"erased_at"}


def test_author_asks_for_all_data_by_e_mail(page, look, mailbox):
    address = "pytajaca@example.org"
    speak(page, mailbox, address)
    mailbox.wait_for(address, number=2)
    page.goto(ASK)
    page.fill("[name=email]", address.upper())
    page.click("main form button")
    assert page.url.endswith("/my-data/sent/")
    assert address not in page.content().lower()

    (link,) = LINK.findall(mailbox.wait_for(address, number=3))
    page.goto(link)
    look(ASK, f"{ASK}sent/", link, f"{link}erase/", f"{ASK}erased/")
    (kept,) = download(page)["comments"]
    assert kept["comment"]["text"] == WORDS
    page.click("main a[href='erase/']")
    page.click("main form button")

    assert page.url.endswith("/my-data/erased/")
    assert page.goto(link).status == 404
