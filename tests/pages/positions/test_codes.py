"""Codes: made at random, told apart, and read however they are typed."""

import math

from hypothesis import given
from hypothesis import strategies as st

from pages.positions.codes import ALPHABET, LENGTH, new_code, plain_code, spaced

CODES = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)
BETWEEN = st.text("- \t –_.", max_size=3)


def test_code_has_four_groups_and_enough_chance():
    code = new_code()

    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert math.log2(len(set(ALPHABET))) * LENGTH > 60
    assert len({new_code() for _ in range(500)}) == 500


def test_no_sign_looks_like_another():
    assert not set("0O1IL") & set(ALPHABET)


@given(CODES, st.lists(BETWEEN, min_size=LENGTH, max_size=LENGTH))
def test_code_is_the_same_however_it_is_typed(code, between):
    typed = "".join(gap + sign for gap, sign in zip(between, code.lower(), strict=True))

    assert plain_code(typed) == code
    assert plain_code(spaced(code)) == code


@given(st.text())
def test_what_is_no_code_is_nothing_and_no_failure(typed):
    plain = plain_code(typed)

    assert plain == "" or (len(plain) == LENGTH and set(plain) <= set(ALPHABET))


def test_huge_text_and_wide_letters_are_read():
    assert plain_code("A" * 1_000_000) == ""
    assert plain_code("ＡＢＣＤ－ＥＦＧＨ ２３４５ ６７８９") == "ABCDEFGH23456789"
    assert plain_code("ABCD-EFGH-2345-6780") == ""
