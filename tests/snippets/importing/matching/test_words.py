import pytest
from hypothesis import given
from hypothesis import strategies as st

from snippets.folding import fold
from snippets.importing.matching import match_key
from snippets.importing.matching.words import is_number, read_name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("FUNDACJA „PRÓBA”", "proba"),
        ("Stowarzyszenie Próba OPP", "proba"),
        ("Stow. Próba", "proba"),
        ("Stowarzyszenie zwykłe „Próba”", "proba"),
        ("Próba Sp. z o.o.", "proba"),
        ("Próba spółka z ograniczoną odpowiedzialnością non profit", "proba"),
        ("Fundacja Próba w likwidacji", "proba"),
        ("Stowarzyszenie Próba z siedzibą w Bielsku Podlaskim", "proba"),
        ("Stowarzyszene Próba", "proba"),
        ("Fudnacja „Próba”", "proba"),
        ("Związek Stowarzyszeń Próba", "zwiazek stowarzyszen proba"),
        ("Próba Organizacja Pożytku Publicznego", "proba"),
        ("OSP Próbne", "ochotnicza straz pozarna probne"),
        ("UKS „Próba”", "uczniowski klub sportowy proba"),
    ],
)
def test_words_of_the_legal_form_make_no_difference(name, key):
    assert match_key(name) == key


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Towarzystwo Próba", "towarzystwo"),
        ("Próba Oddział w Łomży", "oddzial"),
        ("Stowarzyszenie z siedzibą w Szpitalu Miejskim nad Wisłą", "szpitalu"),
        ("Koło Gospodyń Wiejskich w Próbnem", "gospodyn"),
    ],
)
def test_words_that_tell_organisations_apart_stay(name, kept):
    assert kept in match_key(name).split()


@pytest.mark.parametrize("name", ["Fundacja", "Stowarzyszenie", "OPP", "Fundacja dla"])
def test_name_of_nothing_but_its_form_stays(name):
    assert match_key(name) == fold(name)


@given(st.text(max_size=60))
def test_key_is_blank_only_for_a_name_without_words(name):
    assert bool(match_key(name)) is bool(fold(name))


@given(st.text(max_size=60))
def test_key_is_blind_to_case(name):
    assert match_key(name.upper().lower()) == match_key(name.lower().upper().lower())


def test_name_is_taken_apart():
    name = read_name("Koło nr 12 Towarzystwa na rzecz Koła „Nasz Dom” im. Jana III")

    assert name.own == "nasz dom"
    assert name.numbers == {"12", "iii"}
    assert name.words == (
        *("kolo", "12", "towarzystwa", "kola", "nasz", "dom", "jana", "iii"),
    )


@pytest.mark.parametrize("word", ["1", "165", "4b", "ii", "v", "ix", "xiv"])
def test_numbers(word):
    assert is_number(word)


@pytest.mark.parametrize("word", ["i", "mix", "dom", "lo", "civil"])
def test_words_are_no_numbers(word):
    assert not is_number(word)
