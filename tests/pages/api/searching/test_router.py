"""Whatever is asked is answered or refused, and costs as much as little does."""

import pytest

from pages.api.searching.schemas import SearchQuestion
from search.models import Kind
from tests.pages.api.asking import API, codes
from tests.pages.api.costing import cost
from tests.search.backends.test_hostile import HOSTILE
from tests.search.growing import grow
from tests.search.park import city, made

from .asking import SEARCH, SUGGESTIONS, ask

__all__ = ["city", "made"]

pytestmark = pytest.mark.django_db

MOST_QUERIES = 15


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_any_text_is_answered(city, client, text):
    q = text.encode("utf-8", "surrogatepass")
    status = 422 if "\0" in text else 200

    ask(client, SEARCH, status, q=q)
    ask(client, SEARCH, status, q=q, locale="all")
    ask(client, SUGGESTIONS, status, q=q)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "q"),
        ("q=rada&kind=secret", "kind"),
        ("q=rada&kind=", "kind"),
        ("q=rada&year=99999999999999999999999999999", "year"),
        ("q=rada&year=-1", "year"),
        ("q=rada&year=0", "year"),
        ("q=rada&year=²", "year"),
        ("q=rada&area=%00", "area"),
        ("q=rada&area=a%20b", "area"),
        ("q=rada&area=", "area"),
        ("q=rada&organisation=" + "a" * 5000, "organisation"),
        ("q=rada&ruling=x", "ruling"),
        ("q=rada&sort=x", "sort"),
        ("q=rada&locale=xx", "locale"),
        ("q=rada&locale=", "locale"),
        ("q=rada&exact=x", "exact"),
        ("q=rada&limit=0", "limit"),
        ("q=rada&limit=101", "limit"),
        ("q=rada&limit=1.5", "limit"),
        ("q=rada&offset=-1", "offset"),
        ("q=rada&offset=1001", "offset"),
        ("q=rada&offset=" + "9" * 30, "offset"),
        ("q=rada&page=2", "page"),
        ("q=rada&" + "&".join(f"year={n}" for n in range(1000, 1900)), "year"),
    ],
    ids=lambda value: value[:30],
)
def test_wrong_parameters_are_refused_by_name(city, client, query, name):
    problem = ask(client, f"{SEARCH}?{query}", 422)

    assert {place[1:3] for place in codes(problem)} == {("query", name)}


@pytest.mark.parametrize("query", ["", "q=ra&locale=xx", "q=ra&limit=3"])
def test_wrong_parameters_of_suggestions_are_refused(city, client, query):
    ask(client, f"{SUGGESTIONS}?{query}", 422)


def test_filter_of_what_is_not_there_leaves_nothing(city, client):
    for name in ("area", "organisation"):
        answer = ask(client, q="rada", **{name: "nie-ma"})

        assert (answer["count"], answer["hits"], answer["hidden"]) == (0, [], 2)
        chosen = [
            (facet["name"], one["value"], one["count"])
            for facet in answer["facets"]
            for one in facet["values"]
            if one["is_chosen"]
        ]
        assert chosen == [(name, "nie-ma", 0)]


def test_long_query_is_cut_as_on_the_page(city, client):
    assert len(ask(client, q="rada " * 2000)["q"]) <= 255


def test_question_without_a_word_finds_nothing(city, client):
    for text in ("", " ", "…"):
        answer = ask(client, q=text)
        assert (answer["count"], answer["hits"], answer["next_offset"]) == (0, [], None)
        assert (answer["facets"], answer["correction"]) == ([], None)


def test_search_is_only_read(city, client):
    assert client.post(f"{API}{SEARCH}?q=rada").status_code == 405


def test_token_that_is_wrong_is_refused(city, client):
    for path in (SEARCH, SUGGESTIONS):
        ask(client, path, 401, bearer="wagtail_wrong", q="rada")


QUERIES = [
    "?q=sąsiedzi&limit=100",
    "?q=sąsiedzi&kind=meeting&year=2013",
    "?q=ust.+1",
    "?q=sąsiedzi&locale=all&sort=date",
    "?q=sąsiedni+nieobecne",
    "?q=sąsizdzi",
    "suggestions/?q=sąs",
]


def test_number_of_queries_is_small_and_does_not_grow(city, client):
    def costs():
        polish = {"accept-language": "pl"}
        return [cost(client, f"{SEARCH}{query}", headers=polish) for query in QUERIES]

    grow(city, range(1))
    few = costs()
    grow(city, range(1, 5))

    rows = zip(QUERIES, few, costs(), strict=True)
    assert [row for row in rows if not row[2] <= row[1] <= MOST_QUERIES] == []


def test_document_names_every_kind(client):
    document = client.get("/api/v3/openapi.json").json()

    assert document["components"]["schemas"]["Kind"]["enum"] == Kind.values
    parameters = document["paths"][f"{API}{SEARCH}"]["get"]["parameters"]
    assert {one["name"] for one in parameters} >= set(SearchQuestion.model_fields)
