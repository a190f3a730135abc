import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.comments.sending.cleaning import (
    clean_line,
    clean_text,
    count_links,
    same_words,
)

DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@given(st.text())
def test_nothing_unseen_is_left_in_a_text(text):
    cleaned = clean_text(text)

    categories = {unicodedata.category(char) for char in cleaned if char not in "\n\t"}
    assert "Cc" not in categories
    assert not set(cleaned) & set(DIRECTIONS)
    assert cleaned == cleaned.strip()


@given(st.text(st.sampled_from("ae\u0301\u0328\x00\u202e\ud800 \t\r\n\u2028")))
def test_cleaning_an_awkward_text_leaves_what_any_database_takes(text):
    cleaned = clean_text(text)

    assert cleaned == clean_text(cleaned) == unicodedata.normalize("NFC", cleaned)
    assert cleaned.encode().decode() == cleaned


@given(st.text())
def test_cleaning_a_clean_text_changes_nothing(text):
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("a\x00b", "ab"),
        ("a\x00\u0301", "á"),
        ("a\ud800b", "ab"),
        ("a\ufffe\uffff\ufdd0\ufdef\U0001fffe\U0010ffffb", "ab"),
        ("\ufdcf\ufdf0\ufffd\U0001fffd", "\ufdcf\ufdf0\ufffd\U0001fffd"),
        ("a\x1b[31mb\x07", "a[31mb"),
        ("faktura\u202egpj.exe", "fakturagpj.exe"),
        ("jeden\r\ndwa\rtrzy\u2028cztery", "jeden\ndwa\ntrzy\ncztery"),
        ("  a \n\n\n\n\n\nb  ", "a\n\n\nb"),
        ("Za\u0328b", "Ząb".replace("ą", "a\u0328")),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("rodzina 👨‍👩‍👧", "rodzina 👨‍👩‍👧"),
        ("a\tb", "a\tb"),
    ],
)
def test_text_is_kept_but_for_what_is_no_text(sent, kept):
    assert clean_text(sent) == unicodedata.normalize("NFC", kept)


def test_line_has_no_breaks_a_header_could_be_made_of():
    assert clean_line("Jan\r\nBcc: a@b.pl\n") == "Jan Bcc: a@b.pl"


def test_links_are_counted_in_all_texts():
    assert count_links("http://a.pl, HTTPS://b.pl", "www.c.pl", "a.pl x@b.pl") == 3
    assert count_links("") == 0


def test_words_are_the_same_in_other_case_and_spaces():
    assert same_words("Ala  MA\nkota", "") == same_words("ala ma kota", " ")
    assert same_words("ab", "c") != same_words("a", "bc")
