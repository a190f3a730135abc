"""Redirects that the API tells: as they are followed, and none to what is closed."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from tests.factories.pages import City

from .asking import ask
from .costing import cost

pytestmark = pytest.mark.django_db

PATH = "/sitemap/redirects/"
MOST_QUERIES = 15


@pytest.fixture
def city():
    return City()


def test_redirects_lead_where_a_visitor_is_led(city, client):
    meeting = city.meeting(published=True)
    Redirect.add_redirect("/stare", meeting)
    Redirect.add_redirect("/kalendarz", meeting, page_route_path="/meeting.ics")
    Redirect.add_redirect("/gdzie", meeting, page_route_path="/nie-ma/")
    Redirect.add_redirect("/dalej?a=1", "https://example.org/", is_permanent=False)
    Redirect.add_redirect("/donikad", "")

    items = ask(client, PATH)["items"]

    assert [one["old_path"] for one in items] == [
        *("/stare", "/kalendarz", "/gdzie", "/dalej?a=1")
    ]
    for one in items:
        response = client.get(one["old_path"])
        assert response.status_code == (301 if one["is_permanent"] else 302)
        assert one["url"].removeprefix("http://localhost") == response["Location"]
    assert [one["page"] and one["page"]["id"] for one in items] == [
        *(meeting.pk, meeting.pk, meeting.pk, None)
    ]


def test_redirects_to_closed_pages_are_not_told(city, client):
    closed = city.plain(title="Zatajone", slug="zatajone-0", restricted=True)
    draft = city.plain(title="Zatajone", slug="zatajone-1", unpublished=True)
    for n, page in enumerate((closed, draft)):
        Redirect.add_redirect(f"/zatajone/{n}", page)

    answer = ask(client, PATH)

    assert (answer["count"], answer["items"]) == (0, [])


def test_redirect_of_the_site_takes_precedence(city, client):
    site = Site.objects.get()
    Redirect.add_redirect("/stare", "https://example.org/wszystkie")
    Redirect.add_redirect("/stare", "https://example.org/tu", site=site)
    other = Site.objects.create(hostname="inne", root_page=city.plain())
    Redirect.add_redirect("/inne", "https://example.org/inne", site=other)

    assert [one["url"] for one in ask(client, PATH)["items"]] == [
        "https://example.org/tu"
    ]


def test_number_of_queries_does_not_grow(city, client):
    def grow(numbers):
        for n in numbers:
            page = city.meeting(published=True)
            Redirect.add_redirect(f"/s-{n}", page, page_route_path="/meeting.ics")

    grow(range(1))
    few = cost(client, PATH, limit=100)
    grow(range(1, 8))

    assert cost(client, PATH, limit=100) <= few <= MOST_QUERIES


@pytest.mark.parametrize("query", ["limit=0", "cursor=x", "old_path=/a", "offset=-1"])
def test_wrong_parameters_are_refused(city, client, query):
    ask(client, f"{PATH}?{query}", status=422)
