from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from pages.comments.public.excerpts import cut, fitting, foreign

LENGTHS = st.lists(st.integers(0, 20_000), max_size=60)
ROOMS = st.integers(0, 100_000)


@given(LENGTHS, ROOMS)
def test_texts_cut_to_the_fitting_length_fit(lengths, room):
    longest = fitting(lengths, room)

    assert sum(min(length, longest) for length in lengths) <= room or not longest


@given(LENGTHS, ROOMS)
def test_no_text_is_cut_shorter_than_it_must_be(lengths, room):
    longest = fitting(lengths, room)
    one_more = sum(min(length, longest + 1) for length in lengths)

    assert one_more > room or longest >= max(lengths, default=0)


def test_nothing_is_cut_where_all_fits():
    assert fitting([10, 300, 20], 330) == 300
    assert fitting([], 0) == 0


def test_short_texts_leave_their_room_to_long_ones():
    assert fitting([10, 10, 500, 500], 220) == 100


def test_text_is_cut_with_a_mark():
    assert cut("abc", 3) == "abc"
    assert cut("abcd", 3) == "ab…"


def test_language_is_foreign_only_to_readers_of_another_one():
    with override("uk"):
        assert foreign("pl") == "pl"
        assert foreign("uk") == ""
