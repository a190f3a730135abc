"""Meetings by date, narrowed by what readers ask for."""

import datetime
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from tests.factories.pages import (
    AttendanceFactory,
    City,
    ProgrammePageFactory,
    mirror,
    translate,
)
from tests.factories.snippets import OrganisationFactory, PlaceFactory
from tests.pages.api.asking import ask, codes
from tests.pages.api.costing import cost

pytestmark = pytest.mark.django_db

LIST = "/meetings/"
HUGE = "9" * 30
BAD = [
    ({"year": 0}, ("greater_than_equal", "query", "year")),
    ({"year": HUGE}, ("less_than_equal", "query", "year")),
    ({"year": "x"}, ("int_parsing", "query", "year")),
    ({"programme": 0}, ("greater_than_equal", "query", "programme")),
    ({"programme": HUGE}, ("less_than_equal", "query", "programme")),
    ({"kind": "party"}, ("literal_error", "query", "kind")),
    ({"status": ""}, ("literal_error", "query", "status")),
    ({"when": "now"}, ("literal_error", "query", "when")),
    ({"order": "title"}, ("literal_error", "query", "order")),
    ({"locale": "de"}, ("literal_error", "query", "locale")),
    ({"organisation": "a" * 101}, ("string_too_long", "query", "organisation")),
    ({"organisation": "\0"}, ("null_characters", "query", "organisation")),
    ({"cursor": "x"}, ("cursor", "query", "cursor")),
    ({"limit": 101}, ("too_many", "query", "limit")),
    ({"title": "Lipcowe"}, ("unknown_parameter", "query", "title")),
]


@pytest.fixture
def city():
    return City()


def ids(client, locale="pl", **query):
    address = f"{LIST}?{urlencode({'locale': locale, **query})}"
    return [one["id"] for one in ask(client, address)["items"]]


def test_newest_come_first_and_pieces_join(city, client):
    days = [city.meeting(date=datetime.date(2013, 7, day)) for day in (3, 1, 2, 5, 4)]
    newest = sorted(days, key=lambda page: page.date, reverse=True)
    seen, query = [], {"locale": "pl", "limit": 2}
    while query:
        piece = ask(client, LIST, **query)
        seen += [one["id"] for one in piece["items"]]
        cursor = piece["next_cursor"]
        query = cursor and {**query, "cursor": cursor}

    assert piece["count"] == 5
    assert seen == [page.pk for page in newest]
    assert ids(client, order="date") == seen[::-1]


def test_entry_tells_the_same_as_the_whole_meeting(city, client):
    meeting = city.meeting(with_hours=True, place=PlaceFactory())

    (entry,) = ask(client, LIST, locale="pl")["items"]
    whole = ask(client, f"/meetings/{meeting.pk}/", headers={"accept-language": "pl"})

    assert {**whole, **entry} == whole
    assert entry["api_url"].endswith(f"/meetings/{meeting.pk}/")


@pytest.mark.parametrize(
    ("values", "query"),
    [
        ({"date": datetime.date(2012, 5, 1)}, {"year": 2012}),
        ({"kind": "open"}, {"kind": "open"}),
        ({"announced": True}, {"status": "announced"}),
        ({"cancelled": True}, {"status": "cancelled"}),
    ],
)
def test_list_is_narrowed(city, client, values, query):
    city.meeting(title="Inne")
    meant = city.meeting(**values)

    assert ids(client, **query) == [meant.pk]


def test_upcoming_and_past_are_told_apart_by_the_day(city, client):
    today = timezone.localdate()
    tomorrow = today + datetime.timedelta(days=1)
    past = city.meeting()
    held_today = city.meeting(date=today)
    coming = city.meeting(date=tomorrow, announced=True)
    city.meeting(date=tomorrow, cancelled=True)

    assert ids(client, when="past") == [past.pk]
    assert ids(client, when="upcoming", order="date") == [held_today.pk, coming.pk]


def test_meetings_of_a_programme_by_its_page_in_any_language(city, client):
    other = ProgrammePageFactory(parent=city.programmes, year=2030)
    meant = city.meeting(programme=city.programme)
    city.meeting(programme=other)
    english = translate(city.programme, "en", slug="p-2014")

    for programme in (city.programme, english):
        assert ids(client, programme=programme.pk) == [meant.pk]
    assert ids(client, programme=2**63 - 1) == []


def test_meetings_that_an_organisation_came_to_are_listed_once(city, client):
    organisation, meant = OrganisationFactory(), city.meeting()
    for _time in range(2):
        AttendanceFactory(page=meant, organisation=organisation)
    AttendanceFactory(page=city.meeting(), organisation=OrganisationFactory())

    assert ids(client, organisation=organisation.slug) == [meant.pk]
    assert ids(client, organisation="nie-ma") == []


def test_each_language_has_its_own_list(city, client):
    meeting, mirrored = city.meeting(date=datetime.date(2013, 8, 1)), city.meeting()
    english = translate(meeting, "en", title="July workshop")
    alias = mirror(mirrored, "en")

    listed = ask(client, LIST, locale="en")["items"]

    assert [one["id"] for one in listed] == [english.pk, alias.pk]
    assert [one["content_locale"] for one in listed] == ["en", "pl"]
    assert listed[0]["kind_label"] == "participatory workshop"
    # Without `locale` the reader's language counts.
    assert ask(client, LIST)["items"] == listed
    assert ids(client) == [meeting.pk, mirrored.pk]


@pytest.mark.parametrize(("query", "fault"), BAD)
def test_what_cannot_be_asked_for_is_refused(city, client, query, fault):
    problem = ask(client, f"{LIST}?{urlencode(query)}", status=422)

    assert codes(problem) == [fault]


def test_queries_do_not_grow(city, client):
    def more(number):
        for _one in range(number):
            mirror(city.meeting(place=PlaceFactory(), with_hours=True), "uk")

    more(20)
    before = cost(client, LIST, locale="uk", limit=20)
    more(20)
    after = cost(client, LIST, locale="uk", limit=20)

    assert before == after <= 15
