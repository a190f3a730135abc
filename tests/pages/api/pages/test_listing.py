"""Lists of pages, with the fields that are asked for."""

import datetime

import pytest
from wagtail.models import APIToken, Site

from tests.factories.pages import AttendanceFactory, City, mirror, translate
from tests.factories.snippets import OrganisationFactory
from tests.pages.api.asking import ask, codes, token_of

pytestmark = pytest.mark.django_db

MEETING = "meetings.MeetingPage"


@pytest.fixture
def city():
    return City()


def ids(listing):
    return [item["id"] for item in listing["items"]]


def test_list_names_the_pages_and_their_types(client, city):
    page = city.plain(published=True)
    city.plain(live=False, slug="szkic")

    told = ask(client, "/pages/")

    assert ids(told) == [city.home.pk, page.pk]
    assert set(told["items"][1]) == {"id", "type", "title", "meta"}
    assert told["count"] == 2


def test_fields_are_told_beside_these(client, city):
    city.meeting(published=True, date=datetime.date(2013, 7, 26))

    told = ask(client, "/pages/", type=MEETING, fields="date,organisations")

    (item,) = told["items"]
    assert set(item) == {"id", "type", "title", "meta", "date", "organisations"}
    assert item["date"] == "2013-07-26"


def test_all_fields_are_all_but_streams(client, city):
    city.meeting(published=True)

    (item,) = ask(client, "/pages/", type=MEETING, fields="*")["items"]

    assert {"lead", "findings", "place"} <= set(item)
    assert "body" not in item


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ({"type": "nope.Nope"}, ("literal_error", "query", "type", 0)),
        ({"type": MEETING, "fields": "nope"}, ("field", "query", "fields")),
        ({"type": MEETING, "fields": "body"}, ("field", "query", "fields")),
        ({"type": MEETING, "fields": "place(name(x))"}, ("field", "query", "fields")),
        ({"fields": "lead"}, ("field", "query", "fields")),
        ({"fields": "a" * 501}, ("string_too_long", "query", "fields")),
        ({"locale": "xx"}, ("literal_error", "query", "locale")),
        ({"child_of": "0"}, None),
        ({"child_of": "9" * 30}, None),
        ({"order": "nope"}, None),
        ({"limit": "0"}, ("greater_than_equal", "query", "limit")),
        ({"limit": "101"}, ("too_many", "query", "limit")),
        ({"cursor": "x"}, ("cursor", "query", "cursor")),
        ({"offset": "9" * 30}, ("less_than_equal", "query", "offset")),
    ],
)
def test_bad_question_is_refused(client, city, query, fault):
    problem = ask(client, "/pages/", status=422, **query)

    assert fault is None or codes(problem) == [fault]


def test_pages_below_another_are_listed_in_an_order(client, city):
    later = city.meeting(published=True, date=datetime.date(2014, 1, 1), slug="a")
    sooner = city.meeting(published=True, date=datetime.date(2013, 1, 1), slug="b")

    told = ask(client, "/pages/", type=MEETING, child_of=city.meetings.pk, order="date")

    assert ids(told) == [sooner.pk, later.pk]


def test_list_goes_on_by_its_cursor(client, city):
    pages = [city.plain(published=True, slug=f"s{n}") for n in range(3)]

    first = ask(client, "/pages/", limit=2, child_of=city.home.pk)
    pages[0].move(city.meetings, pos="last-child")
    rest = ask(
        client, "/pages/", limit=2, child_of=city.home.pk, cursor=first["next_cursor"]
    )

    assert ids(first) == [page.pk for page in pages[:2]]
    assert pages[2].pk in ids(rest)
    assert not set(ids(first)) & set(ids(rest))


def test_language_narrows_the_list(client, city):
    page = city.plain(published=True)
    alias = mirror(page, "uk")

    told = ask(client, "/pages/", locale="uk", type="participation_base.ContentPage")

    assert ids(told) == [alias.pk]


def test_pages_that_name_another_are_found_in_either_language(client, city):
    named = translate(city.programme, "uk")
    source = city.meeting(programme=city.programme)
    meant = translate(source, "uk")
    city.meeting(slug="bez-programu", programme=None)

    for programme in (city.programme, named):
        asked = {"type": MEETING, "programme": programme.pk}
        assert ids(ask(client, "/pages/", locale="uk", **asked)) == [meant.pk]
        assert ids(ask(client, "/pages/", locale="pl", **asked)) == [source.pk]
    [told] = ask(client, "/pages/", locale="uk", fields="programme", type=MEETING)[
        "items"
    ]
    assert told["programme"]["id"] == named.pk


def test_no_page_is_found_by_one_that_is_hidden(client, city, admin_user):
    meeting = city.meeting(programme=city.programme)
    asked = {"type": MEETING, "programme": city.programme.pk}
    city.programme.unpublish()

    assert ids(ask(client, "/pages/", **asked)) == []
    key = token_of(admin_user)
    assert ids(ask(client, "/pages/", bearer=key, **asked)) == [meeting.pk]


def test_holder_of_a_token_lists_what_he_or_she_may_edit_too(
    client, city, django_user_model
):
    draft = city.plain(live=False, title="Szkic")
    key = token_of(django_user_model.objects.create_user("ed"))

    assert draft.pk not in ids(ask(client, "/pages/"))
    assert draft.pk in ids(ask(client, "/pages/", bearer=key))


def test_twenty_pages_with_fields_take_few_queries(
    client, city, django_assert_max_num_queries
):
    for number in range(20):
        page = city.meeting(published=True, slug=f"m{number}")
        AttendanceFactory(page=page, organisation=OrganisationFactory())
    ask(client, "/pages/", type=MEETING, fields="*")

    with django_assert_max_num_queries(15):
        told = ask(client, "/pages/", type=MEETING, fields="*")

    assert len(told["items"]) == 20


@pytest.mark.parametrize("name", ["child_of", "descendant_of"])
def test_reader_with_a_token_lists_below_what_everybody_sees(
    client, city, name, django_user_model
):
    page = city.plain(published=True)
    stranger = django_user_model.objects.create_user("stranger")
    _token, key = APIToken.create_token(user=stranger, name="tests")

    told = ask(client, "/pages/", bearer=key, **{name: city.home.pk})

    assert ids(told) == [page.pk]


@pytest.mark.parametrize(
    "name", ["child_of", "descendant_of", "ancestor_of", "translation_of"]
)
def test_pages_are_not_listed_beside_a_hidden_one(client, city, name):
    private = city.plain(published=True, restricted=True)

    for hidden in (private, mirror(private, "uk"), city.plain(live=False)):
        problem = ask(client, "/pages/", status=422, **{name: hidden.pk})

        assert codes(problem) == [("page", "query", name)]


def test_nothing_is_below_the_root_of_no_site(client):
    Site.objects.all().delete()

    problem = ask(client, "/pages/", status=422, child_of="root")

    assert codes(problem) == [("page", "query", "child_of")]
