import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from search.languages import polish
from search.vocabulary.inflecting import forms_by_folded, heads, nearest_form
from search.vocabulary.words import folded

PUBLISHED = ("organu", "świetlicę", "stowarzyszenia", "recykling", "program")
SPELLINGS = {folded(word): word for word in PUBLISHED if folded(word) != word}
WORDS = sorted(map(folded, PUBLISHED))


def nearest(typed, most=1, words=WORDS, language="pl"):
    return nearest_form(folded(typed), most, words, SPELLINGS, language)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("orrganów", "organów"), ("swetlicami", "świetlicami")),
        *(("stowarzyszniami", "stowarzyszeniami"), ("rcyklingowi", "recyklingowi")),
        *(("porgramach", "programach"), ("programahc", "programach")),
        *(("irganami", "organami"), ("organmai", "organami")),
    ],
)
def test_mistyped_form_is_taken_for_one_of_a_published_word(typed, meant):
    assert nearest(typed) == meant


@pytest.mark.parametrize(
    "typed", ["przedszkolami", "progami", "orrgannów", "biblioteka"]
)
def test_word_unlike_any_form_is_taken_for_none(typed):
    assert nearest(typed) is None


def test_so_many_letters_may_be_wrong_as_one_says():
    assert nearest("stowarzyszniemi", most=2) == "stowarzyszeniami"
    assert nearest("stowarzyszniemi", most=1) is None


def test_only_polish_words_have_forms():
    assert nearest("progrmaach", language="") == "programach"
    assert nearest("progrmaach", language="en") is None
    assert nearest("організаціх", words=["організація"], language="uk") is None


def test_there_are_no_forms_without_the_dictionary(monkeypatch):
    monkeypatch.setattr(polish, "load_dictionary", lambda: None)
    forms_by_folded.cache_clear()
    assert nearest("orrganów") is None
    forms_by_folded.cache_clear()


def test_nothing_is_published():
    assert nearest("organów", words=[]) is None


@given(st.text("abcdz", min_size=4, max_size=12))
def test_heads_are_as_long_as_they_need_to_be_and_one_letter_wrong(typed):
    for head in heads(typed):
        assert len(head) >= min(4, len(typed) - 1)
        begun = (typed[: len(head) + more] for more in (-1, 0, 1))
        assert min(OSA.distance(head, one) for one in begun) <= 1


def test_many_words_that_begin_alike_are_compared_quickly():
    stems = ["wo", "lon", "ta", "ria", "kon", "kur", "sy", "zy", "pra", "nie"]
    words = {a + b + c + d for a in stems for b in stems for c in stems for d in stems}
    words = sorted({word + end for word in words for end in ("", "ka", "mi", "ow")})
    start = time.process_time()
    for _ in range(5):
        nearest("konkursomi", words=words)
    assert len(words) > 30_000
    assert (time.process_time() - start) / 5 < 0.05
