import random

import pytest

from search.analysis import fold, index_keys, query_groups, tokens
from search.queries.correcting import MOST_CORRECTED, correct
from search.vocabulary import learn
from tests.factories.catalogue import CatalogueEntryFactory
from tests.factories.search import SynonymFactory

pytestmark = pytest.mark.django_db

TEXTS = (
    "Rada Działalności Pożytku Publicznego opiniuje program współpracy miasta.",
    "Wolontariusze odwiedzają chorych w szpitalu dziecięcym w każdą sobotę.",
    "Otwarty konkurs ofert na prowadzenie świetlic środowiskowych dla młodzieży.",
    "Organizacje pozarządowe bezpłatnie korzystają z sal w centrum aktywności.",
    "Sprawozdanie końcowe z realizacji zadania publicznego składa się elektronicznie.",
    "Tłumacz języka migowego pomaga osobom głuchym podczas wizyty w urzędzie.",
    "Budżet obywatelski: mieszkańcy głosują na projekty inwestycyjne na osiedlach.",
    "Poprawiamy dostępność budynków dla osób z niepełnosprawnościami.",
    "Seniorzy uczą się obsługi komputera na warsztatach w bibliotece.",
    "Dotacja na ochronę zabytków i upowszechnianie kultury regionalnej.",
    "Konsultacje społeczne trwają trzydzieści dni, uwagi przyjmuje kancelaria.",
    "Przeciwdziałanie uzależnieniom i profilaktyka przemocy w rodzinie.",
)
QUERIES = (
    *("pożytek publiczny", "wolontariusz szpital", "konkurs ofert", "świetlica"),
    *("organizacja pozarządowa", "sprawozdanie zadanie", "język migowy", "osiedle"),
    *("budżet obywatelski", "dostępność budynku", "warsztaty seniorów", "dotacja"),
    *("ochrona zabytków", "konsultacje społeczne", "przemoc rodzina", "uzależnienie"),
)


@pytest.fixture
def published():
    learn([CatalogueEntryFactory.build(title="", body=text) for text in TEXTS])


def meeting(query):
    """Return which texts have all words of a query."""
    return {
        text
        for text in TEXTS
        for keys in [{k for t in tokens(text) for k in index_keys(t.text, "pl")}]
        if all(keys & set(group) for group in query_groups(query, "pl"))
    }


def typos(word, chance):
    """Yield a word with each of the usual slips of fingers."""
    place = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    yield before + after
    yield before + letter * 2 + after
    yield before + after[0] + letter + after[1:]
    yield before + chance.choice("aeiorstnwz") + after
    yield fold(word)


def mistyped_queries():
    chance = random.Random(2014)  # noqa: S311 - the same slips each time
    for query in QUERIES:
        words = query.split()
        for place, word in enumerate(words):
            for typo in typos(word, chance):
                yield query, " ".join([*words[:place], typo, *words[place + 1 :]])


def test_one_typo_costs_at_most_a_tenth_of_what_is_found(published):
    clean = found = 0
    for query, mistyped in mistyped_queries():
        wanted = meeting(query)
        got = meeting(mistyped) or meeting(correct(mistyped, "pl") or mistyped)
        clean += len(wanted)
        found += len(wanted & got)
    assert clean > 100
    assert found >= 0.9 * clean


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kokurs ofert", "konkurs ofert"),
        ("Nowy KOKURS, na 2014 r.", "Nowy konkurs, na 2014 r."),
        ("  wolontaruisze   w szpitlau!", "  wolontariusze   w szpitalu!"),
        ("„dzialalnosci, pozytkz”", "„dzialalnosci, pożytku”"),
        ("kokurs, kokurs", "konkurs, konkurs"),
    ],
)
def test_only_mistyped_words_are_replaced(published, typed, meant):
    assert correct(typed, "pl") == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("konkurs ofert", "konkursami", "pozytek", "szpitale", "zabytkowi"),
        *("rad", "2013", "2014/17", "19a", "dla na", "", " ", "xyzxyz", '"', "§ 2"),
    ],
)
def test_nothing_is_replaced(published, typed):
    assert correct(typed, "pl") is None


def test_word_of_the_synonyms_is_meant(published):
    assert correct("ofertt", "pl") == "ofert"
    SynonymFactory(words="ofertt\nsystem składania ofert")
    assert correct("ofertt", "pl") is None


def test_words_are_corrected_by_their_language(published):
    learn([CatalogueEntryFactory.build(title="Housing", language="en")])
    assert correct("housng kokurs", "en") == "housing kokurs"
    assert correct("housng kokurs", "pl") == "housng konkurs"
    assert correct("housng kokurs", "") == "housing konkurs"


def test_decomposed_letters_are_replaced_whole(published):
    assert correct("s\u0301wietilc x", "pl") == "świetlic x"


def test_only_the_first_of_many_mistyped_words_are_replaced(published):
    typed = " ".join(["kokurs"] * (MOST_CORRECTED + 3))
    assert correct(typed, "pl").split().count("konkurs") == MOST_CORRECTED


def test_text_behind_the_longest_query_stays(published):
    typed = "kokurs " + "x " * 200 + "kokurs"
    assert correct(typed, "pl") == "konkurs" + typed[len("kokurs") :]
