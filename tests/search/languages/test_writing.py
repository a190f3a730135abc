import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.languages.writing import (
    LONGEST_TOKEN,
    each_token,
    fold,
    is_cyrillic,
    is_inside_word,
    key,
    spelt,
    tokens,
)

SAFE = re.compile(r"[a-z0-9\u0400-\u052f]*")
texts = st.text(st.characters() | st.sampled_from("aąłóż'’іґё-\u0301\u00ad 1r"))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łódź", "lodz"),
        ("Zażółć gęślą jaźń", "zazolc gesla jazn"),
        ("Straße, Øresund, Þór", "strasse, oresund, thor"),
        ("E\u0301tude", "etude"),
        ("Ｆｕｌｌ ﬁn", "full fin"),
        ("İstanbul 𝓐", "istanbul a"),
        ("ОБ’ЄКТ", "об'єкт"),
        ("обʼєкт", "об'єкт"),
        ("за\u0301мок", "замок"),
        ("Їжак і йод, ў", "їжак і йод, ў"),
        ("ґанок", "ганок"),
        ("ёсць", "есць"),
    ],
)
def test_fold_leaves_small_plain_letters(text, folded):
    assert fold(text) == folded


@given(text=texts)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(text=texts)
def test_key_has_only_letters_that_every_database_reads_alike(text):
    assert SAFE.fullmatch(key(text))


@given(text=texts)
def test_every_token_has_a_key(text):
    assert all(key(token.text) for token in tokens(text))


def test_letters_of_other_scripts_stay_apart():
    assert key("Αθήνα") == key("ΑΘΗΝΑ")
    assert key("αθήνα") != key("αθήνη")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Miasto Białystok, ul. Lipowa 5/7!", "miasto białystok ul lipowa 5 7"),
        ("polsko-litewski e-usługi", "polsko litewski e usługi"),
        ("art. 19a; 5G; B2B", "art 19a 5g b2b"),
        ("2014r. 10tys. 5zł 15lecie", "2014 r 10 tys 5 zł 15 lecie"),
        ("KRS 0000123456", "krs 0000123456"),
        ("15.10.2013", "15 10 2013"),
        ("Łódz\u0301 wspo\u0301łpraca", "łódź współpraca"),
        ("współ\u00adpraca", "współpraca"),
        ("об’єкт обʼєкт об'єкт", "об'єкт об'єкт об'єкт"),
        ("residents' o’clock dʼArc", "residents o clock d arc"),
        ("snake_case", "snake case"),
        ("\ud800\x00😀 - ʼ", ""),
    ],
)
def test_text_is_cut_into_words(text, words):
    assert [token.text for token in tokens(text)] == words.split()


@given(text=texts)
def test_tokens_lead_back_into_the_text(text):
    found = tokens(text)

    assert all(token.text == spelt(text[token.start : token.end]) for token in found)
    assert all(0 < len(token.text) <= LONGEST_TOKEN for token in found)
    assert [place for token in found for place in (token.start, token.end)] == sorted(
        place for token in found for place in (token.start, token.end)
    )


def test_token_that_is_too_long_is_cut_and_covers_its_word():
    [token] = tokens("a" * 300)

    assert (token.text, token.start, token.end) == ("a" * LONGEST_TOKEN, 0, 300)


def test_tokens_of_a_part_lead_into_the_whole():
    text = "rada gminy i miasta"

    assert list(each_token(text, 5, 12)) == tokens(text)[1:3]


@pytest.mark.parametrize(
    ("place", "inside"), [(0, False), (2, True), (4, False), (99, False)]
)
def test_place_inside_a_word_is_told(place, inside):
    assert is_inside_word("rada gminy", place) is inside


def test_cyrillic_is_told_by_any_letter():
    assert is_cyrillic("школа")
    assert not is_cyrillic("szkoła")
