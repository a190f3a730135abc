import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.base.templatetags.participation import bound

NBSP = "\N{NO-BREAK SPACE}"
LINES = [
    ("i w domu", f"i{NBSP}w{NBSP}domu"),
    ("§ 7 ust. 29 pkt 3", f"§{NBSP}7 ust.{NBSP}29 pkt{NBSP}3"),
    ("przy ul. Bema 60/1", f"przy ul.{NBSP}Bema 60/1"),
    ("Oto Wisła", "Oto Wisła"),
    ("art. 5a", f"art.{NBSP}5a"),
    ("A potem", f"A{NBSP}potem"),
    ("dom i", "dom i"),
    ("nauka ą innych", "nauka ą innych"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_short_words_are_bound_to_what_follows(text, expected):
    assert bound(text) == expected


@given(st.text())
def test_binding_changes_nothing_but_spaces(text):
    result = bound(text)

    assert len(result) == len(text)
    assert result.replace(NBSP, " ") == text.replace(NBSP, " ")
    assert bound(result) == result
