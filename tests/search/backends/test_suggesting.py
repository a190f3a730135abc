"""What is suggested while a word is typed: the same on both databases."""

import pytest
from modelsearch.query import And, Not, PlainText

from pages.base.models import ContentPage
from search.analysis import autocomplete_groups
from search.backends.queries import PrefixQuery


def suggested(query, pages=ContentPage.objects):
    return [page.title for page in pages.autocomplete(query)]


@pytest.fixture
def centres(make_page):
    """Four pages with titles alike; what the pages say is not suggested."""
    for title in ("Stowarzyszenie Centrum", "Centrum Organizacji", "Centra", "Łódź"):
        make_page(title, "Organizacje i stowarzyszenia")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cent", ["Centra", "Centrum Organizacji", "Stowarzyszenie Centrum"]),
        ("o", []),
        ("ce", ["Centra", "Centrum Organizacji"]),
        ("sto", ["Stowarzyszenie Centrum"]),
        ("stowarzyszeniami", ["Stowarzyszenie Centrum"]),
        ("centrum org", ["Centrum Organizacji"]),
        ("organizacje centr", ["Centrum Organizacji"]),
        ("lod", ["Łódź"]),
        ("łódz", ["Łódź"]),
        ("nieobecne", []),
        ("…", []),
        (
            And([PlainText("cent"), Not(PlainText("org"))]),
            ["Stowarzyszenie Centrum", "Centra"],
        ),
    ],
    ids=repr,
)
def test_titles_are_suggested_by_their_beginnings(centres, query, found):
    results = ContentPage.objects.autocomplete(query)
    titles = [page.title for page in results]
    assert titles == found if isinstance(query, str) else set(titles) == set(found)
    assert results.count() == len(found)


def test_ready_query_is_taken_as_it_is(centres):
    query = PrefixQuery(autocomplete_groups("centrum org", "pl"))
    assert suggested(query) == ["Centrum Organizacji"]


def test_filters_and_slices_hold(centres, make_page):
    make_page("Centralny", live=False)
    live = ContentPage.objects.live()
    assert len(suggested("centr", live)) == 3
    assert [page.title for page in live.autocomplete("centr")[:1]] == ["Centra"]
    assert [
        page.title for page in live.autocomplete("centr", fields=["title"])[1:2]
    ] == ["Centrum Organizacji"]
