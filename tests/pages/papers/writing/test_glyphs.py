"""Texts that the fonts can show: nothing is lost that a reader could miss."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.papers.writing.glyphs import covered, printable, printable_all

ZWSP = "\u200b"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Zażółć „gęślą” jaźń – § 5", "Zażółć „gęślą” jaźń – § 5"),
        ("Привіт, Ў", "Привіт, Ў"),
        ("👍🏽 👨‍👩‍👧‍👦 🇵🇱 1️⃣ ❤️", "👍🏽 👨‍👩‍👧‍👦 🇵🇱 1️⃣ ❤️"),
        ("a → b ≤ ∑ ✓ ■", "a → b ≤ ∑ ✓ ■"),
        ("漢字", "[U+6F22][U+5B57]"),
        ("سلم", "[U+0633][U+0644][U+0645]"),
        ("\ue000\U0010ffff", "[U+E000][U+10FFFF]"),
        ("a\x00\x07\x7f\x9f\ufeff\ud800b", "ab"),
        ("a\u202eb\u2066c\u0600d\U000e0100e", "abcde"),
        ("a\u2028b\u2029c\x85d\r\ne", "a\nb\nc\nd\ne"),
        ("co\xadzie\u200bnny", "co\xadzie\u200bnny"),
        ("a\u3000b\tc", "a b c"),
        ("", ""),
    ],
)
def test_what_fonts_have_stays_and_the_rest_is_named(written, shown):
    assert printable(written) == shown


def test_long_words_may_be_broken_but_no_sequence():
    address = "https://example.org/" + "a" * 60
    accents = "e\u0301" * 40
    family = "👨‍👩‍👧‍👦" * 20

    assert printable(address).replace(ZWSP, "") == address
    assert max(map(len, printable(address).split(ZWSP))) <= 24
    assert all(part[0] == "e" for part in printable(accents).split(ZWSP))
    assert ZWSP in printable(accents)
    assert printable(family) == family


def test_addresses_are_left_as_they_are():
    url = "https://example.org/" + "a" * 60
    value = {"url": url, "facts": [("漢", 3, None, True)]}

    assert printable_all(value) == {
        "url": url,
        "facts": [["[U+6F22]", 3, None, True]],
    }


@given(st.text())
def test_every_character_left_has_a_glyph(text):
    for char in printable(text):
        assert char == "\n" or ord(char) in covered()
        assert unicodedata.category(char) != "Cc" or char == "\n"
