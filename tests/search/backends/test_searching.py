"""What is found, in what order, and how it comes: the same on both databases."""

import pytest
from django.db import connection
from modelsearch.backends.base import FilterFieldError
from modelsearch.query import (
    MATCH_ALL,
    And,
    Boost,
    Fuzzy,
    MatchAll,
    Not,
    Or,
    Phrase,
    PlainText,
)
from modelsearch.utils import parse_query_string
from wagtail.models import Page

from pages.base.models import ContentPage
from search.backends.queries import AnalysedQuery


def titles(results):
    return {page.title for page in results}


def in_order(results):
    return [page.title for page in results]


@pytest.fixture(params=["few", "many"], autouse=True)
def ways(request, monkeypatch):
    """SQLite has another way for many hits; PostgreSQL's only differ in their order."""
    if request.param == "many" and connection.vendor == "sqlite":
        monkeypatch.setattr("search.backends.sqlite.MOST_READ", 0)
        monkeypatch.setattr("search.backends.sqlite.MOST_KEPT", 2)


@pytest.fixture
def council(make_page):
    """Four pages about the council, its elders, or neither."""
    make_page("Rada seniorów", "Spotkania w ratuszu")
    make_page("Rada młodzieży", "Spotkania w szkole")
    make_page("Seniorzy w mieście", "Zajęcia sportowe")
    make_page("Remont ulicy", "Zmiana ruchu")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("rada", {"Rada seniorów", "Rada młodzieży"}),
        ("radami seniora", {"Rada seniorów"}),
        ("seniorow", {"Rada seniorów", "Seniorzy w mieście"}),
        ("szkoła rady", {"Rada młodzieży"}),
        (PlainText("remont szkoły", operator="or"), {"Remont ulicy", "Rada młodzieży"}),
        (Phrase("spotkań w ratuszu"), {"Rada seniorów"}),
        (And([PlainText("rada"), Not(PlainText("seniorów"))]), {"Rada młodzieży"}),
        (
            Or([PlainText("remont"), And([PlainText("rada"), Phrase("szkoły")])]),
            {"Remont ulicy", "Rada młodzieży"},
        ),
        (
            Or([PlainText("remont"), Not(PlainText("rada"))]),
            {"Remont ulicy", "Seniorzy w mieście"},
        ),
        (
            And([Not(PlainText("rada")), Not(PlainText("remont"))]),
            {"Seniorzy w mieście"},
        ),
        (Not(PlainText("spotkanie")), {"Seniorzy w mieście", "Remont ulicy"}),
        (Not(Not(PlainText("remont"))), {"Remont ulicy"}),
        (Boost(PlainText("remont"), 3), {"Remont ulicy"}),
        (Fuzzy("remontu nieobecne"), {"Remont ulicy"}),
        (And([PlainText("rada"), Phrase("…")]), {"Rada seniorów", "Rada młodzieży"}),
        (And([PlainText("remont"), MatchAll()]), {"Remont ulicy"}),
        (And([PlainText("remont"), Not(MatchAll())]), set()),
        (And([Phrase("rada"), PlainText("remont")]), set()),
        ("!!! …", set()),
        (Not(MatchAll()), set()),
    ],
    ids=repr,
)
def test_query_finds_the_same_pages_on_both_databases(council, query, found):
    results = ContentPage.objects.search(query)
    assert titles(results) == found
    assert results.count() == len(found)
    assert titles(results.get_queryset()) == found
    assert titles(ContentPage.objects.search(query, order_by_relevance=False)) == found


def test_text_of_a_search_box_is_read(council):
    _filters, query = parse_query_string('"rada" spotkania')
    assert titles(ContentPage.objects.search(query)) == {
        "Rada seniorów",
        "Rada młodzieży",
    }


def test_all_are_found_in_the_order_of_the_queryset(council):
    results = ContentPage.objects.order_by("title").search(
        MATCH_ALL, order_by_relevance=False
    )
    assert in_order(results) == [
        "Rada młodzieży",
        "Rada seniorów",
        "Remont ulicy",
        "Seniorzy w mieście",
    ]


def test_title_counts_more_than_the_text(make_page):
    make_page("Konsultacje w parku", "Zapraszamy")
    make_page("Zapraszamy do parku", "Konsultacje")
    assert in_order(ContentPage.objects.search("konsultacje")) == [
        "Konsultacje w parku",
        "Zapraszamy do parku",
    ]


def test_pages_with_most_of_the_words_come_first(make_page):
    make_page("Budżet i park", "Boisko")
    make_page("Park", "Park i boisko, park i park")
    make_page("Park park park", "Park w parku")
    query = PlainText("budżet park boisko", operator="or")
    assert in_order(ContentPage.objects.search(query)) == [
        "Budżet i park",
        "Park",
        "Park park park",
    ]


def test_synonym_of_several_words_is_one_way_to_have_a_term(make_page):
    make_page("Organizacja pozarządowa")
    make_page("Organizacja ruchu")
    make_page("NGO")
    query = AnalysedQuery(
        [((("ngo",),), (("organizacja",), ("pozarzadowy",)))], any_term=True
    )
    assert titles(ContentPage.objects.search(query)) == {
        "Organizacja pozarządowa",
        "NGO",
    }


def test_results_are_cut_after_filters(make_page):
    for number in range(9):
        make_page(f"Park {number}", live=bool(number % 3))
    results = ContentPage.objects.live().search("park")
    assert results.count() == 6
    parts = [in_order(results[start : start + 4]) for start in (0, 4, 8)]
    assert [len(part) for part in parts] == [4, 2, 0]
    assert [*parts[0], *parts[1]] == in_order(results)
    assert results[4:8].count() == 2
    assert results[1].title == in_order(results)[1]
    assert titles(ContentPage.objects.none().search("park")) == set()


def test_order_of_the_queryset_stays_when_asked_for(make_page):
    for title in ("Park B", "Park A", "Park C"):
        make_page(title, "park " * len(title))
    by_title = ContentPage.objects.order_by("-title")
    results = by_title.search("park", order_by_relevance=False)
    assert in_order(results) == ["Park C", "Park B", "Park A"]
    assert in_order(results[1:2]) == ["Park B"]
    newest = ContentPage.objects.order_by().search("park", order_by_relevance=False)
    assert in_order(newest) == ["Park C", "Park A", "Park B"]


def test_scores_are_given_more_for_what_fits_better(make_page):
    make_page("Konsultacje w parku")
    make_page("Zapraszamy do parku", "Konsultacje i inne rzeczy")
    results = ContentPage.objects.search("konsultacje").annotate_score("fit")
    scores = [found.fit for found in results]
    assert scores[0] > scores[1] > 0
    assert [found.fit for found in results.get_queryset()] == pytest.approx(scores)
    by_title = ContentPage.objects.order_by("-title").search(
        "konsultacje", order_by_relevance=False
    )
    found = list(by_title.annotate_score("fit"))
    assert [one.fit for one in found] == pytest.approx(scores[::-1])
    without = ContentPage.objects.search(Not(PlainText("nic"))).annotate_score("fit")
    assert [one.fit for one in without] == [0, 0]


def test_facet_counts_all_results(make_page):
    for number in range(5):
        make_page(f"Park {number}", live=bool(number % 2))
    make_page("Ulica")
    results = Page.objects.search("park")
    assert results.facet("live") == {False: 3, True: 2}
    assert results[:2].facet("live") == {False: 3, True: 2}
    with pytest.raises(FilterFieldError):
        results.facet("seo_title")


def test_queryset_decides_what_is_fetched(make_page, django_assert_num_queries):
    make_page("Park", owner=None)
    (specific,) = Page.objects.specific().search("park")
    assert type(specific) is ContentPage
    (deferred,) = ContentPage.objects.only("title").search("park")
    assert "lead" in deferred.get_deferred_fields()
    (joined,) = ContentPage.objects.select_related("locale").search("park")
    (prefetched,) = ContentPage.objects.prefetch_related("view_restrictions").search(
        "park"
    )
    with django_assert_num_queries(0):
        assert joined.locale.language_code
        assert not prefetched.view_restrictions.all()
    values = ContentPage.objects.values("title").search("park")
    assert list(values) == [{"title": "Park"}]


def test_page_of_results_costs_the_same_for_many(
    make_page, django_assert_max_num_queries
):
    for number in range(12):
        make_page(f"Park {number}")
    with django_assert_max_num_queries(4):
        results = ContentPage.objects.live().search("park")
        assert results.count() == 12
        assert len(results[:10]) == 10


def test_titles_alone_are_searched_when_asked_for(make_page):
    make_page("Parki", "Ulica")
    make_page("Ulica", "Park")
    assert titles(ContentPage.objects.search("parku", fields=["title"])) == {"Parki"}
    assert len(ContentPage.objects.search("parku", fields=["title", "lead"])) == 2
    assert len(ContentPage.objects.search("parku", fields=["lead"])) == 2


def test_results_behind_those_that_are_ranked_follow(make_page, monkeypatch):
    if connection.vendor == "postgresql":  # SQLite ranks all
        monkeypatch.setattr("search.backends.postgres.MOST_RANKED", 4)
    for number in range(9):
        make_page(f"Park {number}")
    results = ContentPage.objects.search("park")
    assert results.count() == 9
    everything = in_order(results)
    assert len(set(everything)) == 9
    for start in (0, 3, 6):
        part = ContentPage.objects.search("park")[start : start + 3]
        assert in_order(part) == everything[start : start + 3]


def test_matching_and_ranked_ids_allow_any_filter(make_page, backend):
    good = make_page("Konsultacje")
    also = make_page("Park", "Konsultacje")
    make_page("Konsultacje inne", slug="inne")
    kept = ContentPage.objects.exclude(slug="inne")
    assert set(backend.matching("konsultacja", kept)) == {good, also}
    ranked = backend.ranked_ids("konsultacja", kept, 5)
    assert [pk for pk, _score in ranked] == [good.pk, also.pk]
    assert ranked[0][1] > ranked[1][1]
    assert [pk for pk, _ in backend.ranked_ids("konsultacja", kept, 1)] == [good.pk]
    unwanted = Not(PlainText("park"))
    assert backend.ranked_ids(unwanted, kept) == [(good.pk, 0.0)]
