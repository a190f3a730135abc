"""Rich texts lead to the site from anywhere, in HTML and in Markdown."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.documents import DocumentFactory
from tests.factories.pages import City
from tests.pages.api.asking import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


def paragraph(text):
    return {"type": "paragraph", "value": text}


def link(page, words="a"):
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def read(client, page, form):
    return ask(client, f"/pages/{page.pk}/", rich_text_format=form)


def test_links_of_markdown_are_those_of_html(client, city):
    file = f'<a linktype="document" id="{DocumentFactory(title="a").pk}">pismo</a>'
    other = '<a href="https://a.example/x">obcy</a>'
    text = f"<p>{link(city.meetings, 'spotkania')}, {file}, {other}, [to](/nie/)</p>"
    page = city.plain(published=True, body=[paragraph(text)])
    root = city.home.get_site().root_url

    (html,), (markdown,) = (
        [block["value"] for block in read(client, page, form)["body"]]
        for form in ("html", "markdown")
    )

    assert f'<a href="{root}{city.meetings.url}">spotkania</a>' in html
    assert f"[spotkania]({root}{city.meetings.url})" in markdown
    assert f"[pismo]({root}/documents/" in markdown
    assert "[obcy](https://a.example/x)" in markdown
    assert f"{root}/nie/" not in markdown


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_link_to_what_is_not_public_is_only_words(client, city, form):
    closed = city.plain(restricted=True, slug="zatajone")
    draft = city.plain(live=False, slug="zatajone-tez")
    text = f"<p>{link(closed, 'nic')} {link(draft, 'nic')}</p>"
    page = city.plain(published=True, body=[paragraph(text)])

    (block,) = read(client, page, form)["body"]

    assert "nic" in block["value"]
    assert "zatajone" not in block["value"]


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_links_cost_the_same_however_many(client, city, form):
    names = ("agreed_introduction", "findings_introduction", "call_for_comments")

    def cost(count):
        texts = [f"<p>{number} {link(city.home)}</p>" for number in range(count)]
        page = city.meeting(
            published=True,
            slug=f"s-{count}",
            body=[paragraph(text) for text in texts],
            **dict(zip(names, texts, strict=False)),
        )
        read(client, city.home, form)
        with CaptureQueriesContext(connection) as queries:
            read(client, page, form)
        return len(queries)

    assert cost(1) == cost(3)


def test_links_of_lists_cost_the_same_however_many(client, city):
    def cost(count):
        for number in range(count):
            city.meeting(
                published=True,
                slug=f"s-{count}-{number}",
                call_for_comments=f"<p>{count} {number} {link(city.home)}</p>",
            )
        asked = {"type": "meetings.MeetingPage", "fields": "call_for_comments"}
        with CaptureQueriesContext(connection) as queries:
            told = ask(client, "/pages/", limit=count, order="-id", **asked)
        assert all("href" in item["call_for_comments"] for item in told["items"])
        return len(queries)

    cost(1)
    assert cost(2) == cost(5)
