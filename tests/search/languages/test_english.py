import pytest

from search.languages.english import STOP_WORDS, algorithm_id, index_keys


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("resolution", "resolutions"),
        ("volunteer", "volunteers"),
        ("organisation", "organization"),
        ("organisations", "organizations"),
        ("organise", "organizing"),
        ("programme", "programs"),
        ("neighbourhood", "neighborhoods"),
        ("labour", "labor"),
        ("centre", "centers"),
        ("city", "cities"),
        ("białystok", "bialystok"),
    ],
)
def test_forms_and_spellings_share_a_key(word, form):
    assert index_keys(word) == index_keys(form)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("organization", "organ"),
        ("organisation", "organ"),
        ("council", "counsellor"),
        ("volunteer", "volume"),
        ("four", "for"),
        ("disability", "ability"),
    ],
)
def test_other_words_share_no_key(word, other):
    assert index_keys(word) != index_keys(other)


def test_what_an_apostrophe_leaves_is_a_stop_word():
    assert {"s", "t"} <= STOP_WORDS


def test_id_names_the_stemmer():
    assert "snowball-" in algorithm_id()
