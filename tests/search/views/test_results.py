"""The page of results: what it costs, what it names, what it leaves out."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page, PageViewRestriction

from search.models import MissedQuery, Synonym
from tests.factories.clauses import clause
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.pages import City, translate
from tests.pages.programmes.closed import FIRST, body
from tests.search.growing import grow

pytestmark = pytest.mark.django_db

MOST_QUERIES = 15


@pytest.fixture
def city():
    return City()


def cost(client, address):
    """Return how many queries a visitor's page takes, when others were there before."""
    client.get(address)
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(address)
    assert response.status_code == 200
    return len(captured)


QUERIES = [
    "q=sąsiedzi",
    "q=sąsiad+spotkanie",
    "q=ust.+1",
    "q=sąsiedzi&kind=meeting&year=2013",
    "q=sąsiedzi&language=all&sort=date",
    "q=sąsiedni+nieobecne",
    "q=sąsizdzi",
    "q=nieobecne",
    "",
]


def test_number_of_queries_is_small_and_does_not_grow(city, client):
    def costs():
        return [cost(client, f"/pl/search/?{query}") for query in QUERIES]

    grow(city, range(1))
    few = costs()
    grow(city, range(1, 5))

    rows = zip(QUERIES, few, costs(), strict=True)
    too_many = [row for row in rows if row[2] > max(row[1], 2) or row[1] > MOST_QUERIES]
    assert too_many == []


def test_promoted_page_comes_first_however_it_is_asked_for(city, client):
    page = city.plain(title="Jak zgłosić uwagę", published=True)
    query = Query.get("uwagi do projektu")
    SearchPromotion.objects.create(query=query, page=page, description="Krok po kroku")

    promoted = client.get("/pl/search/?q=uwaga do projektów").context["promoted"]

    assert [(one.title, one.url) for one in promoted] == [(page.title, page.url)]
    assert client.get("/en/search/?q=uwagi do projektu").context["promoted"] == []


def test_promoted_page_that_is_closed_is_not_named(city, client):
    page = city.plain(title="Zatajona", published=True)
    SearchPromotion.objects.create(query=Query.get("uwagi"), page=page)
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    response = client.get("/pl/search/?q=uwagi")

    assert response.context["promoted"] == []
    assert "Zatajona" not in response.content.decode()


def test_promoted_address_elsewhere_is_shown(city, client):
    SearchPromotion.objects.create(
        query=Query.get("dotacje"),
        external_link_url="https://example.org/dotacje",
        external_link_text="Nabory",
    )

    promoted = client.get("/pl/search/?q=dotacja").context["promoted"]

    assert [(one.title, one.url) for one in promoted] == [
        ("Nabory", "https://example.org/dotacje")
    ]


def test_hit_that_may_not_be_read_any_more_is_left_out(city, client):
    page = city.plain(title="Zatajona strona", published=True)
    Page.objects.filter(pk=page.pk).update(live=False)

    response = client.get("/pl/search/?q=zatajona")

    assert list(response.context["found"].hits) == []
    assert "Zatajona strona" not in response.content.decode()


def test_comment_that_is_hidden_this_moment_is_left_out(city, client):
    comment = PublicCommentFactory(
        consultation=ConsultationFactory(draft=city.draft(body(), published=True)),
        published=True,
        text="zatajona uwaga",
    )
    assert client.get("/pl/search/?q=zatajona").context["found"].hits
    type(comment).objects.filter(pk=comment.pk).update(state="hidden")

    response = client.get("/pl/search/?q=zatajona")

    assert list(response.context["found"].hits) == []
    assert "zatajona uwaga" not in response.content.decode()


def test_query_without_a_hit_is_noted_and_others_are_not(city, client):
    city.plain(title="Rada", published=True)

    client.get("/pl/search/?q=rada")
    client.get("/pl/search/?q=nieobecne")
    client.get("/pl/search/?q=nieobecne&kind=clause")

    assert list(MissedQuery.objects.values_list("text", "number")) == [("nieobecne", 2)]


def test_turning_pages_and_looking_whether_it_is_there_is_no_query(city, client):
    client.head("/pl/search/?q=nieobecne")
    client.get("/pl/search/?q=nieobecne&page=2")

    assert not MissedQuery.objects.exists()


def test_results_are_for_no_other_search_engine(city, client):
    assert b"noindex" in client.get("/pl/search/?q=rada").content
    assert b"noindex" not in client.get("/pl/search/").content


def test_other_language_leads_to_the_same_question(city, client):
    translate(city.home, "en", title="Home", slug="home")

    response = client.get("/pl/search/?q=rada&kind=clause")

    assert 'href="/en/search/?q=rada&amp;kind=clause"' in response.content.decode()


def test_hit_on_a_clause_names_its_programme_and_versions(city, client):
    city.draft(
        [clause(text="wspieranie sąsiadów", uid=FIRST)], number=1, published=True
    )
    newest = city.draft(
        [clause(text="wspieranie sąsiadów", uid=FIRST)], number=2, published=True
    )

    hit = client.get("/en/search/?q=sąsiadów&language=pl").context["found"].hits[0]

    assert hit.url == f"/pl/clause/{FIRST}/"
    assert hit.language == "pl"
    assert [link.title for link in hit.trail][-2:] == [
        city.programme.title,
        newest.title,
    ]
    assert hit.notes == ["version 2", "also in version 1"]


def test_hit_on_a_comment_says_its_ruling(city, client):
    draft = city.draft(body(), status="consulted", published=True)
    consultation = ConsultationFactory(draft=draft)
    comment = PublicCommentFactory(
        consultation=consultation, published=True, about=FIRST, text="więcej boisk"
    )

    hit = client.get("/pl/search/?q=boiska").context["found"].hits[0]

    assert hit.url == comment.url
    assert comment.code in "".join(piece.text for piece in hit.title)
    assert len(hit.notes) == 1


def test_synonyms_count_at_once(city, client):
    city.plain(title="Organizacje pozarządowe", published=True)
    assert client.get("/pl/search/?q=NGO").context["found"].total == 0

    Synonym.objects.create(language="pl", words="NGO\norganizacja pozarządowa")

    assert client.get("/pl/search/?q=NGO").context["found"].total == 1
