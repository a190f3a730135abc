"""An address asks a question; what is no question is left out of it."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.queries.asking import LONGEST_TEXT, Asked, read_question, read_text


def ask(query, language="pl"):
    return read_question(QueryDict(query), language)


def test_words_and_filters_are_read():
    asked = ask(
        "q=rada+seniorów&kind=clause&kind=meeting&year=2014&area=sport"
        "&organisation=klub&ruling=accepted&sort=date&language=uk&exact=1&page=3"
    )
    assert asked == Asked(
        text="rada seniorów",
        language="uk",
        kinds=("clause", "meeting"),
        years=(2014,),
        areas=("sport",),
        organisations=("klub",),
        rulings=("accepted",),
        is_by_date=True,
        is_exact=True,
        page="3",
        home="pl",
    )


def test_what_is_no_choice_is_left_out():
    asked = ask(
        "q=rada&kind=secret&year=abc&year=12345&year=٢٠١٤&ruling=x&sort=size&language=xx"
    )
    assert asked == Asked(text="rada", language="pl", home="pl")


def test_all_languages_are_asked_for_by_a_word():
    assert ask("q=rada&language=all").language == ""


def test_address_asks_the_same_again():
    query = "q=rada&kind=clause&year=2014&area=sport&language=all&sort=date&exact=1"
    asked = ask(query)
    assert ask(asked.address[1:]) == asked


def test_own_language_is_not_said():
    assert "language" not in ask("q=rada&language=pl").address


def test_one_filter_less():
    asked = ask("q=rada&kind=clause&kind=meeting&year=2014")
    assert asked.without("kind", "clause").kinds == ("meeting",)
    assert asked.without("year", 2014).years == ()
    assert not asked.without_filters().is_filtered


def test_many_filters_are_cut():
    many = "&".join(f"area=a{n}" for n in range(1000))
    assert len(ask(f"q=rada&{many}").areas) == 30


@pytest.mark.parametrize(
    "text", ["a" * 10_000, "\x00\x01", "słowo\u2028drugie", "  dwa   słowa  "]
)
def test_text_becomes_one_short_line(text):
    read = read_text(text)
    assert len(read) <= LONGEST_TEXT
    assert read.isprintable()
    assert "  " not in read


@given(st.text())
def test_any_text_is_read(text):
    assert read_text(read_text(text)) == read_text(text)
