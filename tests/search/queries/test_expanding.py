import time

import pytest

from search.analysis import index_keys, tokens
from search.backends.queries import AnalysedQuery
from search.models import Synonym
from search.queries import expanding
from search.queries.expanding import expand, has_synonym
from tests.factories.search import SynonymFactory

pytestmark = pytest.mark.django_db


def meets(text, query, language="pl"):
    """Whether a text has what a query asks for, as the backends read its terms."""
    keys = {key for token in tokens(text) for key in index_keys(token.text, language)}
    return all(
        any(all(keys & set(group) for group in alternative) for alternative in term)
        for term in expand(query, language).terms
    )


def lengths(query, language="pl"):
    """Return of how many words the alternatives of each term are."""
    terms = expand(query, language).terms
    return [sorted(len(alternative) for alternative in term) for term in terms]


@pytest.fixture
def council():
    return SynonymFactory(
        words="RDPP\nrada działalności pożytku publicznego\nrada pożytku"
    )


def test_words_without_synonyms_are_terms_of_one_alternative():
    found = expand("Zadania publiczne", "pl")
    assert [token.text for token in found.tokens] == ["zadania", "publiczne"]
    assert [token.start for token in found.tokens] == [0, 8]
    assert len(found.terms) == len(found.groups) == 2
    ((tasks,),) = found.terms[0]
    assert "zadanie" in tasks
    assert found.groups[0] == frozenset(tasks)


@pytest.mark.parametrize(
    "query", ["RDPP", "rdpp", "rada działalności pożytku publicznego", "rady pozytku"]
)
@pytest.mark.parametrize(
    "text",
    [
        *("Uchwała RDPP", "Rada Działalności Pożytku Publicznego wybrana"),
        "członkowie Rady Pożytku",
    ],
)
def test_who_looks_for_one_finds_all(council, query, text):
    assert meets(text, query)


@pytest.mark.parametrize("text", ["Rada seniorów", "działalność publiczna", "pożytek"])
def test_part_of_a_phrase_is_not_enough(council, text):
    assert not meets(text, "RDPP")


def test_rest_of_the_query_is_still_asked_for(council):
    assert meets("Nowy skład RDPP", "skład rady pożytku")
    assert not meets("Uchwała RDPP", "skład rady pożytku")
    assert lengths("skład rady pożytku 2014") == [[1], [1, 2, 4], [1]]


def test_longest_phrase_is_taken(council):
    SynonymFactory(words="rada\nkolegium")
    assert lengths("rada pożytku") == [[1, 2, 4]]
    assert lengths("rada seniorów") == [[1, 1], [1]]
    assert lengths("rada rady pożytku") == [[1, 1], [1, 2, 4]]


def test_phrase_that_only_begins_in_the_query_is_none(council):
    assert lengths("rada") == [[1]]
    assert lengths("rada działalności") == [[1], [1]]


def test_words_of_the_phrase_must_stand_side_by_side(council):
    assert lengths("rada nowego pożytku") == [[1], [1], [1]]


def test_stop_words_inside_a_phrase_are_passed_over():
    SynonymFactory(words="ekonomia społeczna\nrada do spraw ekonomii i pracy")
    assert meets("ekonomią społeczną", "rada do spraw ekonomii i pracy")
    assert meets("ekonomią społeczną", "rada spraw ekonomii, pracy")


def test_groups_to_mark_are_those_of_all_alternatives(council):
    marked = expand("skład RDPP", "pl").groups
    assert len(marked) == len(set(marked))
    keys = set().union(*marked)
    assert {"sklad", "rdpp", "rada", "dzialalnosc", "pozytek", "publiczny"} <= keys


def test_same_phrase_of_two_rows_has_the_words_of_both():
    SynonymFactory(words="NGO\norganizacja pozarządowa")
    SynonymFactory(words="NGO\ntrzeci sektor\norganizacja pozarządowa")
    assert lengths("ngo") == [[1, 2, 2]]


def test_synonyms_of_another_language_do_not_apply():
    SynonymFactory(words="NGO\nномада", language="uk")
    assert lengths("NGO", "pl") == [[1]]
    assert lengths("NGO", "uk") == [[1, 1]]


def test_without_a_language_synonyms_of_all_apply():
    SynonymFactory(words="NGO\norganizacja pozarządowa")
    SynonymFactory(words="NGO\nvoluntary body", language="en")
    assert lengths("NGO", "") == [[1, 2, 2]]
    keys = {key for group in expand("NGO", "").groups for key in group}
    assert {"organizacja", "bodi"} <= keys


def test_only_stop_words_are_looked_for():
    assert len(expand("na dla", "pl").terms) == 2


@pytest.mark.parametrize("text", ["", " ", "!?", '"', "\x00", "§ – …"])
def test_nothing_to_look_for(text):
    assert expand(text, "pl") == expanding.Expanded((), (), ())


def test_word_said_twice_is_one_term(council):
    assert len(expand("rdpp rdpp RDPP zadanie zadania", "pl").terms) == 2


def test_terms_are_what_the_backend_takes(council):
    terms = expand("skład RDPP", "pl").terms
    assert AnalysedQuery(terms).terms == terms


def test_synonyms_are_read_once_a_minute(
    council, monkeypatch, django_assert_num_queries
):
    with django_assert_num_queries(1):
        expand("RDPP", "pl")
    with django_assert_num_queries(0):
        expand("rada pożytku", "pl")
    later = time.monotonic() + expanding.TRUSTED_FOR
    monkeypatch.setattr(expanding.time, "monotonic", lambda: later)
    with django_assert_num_queries(1):
        expand("RDPP", "pl")


def test_what_staff_change_holds_at_once():
    assert lengths("NGO") == [[1]]
    row = SynonymFactory(words="NGO\norganizacja pozarządowa")
    assert lengths("NGO") == [[1, 2]]
    row.words = "NGO\nsektor"
    row.save()
    assert lengths("NGO") == [[1, 1]]
    row.delete()
    assert lengths("NGO") == [[1]]


def test_line_without_words_is_passed_over():
    Synonym.objects.create(words="!!!\nNGO\n???")
    assert lengths("NGO") == [[1]]


def test_words_of_synonyms_are_meant(council):
    meant, other = tokens("pożytkami żłobek")
    assert has_synonym(meant, "pl")
    assert not has_synonym(other, "pl")
