"""The search on a server: the same for both, and the same as in a database."""

import pytest
from django.db.models import Q
from django.http import QueryDict
from modelsearch.backends.base import FilterFieldError
from modelsearch.query import MATCH_ALL, And, Not, Or, Phrase, PlainText
from wagtail.models import Page

from pages.base.models import ContentPage
from search.backends.queries import AnalysedQuery, PrefixQuery
from search.models import CatalogueEntry
from search.queries.asking import read_question
from search.queries.finding import find
from snippets.models import Organisation
from tests.factories.snippets import OrganisationFactory, PriorityAreaFactory

from .servers import PREFIX, entry, rebuild

pytestmark = pytest.mark.django_db


@pytest.fixture
def backend(server_backend):
    return server_backend


@pytest.fixture
def server(fake, backend):
    return fake[0]


@pytest.fixture
def council(make_page):
    """Four pages about the council, its elders, or neither."""
    make_page("Rada seniorów", "Spotkania w ratuszu")
    make_page("Rada młodzieży", "Spotkania w szkole")
    make_page("Seniorzy w mieście", "Zajęcia sportowe")
    make_page("Remont ulicy", "Zmiana ruchu")


def titles(results):
    return {page.title for page in results}


def in_order(results):
    return [page.title for page in results]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("radami seniora", {"Rada seniorów"}),
        ("szkoła rady", {"Rada młodzieży"}),
        ("seniorow", {"Rada seniorów", "Seniorzy w mieście"}),
        (PlainText("remont szkoły", operator="or"), {"Remont ulicy", "Rada młodzieży"}),
        (Phrase("spotkań w ratuszu"), {"Rada seniorów"}),
        (And([PlainText("rada"), Not(PlainText("seniorów"))]), {"Rada młodzieży"}),
        (
            Or([PlainText("remont"), And([PlainText("rada"), Phrase("szkoły")])]),
            {"Remont ulicy", "Rada młodzieży"},
        ),
        (
            And([Not(PlainText("rada")), Not(PlainText("remont"))]),
            {"Seniorzy w mieście"},
        ),
        (Not(PlainText("spotkanie")), {"Seniorzy w mieście", "Remont ulicy"}),
        (Not(Not(PlainText("remont"))), {"Remont ulicy"}),
        (And([PlainText("remont"), Not(MATCH_ALL)]), set()),
        ("!!! …", set()),
        (Not(MATCH_ALL), set()),
    ],
    ids=repr,
)
def test_query_finds_what_it_finds_in_a_database(council, query, found):
    results = ContentPage.objects.search(query)
    assert titles(results) == found
    assert results.count() == len(found)
    assert titles(results.get_queryset()) == found
    assert titles(ContentPage.objects.search(query, order_by_relevance=False)) == found


def test_everything_is_found_without_asking_the_server(council, server):
    server.requests.clear()
    assert len(ContentPage.objects.search(MATCH_ALL)) == 4
    assert not server.requests


def test_title_counts_more_than_the_text(make_page):
    make_page("Konsultacje w parku", "Zapraszamy")
    make_page("Zapraszamy do parku", "Konsultacje")
    results = ContentPage.objects.search("konsultacje").annotate_score("fit")
    assert in_order(results) == ["Konsultacje w parku", "Zapraszamy do parku"]
    scores = [page.fit for page in results]
    assert scores[0] > scores[1] > 0
    by_title = ContentPage.objects.order_by("-title").search(
        "konsultacje", order_by_relevance=False
    )
    assert [page.fit for page in by_title.annotate_score("fit")] == scores[::-1]
    assert titles(ContentPage.objects.search("konsultacje", fields=["title"])) == {
        "Konsultacje w parku"
    }


def test_pages_with_most_of_the_words_come_first(make_page):
    make_page("Park park park", "Park w parku")
    make_page("Ulica", "Park i boisko")
    query = PlainText("budżet park boisko", operator="or")
    found = in_order(ContentPage.objects.search(query))
    assert found == ["Ulica", "Park park park"]


def test_of_what_fits_alike_the_newest_comes_first(make_page):
    for number in range(11):
        make_page(f"Park {number}")
    found = in_order(ContentPage.objects.search("park"))
    assert found == [f"Park {number}" for number in range(10, -1, -1)]
    assert in_order(ContentPage.objects.search("park")[4:7]) == found[4:7]
    assert in_order(ContentPage.objects.search("park")[:0]) == []


def test_pages_are_filtered_by_the_server_and_read_from_the_database(
    make_page, server, django_assert_num_queries
):
    for number in range(6):
        make_page(f"Park {number}", live=bool(number % 3))
    server.requests.clear()
    results = ContentPage.objects.live().search("park")
    with django_assert_num_queries(2):
        assert len(results[:10]) == 4
    assert results.count() == 4
    (sent,) = server.asked(rf"POST /{PREFIX}wagtailcore_page/_search")
    assert sent[0]["query"]["bool"]["filter"] == [
        {"match": {"_django_content_type": "participation_base.ContentPage"}},
        {"term": {"live_filter": True}},
    ]
    assert sent[0]["size"] == 10


def test_what_the_index_holds_too_long_is_not_found(make_page, backend):
    gone, stays = make_page("Park A"), make_page("Park B")
    index = backend.get_index_for_model(ContentPage)
    ContentPage.objects.filter(pk=gone.pk).update(live=False)
    live = ContentPage.objects.live()
    assert titles(live.search("park")) == {"Park B"}
    assert backend.ranked_ids("park", live)[0][0] == stays.pk
    pk = gone.pk
    gone.delete()
    gone.pk = pk
    index.add_items(ContentPage, [gone])
    assert titles(ContentPage.objects.search("park")) == {"Park B"}
    assert [one for one, _score in backend.ranked_ids("park", live)] == [stays.pk]
    assert titles(backend.matching("park", ContentPage.objects.all())) == {"Park B"}


def test_deleted_page_is_taken_out(make_page, server):
    page = make_page("Park")
    pk = page.pk
    page.delete()
    assert server.asked(rf"DELETE /{PREFIX}wagtailcore_page/_doc/{pk}")
    assert not ContentPage.objects.search("park").count()


def test_facet_counts_as_the_database_does(make_page):
    for number in range(5):
        make_page(f"Park {number}", live=bool(number % 2))
    make_page("Ulica")
    assert Page.objects.search("park").facet("live") == {False: 3, True: 2}
    with pytest.raises(FilterFieldError):
        Page.objects.search("park").facet("seo_title")


def test_catalogue_is_narrowed_by_anything(backend, server):
    area, other = PriorityAreaFactory(slug="zdrowie"), PriorityAreaFactory()
    wanted = entry("1", "Rada seniorów", year=2013)
    others = [
        entry("2", "Rada sportu", year=2014),
        entry("3", "Rada seniorów", year=2013, language="uk"),
        entry("4", "Rada", year=2013),
    ]
    wanted.areas.add(area)
    others[2].areas.add(other)
    backend.add_bulk(CatalogueEntry, [wanted, *others])
    rows = CatalogueEntry.areas.through.objects.filter(priorityarea__slug="zdrowie")
    narrowed = CatalogueEntry.objects.in_language("pl").filter(
        year__in=[2013], pk__in=rows.values("catalogueentry")
    )
    server.requests.clear()
    assert [pk for pk, _ in backend.ranked_ids("rada", narrowed, 5)] == [wanted.pk]
    assert list(backend.matching("rada", narrowed)) == [wanted]
    sent, _again = server.asked(r"POST /\w+/_search")
    # What needs other tables is left to the database, which needs all for it.
    assert sent[0]["size"] == 10_000
    assert sent[0]["query"]["bool"]["filter"][1:] == [
        {
            "bool": {
                "should": [
                    {"term": {"language_filter": "pl"}},
                    {"term": {"language_filter": ""}},
                ]
            }
        },
        {"terms": {"year_filter": [2013]}},
    ]


def test_what_is_not_found_may_be_asked_for(backend, make_page):
    good, also = make_page("Konsultacje"), make_page("Ulica", slug="ulica")
    make_page("Park")
    unwanted, pages = Not(PlainText("park")), ContentPage.objects.order_by("-title")
    assert list(backend.matching(unwanted, pages)) == [also, good]
    assert backend.ranked_ids(unwanted, pages) == [(also.pk, 0.0), (good.pk, 0.0)]
    kept = pages.exclude(slug="ulica")
    assert list(backend.matching(unwanted, kept)) == [good]


def test_more_than_the_server_names_is_cut_to_the_best(
    settings, backend, make_page, server
):
    settings.WAGTAILSEARCH_BACKENDS["default"]["INDEX_SETTINGS"] = {
        "settings": {"index": {"max_result_window": 3}}
    }
    small = rebuild([ContentPage])
    for number in range(5):
        make_page("Park w parku" if number == 1 else f"Park {number}")
    results = ContentPage.objects.search("park")
    assert in_order(results) == ["Park w parku", "Park 4", "Park 3"]
    assert results.count() == 3
    assert in_order(results[2:9]) == ["Park 3"]
    assert len(small.matching("park", ContentPage.objects.all())) == 3
    made = [request[0] for request in server.asked(r"PUT /city_wagtailcore_page_\w+")]
    assert made[-1]["settings"]["index"] == {"max_result_window": 3}


def test_titles_that_begin_so_are_suggested_first(backend):
    for number, title in enumerate(
        ("Wielka rada miasta", "Rada miasta i jego mieszkańców", "Rada miasta", "Ulica")
    ):
        entry(str(number), title)
    entries = CatalogueEntry.objects.in_language("pl")
    for query in (PrefixQuery([(("rada",), ("rada",)), (("mia",), ())]), "rada mia"):
        found = [one.title for one in backend.autocomplete(query, entries)]
        assert found == [
            "Rada miasta",
            "Rada miasta i jego mieszkańców",
            "Wielka rada miasta",
        ]
    assert not backend.autocomplete("żłobek", entries).count()


def test_synonyms_are_ways_to_have_a_term(backend):
    wanted = [entry("1", "Organizacja pozarządowa"), entry("2", "NGO")]
    entry("3", "Organizacja ruchu")
    query = AnalysedQuery(
        [((("ngo",),), (("organizacja",), ("pozarzadowy",)))], any_term=True
    )
    assert set(backend.matching(query, CatalogueEntry.objects.all())) == set(wanted)


def test_tables_that_the_index_does_not_hold_are_left_to_the_database(backend):
    areas = [PriorityAreaFactory(), PriorityAreaFactory()]
    wanted, other = entry("1", "Rada seniorów"), entry("2", "Rada sportu")
    wanted.areas.add(areas[0])
    other.areas.add(areas[1])
    entries = CatalogueEntry.objects
    either = Q(areas__slug=areas[0].slug) | Q(title="x")
    for narrowed in (entries.filter(either), entries.exclude(areas=areas[1])):
        assert list(backend.matching("rada", narrowed)) == [wanted]
        assert [pk for pk, _ in backend.ranked_ids("rada", narrowed)] == [wanted.pk]


def test_organisations_are_found_by_their_names(backend):
    made = OrganisationFactory(name="Fundacja Otwarte Okno", krs="")
    OrganisationFactory(name="Stowarzyszenie Most")
    assert list(backend.search("fundacji otwartych okien", Organisation)) == [made]


def test_public_search_is_answered(backend, rf):
    elders = entry(
        "1", "Rada seniorów", year=2013, parts=[["body", "Spotkanie w ratuszu"]]
    )
    sport = entry("2", "Rada sportu", year=2014)
    entry("3", "Рада", language="uk")
    request = rf.get("/")
    asked = read_question(QueryDict("q=radami&year=2013"), "pl")
    found = find(asked, request)
    assert [hit.pk for hit in found.hits] == [elders.pk]
    assert found.total == 1
    assert found.counts.years == {2013: 1, 2014: 1}
    partly = find(read_question(QueryDict("q=rada+ratusz+basen"), "pl"), request)
    assert [hit.pk for hit in partly.partly] == [elders.pk, sport.pk]
    assert not find(read_question(QueryDict("q=żłobek"), "pl"), request).hits
