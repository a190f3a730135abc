"""Counting queries that found nothing, without a word about persons."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.db.models import QuerySet
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from search.models import MissedQuery, VocabularyWord
from search.queries import missed
from search.queries.missed import forget_old, note_missed, plain, shorten
from tests.factories.search import MissedQueryFactory

pytestmark = pytest.mark.django_db


def publish(*words, language="pl"):
    """Let the site say some words."""
    for word in words:
        VocabularyWord.objects.create(language=language, word=word, spelling=word)


def kept():
    return list(MissedQuery.objects.order_by("pk").values_list("text", flat=True))


def test_query_is_counted_once_a_day_and_language():
    for language in ("pl", "pl", "en", "pl"):
        note_missed("żłobek", language)

    rows = MissedQuery.objects.order_by("language")
    assert list(rows.values_list("language", "text", "number", "day")) == [
        ("en", "żłobek", 1, timezone.localdate()),
        ("pl", "żłobek", 3, timezone.localdate()),
    ]


def test_spelling_is_made_plain():
    for text in (
        "  ŻŁOBEK\tpubliczny\n",
        "z\u0307łobek publiczny",
        "żłobek\0publiczny",
    ):
        note_missed(text, "pl")

    assert kept() == ["żłobek publiczny"]


def test_long_query_is_cut_between_words():
    note_missed("dotacja " * 30, "pl")

    assert kept() == [" ".join(["dotacja"] * 12)]


def test_what_is_cut_off_counts_when_a_query_is_judged():
    note_missed(f"{'dotacja ' * 14}jan@example.org", "pl")

    assert kept() == []


@pytest.mark.parametrize(
    "text",
    [
        *("jan@example.org", "kto to @jan", "https://example.org/a", "www.example.org"),
        *("example.org", "klub.example.org/jan", "0000123456", "nr 12345"),
        *("501 502 503", "501-502-503", "24.04.1963", "90 05 15 12345"),
    ],
)
def test_addresses_and_long_numbers_are_not_kept(text):
    note_missed(text, "pl")
    note_missed(f"żłobek {text}", "pl")

    assert kept() == []


@pytest.mark.parametrize(
    "text",
    ["żłobek 2026", "dotacja 1000", "żłobek 15-950", "konkurs 345/13", "5 żłobków"],
)
def test_short_numbers_are_kept(text):
    note_missed(text, "pl")

    assert kept() == [text]


@pytest.mark.parametrize(
    "text",
    [
        *("Jan Kowalski", "Kowalskiego", "nowak", "Anna", "dotacja dla Nowaka"),
        *("marek wilk", "pani Wisniewska", "lozinski", "Олена Шевченко"),
    ],
)
@pytest.mark.parametrize("language", ["pl", "uk"])
def test_names_of_persons_are_not_kept(text, language):
    note_missed(text, language)

    assert kept() == []


def test_word_that_is_a_surname_too_is_kept_where_the_site_says_it():
    publish("woda")

    for text in ("woda", "woda w studni", "nowak"):
        note_missed(text, "pl")

    assert kept() == ["woda", "woda w studni"]


def test_two_names_side_by_side_are_not_kept_even_where_the_site_says_both():
    publish("marek", "wilk")

    note_missed("żłobek marek wilk", "pl")
    note_missed("marek i żłobek wilk", "pl")

    assert kept() == ["marek i żłobek wilk"]


def test_words_of_another_language_do_not_count():
    publish("woda", language="en")

    note_missed("woda", "pl")

    assert kept() == []


@pytest.mark.parametrize("text", ["", " ", "ż", "5", "…", "!?", "\0\0", "\ud800\ud800"])
def test_what_says_nothing_is_not_kept(text):
    note_missed(text, "pl")

    assert kept() == []


def test_language_the_site_has_not_is_not_kept():
    note_missed("żłobek", "xx")

    assert kept() == []


def test_no_more_than_a_day_may_hold_are_kept(monkeypatch):
    monkeypatch.setattr(missed, "MOST_A_DAY", 2)
    MissedQueryFactory.create_batch(3, day=timezone.localdate() - timedelta(days=1))

    for text in ("żłobek", "czołg", "schron", "czołg"):
        note_missed(text, "pl")

    today = MissedQuery.objects.filter(day=timezone.localdate())
    assert dict(today.values_list("text", "number")) == {"żłobek": 1, "czołg": 2}


def test_first_query_of_a_day_lets_old_ones_go():
    for days in (91, 90, 1):
        day = timezone.localdate() - timedelta(days=days)
        MissedQueryFactory(text=str(days), day=day)

    note_missed("żłobek", "pl")

    assert kept() == ["90", "1", "żłobek"]


def test_old_queries_go_by_themselves_too():
    MissedQueryFactory(day=timezone.localdate() - timedelta(days=91))
    recent = MissedQueryFactory()

    forget_old()

    assert list(MissedQuery.objects.all()) == [recent]


def test_query_that_another_reader_asked_meanwhile_is_counted(monkeypatch):
    create = QuerySet.get_or_create

    def outrun(rows, **values):
        MissedQueryFactory(text="żłobek", number=4)
        return create(rows, **values)

    monkeypatch.setattr(QuerySet, "get_or_create", outrun)
    note_missed("żłobek", "pl")

    assert MissedQuery.objects.get().number == 5


def test_known_query_costs_one_write(django_assert_num_queries):
    note_missed("żłobek", "pl")

    with django_assert_num_queries(1):
        note_missed("żłobek", "pl")


def test_locked_database_does_not_reach_the_reader(monkeypatch):
    def locked(*args, **values):
        raise OperationalError("database is locked")

    monkeypatch.setattr(QuerySet, "update", locked)
    note_missed("żłobek", "pl")
    monkeypatch.undo()

    assert kept() == []


def test_other_faults_are_not_hidden(monkeypatch):
    def broken(*args, **values):
        raise ZeroDivisionError

    monkeypatch.setattr(QuerySet, "update", broken)

    with pytest.raises(ZeroDivisionError):
        note_missed("żłobek", "pl")


@given(st.text(max_size=300))
def test_plain_text_fits_and_stays_as_it_is(text):
    once = plain(text)

    assert plain(once) == once
    assert once.isprintable()
    assert len(shorten(once)) <= 100
