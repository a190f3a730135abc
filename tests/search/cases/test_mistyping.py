from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from search.cases.mistyping import forms_of, mistyped, other_form, slip


def random(seed):
    return Random(seed)  # noqa: S311 - slips, no secrets


@given(st.text("abcdeąćęłóśź", min_size=4, max_size=20), st.integers(0, 1000))
def test_slip_is_one_letter(word, seed):
    assert OSA.distance(word, slip(word, random(seed))) == 1


def test_all_kinds_of_slips_happen():
    chance = random(1)
    lengths = {len(slip("świetlica", chance)) for _ in range(50)}
    assert lengths == {8, 9, 10}


@given(st.integers(0, 1000))
def test_letters_stay_in_their_alphabet(seed):
    typed = slip("бібліотека", random(seed))
    assert not any("a" <= letter <= "z" for letter in typed)


def test_one_long_word_is_mistyped_and_all_else_stays():
    typed = mistyped("„Rada” na 2014 r.", "pl", random(3))
    assert typed != "„Rada” na 2014 r."
    assert typed.startswith("„")
    assert typed.endswith("” na 2014 r.")


@pytest.mark.parametrize("query", ["dom na 2014", '"', "a1b2c3", ""])
def test_query_without_a_long_word_is_left_out(query):
    assert mistyped(query, "pl", random(1)) is None


def test_same_seed_makes_the_same_slips():
    queries = ["świetlica środowiskowa", "otwarty konkurs ofert"]
    first, second = random(7), random(7)
    for query in queries:
        assert mistyped(query, "pl", first) == mistyped(query, "pl", second)


def test_other_form_is_one_of_the_file_and_without_marks():
    forms = forms_of(["Rada świetlic", "w świetlicy"], "pl")
    assert other_form("świetlic", "pl", forms, random(1)) == "swietlicy"
    assert other_form("rada", "pl", forms, random(1)) == "rada"
    assert other_form("żłobek", "pl", forms, random(1)) == "zlobek"
