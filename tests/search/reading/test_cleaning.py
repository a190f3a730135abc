import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.reading.cleaning import clean


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("orga-\nnizacja", "organizacja"),
        ("orga\u00ad\nnizacja", "organizacja"),
        ("orga\u2010 \n  nizacja", "organizacja"),
        ("biało-\n-czerwony", "biało-czerwony"),
        ("Bielsko-\nBiała", "Bielsko-Biała"),
        ("lata 2014-\n2020", "lata 2014-2020"),
        ("NGO-\nsów", "NGO-sów"),
        ("społeczno-\ngospodarczy", "społeczno-gospodarczy"),
        ("Sportowo-\nrekreacyjne", "Sportowo-rekreacyjne"),
        ("działalno-\nści", "działalności"),
        ("środowisko-\nwych", "środowiskowych"),
        ("niepełno-\nsprawnych", "niepełnosprawnych"),
        ("eko-\nmiasto i eko-szkoła", "eko-miasto i eko-szkoła"),
        ("raz -\ndwa", "raz - dwa"),
        ("raz\ndwa", "raz dwa"),
    ],
)
def test_broken_words_are_joined(lines, text):
    assert clean(lines, has_broken_lines=True) == text


def test_hyphens_stay_where_lines_are_not_broken():
    assert clean("orga-\nnizacja") == "orga- nizacja"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\ufb01nanse o\ufb03cjalne", "finanse officjalne"),
        ("m\u00b2 \u00bd \u2460", "m\u00b2 \u00bd \u2460"),
        ("n\u0301 z\u0307", "ń ż"),
        ("a\0b\x07c\x85d", "a b c d"),
        ("\uf0b7 punkt", "punkt"),
        ("za\u00adda\u200bnie\ufeff", "zadanie"),
        ("a\ud800b", "a b"),
        (" raz \t\r\n\n\f dwa\u00a0trzy ", "raz dwa trzy"),
    ],
)
def test_letters_are_made_plain(raw, text):
    assert clean(raw) == text


@given(st.text(st.characters()), st.booleans())
def test_text_is_one_clean_line(raw, has_broken_lines):
    text = clean(raw, has_broken_lines=has_broken_lines)
    assert text == " ".join(text.split())
    assert unicodedata.is_normalized("NFC", text)
    assert "\0" not in text
    text.encode()


@given(st.text(st.sampled_from("ab- \nAś"), max_size=60))
def test_joining_loses_no_letters(raw):
    joined = clean(raw, has_broken_lines=True)
    kept = [letter for letter in joined if letter.isalnum()]
    assert kept == [letter for letter in raw if letter.isalnum()]
