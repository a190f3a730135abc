"""The directory: Polish order, filters that work together, pieces that join."""

from urllib.parse import urlencode

import pytest

from snippets.models import LegalForm, Sphere
from tests.factories.pages import City
from tests.factories.snippets import (
    OrganisationAliasFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)
from tests.pages.api.asking import API, ask, codes
from tests.pages.api.costing import cost

pytestmark = pytest.mark.django_db

LIST = "/organisations/"
BAD = [
    ({"form": "nieznana"}, ("literal_error", "query", "form")),
    ({"status": "śpi"}, ("literal_error", "query", "status")),
    ({"letter": "ab"}, ("literal_error", "query", "letter")),
    ({"letter": "%"}, ("literal_error", "query", "letter")),
    ({"locale": "de"}, ("literal_error", "query", "locale")),
    ({"locale": ""}, ("literal_error", "query", "locale")),
    ({"q": "a" * 101}, ("string_too_long", "query", "q")),
    ({"q": "„—”"}, ("no_words", "query", "q")),
    ({"q": "\0"}, ("null_characters", "query", "q")),
    ({"district": "\0"}, ("null_characters", "query", "district")),
    ({"area": "a" * 101}, ("string_too_long", "query", "area")),
    ({"sphere": "123456"}, ("string_too_long", "query", "sphere")),
    ({"limit": 0}, ("greater_than_equal", "query", "limit")),
    ({"limit": 101}, ("too_many", "query", "limit")),
    ({"offset": -1}, ("greater_than_equal", "query", "offset")),
    ({"offset": "9" * 30}, ("less_than_equal", "query", "offset")),
    ({"cursor": "x"}, ("cursor", "query", "cursor")),
    ({"private_note": "x"}, ("unknown_parameter", "query", "private_note")),
]
# Values that are possible, but that nothing has.
NOTHING = [
    *({"area": "nie-ma"}, {"sphere": "999"}, {"sphere": "'"}, {"district": "Nigdzie"}),
    *({"q": "' OR 1=1 --"}, {"q": "%_\\x"}, {"letter": "Y", "q": "x"}),
]


@pytest.fixture(autouse=True)
def city():
    return City()


def names(client, **query):
    answer = ask(client, f"{LIST}?{urlencode(query)}")
    return [one["name"] for one in answer["items"]]


def test_polish_order_and_pieces_that_join(client):
    for name in ("Żubr", "„Łąka”", "Ćma", "Cis", "Lis", "Zając", "7 dębów"):
        OrganisationFactory(name=name)
    seen, query = [], {"limit": 2}
    while query:
        piece = ask(client, LIST, **query)
        seen += [one["name"] for one in piece["items"]]
        cursor = piece["next_cursor"]
        query = cursor and {"limit": 2, "cursor": cursor}

    assert piece["count"] == 7
    assert seen == ["7 dębów", "Cis", "Ćma", "Lis", "„Łąka”", "Zając", "Żubr"]
    assert names(client) == seen
    assert names(client, letter="Ł") == ["„Łąka”"]
    assert names(client, letter="L") == ["Lis"]
    assert names(client, letter="#") == ["7 dębów"]


def test_entry_tells_the_same_as_the_whole(client):
    OrganisationFactory(name="Łąka", slug="laka", city="Białystok", district="Bema")

    (entry,) = ask(client, LIST)["items"]
    whole = ask(client, "/organisations/laka/")

    assert {**whole, **entry} == whole
    assert entry["api_url"].endswith(f"{API}/organisations/laka/")
    assert (entry["city"], entry["district"]) == ("Białystok", "Bema")


def test_those_struck_off_or_merged_are_not_listed(client):
    standing = OrganisationFactory(name="Stoi")
    OrganisationFactory(name="Zniknęła", struck_off=True)
    OrganisationFactory(name="Scalona", merged_into=standing)
    OrganisationFactory(name="Scalona dawna", merged_into=standing, struck_off=True)

    assert names(client) == ["Stoi"]
    assert names(client, status="struck_off") == ["Zniknęła"]
    assert names(client, status="active") == ["Stoi"]


@pytest.fixture
def meant():
    """An organisation that all filters let through, among others."""
    sphere = Sphere.objects.create(code="99a", name="Łąki")
    area = PriorityAreaFactory(name="Przyroda", slug="przyroda")
    area.spheres.add(sphere)
    area.save()
    OrganisationFactory(name="Inna", legal_form=LegalForm.ASSOCIATION)
    one = OrganisationFactory(
        name="Fundacja Łąka",
        legal_form=LegalForm.FOUNDATION,
        city="Suwałki",
        district="Bema",
        registered=True,
    )
    one.spheres.add(sphere)
    OrganisationAliasFactory(organisation=one, name="Dzika polana")
    return one


FILTERS = {
    "q": "laka",
    "area": "przyroda",
    "sphere": "99a",
    "form": LegalForm.FOUNDATION.value,
    "status": "active",
    "district": "Bema",
    "letter": "F",
}


@pytest.mark.parametrize(
    "query",
    [
        *({name: value} for name, value in FILTERS.items() if name != "status"),
        *({"q": "polana"}, {"q": "SUWAŁKI"}, FILTERS),
    ],
)
def test_list_is_narrowed(meant, client, query):
    assert names(client, **query) == [meant.name]


def test_filters_work_together(meant, client):
    for name in ("area", "sphere", "form", "district"):
        query = {name: FILTERS[name], "letter": "Ż"}
        assert names(client, **query) == []


def test_register_numbers_are_found(meant, client):
    for number in (meant.krs, meant.nip, meant.nip_grouped, meant.regon):
        assert names(client, q=number) == [meant.name]


@pytest.mark.parametrize("query", NOTHING)
def test_nothing_is_found_where_nothing_is(meant, client, query):
    answer = ask(client, LIST, **query)

    assert (answer["count"], answer["items"], answer["next_cursor"]) == (0, [], None)


@pytest.mark.parametrize(("query", "fault"), BAD)
def test_what_cannot_be_asked_for_is_refused(client, query, fault):
    problem = ask(client, f"{LIST}?{urlencode(query)}", status=422)

    assert codes(problem) == [fault]


@pytest.mark.parametrize(
    "slug", ["0", "9" * 30, "nie-ma", "a" * 101, "a%00b", "a'b", "%C5%82", "a.b"]
)
def test_slugs_that_none_has(client, slug):
    response = client.get(f"{API}{LIST}{slug}/")

    assert response.status_code in {404, 422}
    assert response["Content-Type"] == "application/problem+json"


def test_queries_do_not_grow(client):
    def more(number):
        for one in OrganisationFactory.create_batch(number, registered=True):
            OrganisationAliasFactory(organisation=one)

    more(20)
    before = cost(client, LIST, limit=20)
    more(20)
    after = cost(client, LIST, limit=20)

    assert before == after <= 15
