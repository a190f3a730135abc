"""The sitemap lists what everybody may read, and nothing twice."""

from xml.etree import ElementTree

import pytest
from wagtail.models import Page

from tests.factories.pages import City, ContentPageFactory, mirror, translate

from .asking import ask
from .costing import cost

pytestmark = pytest.mark.django_db

PATH = "/sitemap/"
MOST_QUERIES = 15
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture
def city():
    city = City()
    translate(city.meeting(title="Warsztaty"), "en", title="Workshop")
    mirror(city.plain(title="Tylko po polsku"), "en")
    city.plain(title="Zatajone", slug="zatajone", unpublished=True)
    closed = city.plain(title="Zatajone", slug="zatajone-2", restricted=True)
    ContentPageFactory(parent=closed, slug="zatajone-3")
    return city


def test_pages_are_those_of_the_sitemap_for_search_engines(city, client):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314
    listed = {"/" + one.text.split("/", 3)[3] for one in root.iter(LOCATION)}
    answer = ask(client, PATH)

    urls = ["/" + one["url"].split("/", 3)[3] for one in answer["items"]]
    assert set(urls) == {url for url in listed if "/organisations/" not in url}
    assert len(urls) == len(set(urls)) == answer["count"]
    assert "zatajone" not in str(answer).lower()


def test_pages_name_their_translations(city, client):
    items = {(one["type"], one["locale"]): one for one in ask(client, PATH)["items"]}

    meeting = items["meetings.MeetingPage", "pl"]
    english = items["meetings.MeetingPage", "en"]
    assert meeting["alternates"] == english["alternates"]
    assert [(one["locale"], one["url"]) for one in meeting["alternates"]] == [
        ("pl", meeting["url"]),
        ("en", english["url"]),
    ]
    plain = items["participation_base.ContentPage", "pl"]
    assert plain["alternates"] == []


def test_closed_translation_is_no_alternate(city, client):
    Page.objects.filter(title="Workshop").update(live=False)

    items = {(one["type"], one["locale"]): one for one in ask(client, PATH)["items"]}

    assert items["meetings.MeetingPage", "pl"]["alternates"] == []


def test_pages_of_a_language_are_asked_for(city, client):
    answer = ask(client, PATH, locale="en")

    assert {one["locale"] for one in answer["items"]} == {"en"}
    assert answer["count"] == len(answer["items"]) == 3
    assert ask(client, PATH, locale="uk")["items"] == []


def test_page_that_is_moved_while_listing_is_neither_missed_nor_told_twice(
    city, client
):
    for n in range(4):
        city.plain(title=f"Strona {n}")
    whole = [one["id"] for one in ask(client, PATH)["items"]]
    first = ask(client, PATH, limit=4)
    moved = Page.objects.get(title="Strona 3")
    moved.move(Page.objects.get(title="Strona 0"), pos="left")

    told, cursor = [one["id"] for one in first["items"]], first["next_cursor"]
    while cursor:
        piece = ask(client, PATH, limit=4, cursor=cursor)
        told += [one["id"] for one in piece["items"]]
        cursor = piece["next_cursor"]

    assert told == whole


def test_number_of_queries_does_not_grow(city, client):
    few = cost(client, PATH, limit=100)
    for n in range(20):
        city.plain(title=f"Strona {n}")

    assert cost(client, PATH, limit=100) <= few <= MOST_QUERIES


@pytest.mark.parametrize(
    "query",
    [
        *("limit=0", "limit=101", "offset=-1", "offset=" + "9" * 30, "cursor=x"),
        *("locale=xx", "locale=", "order=path", "cursor=", "cursor=bnVsbA=="),
    ],
)
def test_wrong_parameters_are_refused(city, client, query):
    ask(client, f"{PATH}?{query}", status=422)
