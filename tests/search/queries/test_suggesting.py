import pytest
from django.utils import translation

from search.queries.suggesting import MOST_SUGGESTED, suggest
from tests.factories.catalogue import CatalogueEntryFactory
from tests.factories.pages import City

pytestmark = pytest.mark.django_db


def titles(text, rf, language="pl"):
    return [one.title for one in suggest(text, language, rf.get("/"))]


def file(title, **values):
    return CatalogueEntryFactory(title=title, **values)


@pytest.mark.parametrize(
    "typed", ["św", "swiet", "świetlica", "świetlicy śro", "srodowiskowe", "ŚWIETLICE"]
)
def test_title_is_suggested_by_beginnings_and_other_forms(rf, typed):
    file("Świetlica środowiskowa")
    file("Przedszkole")
    assert titles(typed, rf) == ["Świetlica środowiskowa"]


def test_text_that_is_not_the_title_is_not_suggested(rf):
    file("Regulamin", body="świetlica")
    assert titles("świetlica", rf) == []


@pytest.mark.parametrize("typed", ["", " ", "ś", "?", '"', "\x00", "§", "a \x00"])
def test_too_little_is_typed(rf, typed, django_assert_num_queries):
    file("Świetlica")
    with django_assert_num_queries(0):
        assert titles(typed, rf) == []


def test_one_digit_is_enough(rf):
    file("2 otwarty konkurs")
    assert titles("2", rf) == ["2 otwarty konkurs"]


def test_language_of_the_page_and_what_is_in_none_are_suggested(rf):
    file("Housing programme", language="en")
    file("Programowanie", language="")
    file("Program po polsku")
    assert sorted(titles("progra", rf, "en")) == ["Housing programme", "Programowanie"]
    assert sorted(titles("progra", rf)) == ["Program po polsku", "Programowanie"]


def test_polish_name_is_suggested_to_readers_of_english(rf):
    CatalogueEntryFactory(organisation=True, title="Stowarzyszenie Sąsiadów")
    assert titles("stowarzyszenia", rf, "en") == ["Stowarzyszenie Sąsiadów"]


def test_few_are_suggested_and_each_address_once(rf):
    for _number in range(3):
        file("Regulamin", facts={"url": "/documents/1/"})
    assert titles("regul", rf) == ["Regulamin"]
    for number in range(MOST_SUGGESTED + 3):
        file(f"Regulamin {number}")
    assert len(titles("regul", rf)) == MOST_SUGGESTED


def test_what_is_cited_comes_first(rf):
    file("Zmiana ust. 29")
    clause = CatalogueEntryFactory(clause=True, body="wspieranie sąsiadów")
    first, *others = suggest("ust. 29", "pl", rf.get("/"))
    assert first.url == f"/pl/clause/{clause.subject}/"
    assert first.hint == "wspieranie sąsiadów"
    assert [one.title for one in others] == ["Zmiana ust. 29"]


def test_clause_is_suggested_with_its_first_words(rf):
    facts = {"clause_kind": "task", "suggested": ["wspieranie sąsiadów"]}
    CatalogueEntryFactory(clause=True, title="ust. 5", number="5", facts=facts)
    (one,) = suggest("sąsiedzi", "pl", rf.get("/"))
    assert one.title == "ust. 5 wspieranie sąsiadów"


def test_hint_says_kind_and_year(rf):
    file("Sprawozdanie", year=2013)
    file("Spis")
    with translation.override("en"):
        hints = {one.title: one.hint for one in suggest("sp", "pl", rf.get("/"))}
    assert hints == {"Sprawozdanie": "document, 2013", "Spis": "document"}


def test_entry_without_an_address_is_not_suggested(rf):
    CatalogueEntryFactory(kind="page", title="Strona bez adresu")
    assert titles("strona", rf) == []


def test_page_is_suggested_with_its_address(rf):
    page = City().home
    CatalogueEntryFactory(kind="page", title="Żywa strona", page=page.page_ptr)
    (one,) = suggest("żywa", "pl", rf.get("/"))
    assert one.url == "/pl/"


def test_suggesting_does_not_ask_more_for_more_entries(
    rf, django_assert_max_num_queries
):
    home = City().home
    for number in range(MOST_SUGGESTED):
        values = {"kind": "page", "page": home.page_ptr, "title": f"Żywa {number}"}
        CatalogueEntryFactory(**values)
        file(f"Żywa {number}")
        CatalogueEntryFactory(clause=True, title=f"Żywa {number}")
    request = rf.get("/")
    titles("żywa", rf)
    # The first eight entries are of one page, so that further ones are read as well.
    with django_assert_max_num_queries(5):
        assert len(suggest("żywa", "pl", request)) == MOST_SUGGESTED
