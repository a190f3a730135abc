"""Lists are narrowed and sorted by columns; what can be no value is refused."""

import datetime

import pytest

from tests.factories.pages import AgendaItemFactory, City
from tests.factories.snippets import PlaceFactory
from tests.pages.api.asking import ask, codes

pytestmark = pytest.mark.django_db

MEETING = "meetings.MeetingPage"
TOO_LARGE = "9" * 30


@pytest.fixture
def city():
    return City()


def pages(client, status=200, **query):
    return ask(client, "/pages/", status=status, type=MEETING, **query)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("place", TOO_LARGE),
        ("programme", "abc"),
        ("findings", TOO_LARGE),
        ("id", TOO_LARGE),
        ("ordinal", TOO_LARGE),
        ("date", "abc"),
        ("date", ""),
        ("first_published_at", "abc"),
    ],
)
def test_what_can_be_no_value_is_refused_by_name(client, city, name, value):
    problem = pages(client, 422, **{name: value})

    assert codes(problem) == [("invalid", "query", name)]


def test_other_lists_refuse_it_too(client, city):
    for path in ("images", "documents", "redirects", "snippets/snippets.Place"):
        problem = ask(client, f"/{path}/", status=422, id=TOO_LARGE)

        assert codes(problem) == [("invalid", "query", "id")], path


@pytest.mark.parametrize("value", ["22", "[]", "abc", "", '{"a": 1}'])
def test_stream_is_no_reason_to_fail(client, city, value):
    city.meeting(published=True)

    assert pages(client, body=value)["count"] in {0, 1}


def test_what_is_a_value_narrows_the_list(client, city):
    place = PlaceFactory()
    here = city.meeting(published=True, place=place, date=datetime.date(2013, 7, 26))
    other = datetime.date(2013, 8, 13)
    city.meeting(published=True, slug="gdzie-indziej", date=other)

    for query in ({"place": place.pk}, {"date": "2013-07-26"}, {"id": here.pk}):
        assert [item["id"] for item in pages(client, **query)["items"]] == [here.pk]


@pytest.mark.parametrize("order", ["findings", "-agenda", "nonsense", "body_", ""])
def test_what_a_page_has_many_of_is_no_order(client, city, order):
    page = city.meeting(published=True)
    AgendaItemFactory(page=page)
    AgendaItemFactory(page=page)

    problem = pages(client, 422, order=order)

    assert codes(problem) == [("order", "query", "order")]


@pytest.mark.parametrize("order", ["place", "-place", "pk", "-pk", "-kind"])
def test_pieces_are_the_whole_list_in_any_order(client, city, order):
    first, second = PlaceFactory(), PlaceFactory()
    for number, place in enumerate((second, None, first, second)):
        city.meeting(published=True, slug=f"s-{number}", place=place)

    whole = [item["id"] for item in pages(client, order=order)["items"]]
    found, cursor = [], {}
    while cursor is not None:
        piece = pages(client, order=order, limit=1, **cursor)
        found += [item["id"] for item in piece["items"]]
        cursor = piece["next_cursor"] and {"cursor": piece["next_cursor"]}

    assert found == whole
    assert len(found) == 4


def test_key_has_one_name(client, city):
    assert codes(pages(client, 422, pk="1")) == [("unknown_parameter", "query", "pk")]


def test_random_order_is_one_too(client, city):
    city.meeting(published=True)

    assert pages(client, order="random")["count"] == 1


def test_what_is_found_is_not_sorted_by_what_the_search_does_not_know(client):
    problem = ask(
        client, "/snippets/snippets.Place/", status=422, search="a", order="postcode"
    )
    narrowed = ask(
        client, "/snippets/snippets.Place/", status=422, search="a", postcode="15-001"
    )

    assert codes(problem) == [("order", "query", "order")]
    assert "postcode" in problem["errors"][0]["msg"]
    assert codes(narrowed) == [("filter_field_error", "query", "postcode")]
    assert "search" not in narrowed["errors"][0]["msg"]
