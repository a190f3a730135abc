"""Words that may be names of persons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.languages.names import may_be_name


@pytest.mark.parametrize(
    "word",
    [
        *("anna", "annie", "jan", "jana", "marek", "adam"),
        *("kowalski", "kowalskiego", "kowalska", "nowak", "nowaka", "król", "woda"),
        *("wojcik", "wisniewska"),
    ],
)
def test_dictionary_knows_first_names_and_surnames_in_all_cases(word):
    assert may_be_name(word)


@pytest.mark.parametrize(
    "word",
    [
        *("dabrowski", "dabrowskiego", "lozinska", "lozinskiej", "kavalchuk"),
        *("шевченко", "шевченка", "ковальчук", "іванович", "іванівна"),
    ],
)
def test_unknown_word_is_judged_by_its_ending(word):
    assert may_be_name(word)


@pytest.mark.parametrize(
    "word",
    [
        *("żłobek", "dotacja", "organizacja", "boisko", "konkurs"),
        *("ngo", "rdpp", "cus", "2013", "міський", "програма", "грамадскі", "ski"),
    ],
)
def test_words_that_name_nobody_are_told_apart(word):
    assert not may_be_name(word)


def test_without_the_dictionary_endings_tell(no_morfeusz):
    assert may_be_name("kowalskiego")
    assert not may_be_name("dotacja")


@given(st.text(max_size=70))
def test_every_text_has_an_answer(text):
    assert may_be_name(text.lower()) in {True, False}
