import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.models import VocabularyWord
from search.vocabulary import counting, is_known, learn, rebuild
from tests.factories.catalogue import CatalogueEntryFactory, VocabularyWordFactory

pytestmark = pytest.mark.django_db


def entry(body, **values):
    return CatalogueEntryFactory.build(title="", body=body, **values)


def stored(body, **values):
    return CatalogueEntryFactory(title="", body=body, **values)


def words(language="pl"):
    rows = VocabularyWord.objects.filter(language=language)
    return dict(rows.values_list("spelling", "entries"))


def count_queries(act, *args):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        act(*args)
    return len(queries)


def test_words_of_title_parts_and_file_are_learnt():
    one = CatalogueEntryFactory.build(
        title="Żłobek", parts=[["body", "Regulamin"], ["answer", "Uwzględniono"]]
    )
    one.further = "dalszy ciąg"
    learn([one])
    assert set(words()) == {"żłobek", "regulamin", "uwzględniono", "dalszy", "ciąg"}


def test_word_is_kept_folded_with_spelling_and_keys():
    learn([entry("wolontariuszami")])
    row = VocabularyWord.objects.get()
    assert (row.word, row.spelling) == ("wolontariuszami", "wolontariuszami")
    assert "wolontariusz" in row.keys.split()
    learn([entry("Świetlicę")])
    row = VocabularyWord.objects.get(word="swietlice")
    assert row.spelling == "świetlicę"
    assert "swietlica" in row.keys.split()


def test_words_are_learnt_by_language_of_the_entry():
    learn([entry("housing", language="en"), entry("świetlica", language="")])
    assert words("en") == {"housing": 1}
    assert words("") == {"świetlica": 1}
    assert VocabularyWord.objects.get(language="").keys == "swietlica"
    assert words("pl") == {}


def test_known_words_stay_as_they_are():
    VocabularyWordFactory(word="zlobek", spelling="żłobek", entries=7)
    learn([entry("zlobek przedszkole"), entry("przedszkole")])
    assert words() == {"żłobek": 7, "przedszkole": 2}


def test_learning_does_not_ask_more_for_more_entries():
    few = count_queries(learn, [entry("żłobek gminny")])
    many = count_queries(learn, [entry("przedszkole miejskie")] * 300)
    assert many == few


def test_learning_known_words_writes_nothing():
    learn([entry("żłobek gminny")])
    assert count_queries(learn, [entry("gminny żłobek")]) == 1


def test_learning_nothing_asks_nothing():
    assert count_queries(learn, []) == 0


def test_words_learnt_are_known_at_once():
    assert not is_known("żłobek", "pl")
    learn([entry("żłobek")])
    assert is_known("żłobek", "pl")


def test_rebuild_counts_all_entries():
    stored("żłobek gminny")
    stored("żłobek", language="en")
    stored("Żłobek żłobek")
    assert rebuild() == 3
    assert words() == {"żłobek": 2, "gminny": 1}
    assert words("en") == {"żłobek": 1}


def test_rebuild_puts_right_what_was_learnt():
    VocabularyWordFactory(word="zlobek", entries=9)
    gone = VocabularyWordFactory(word="zniknelo")
    same = VocabularyWordFactory(word="gminny", keys="gminny", entries=1)
    stored("żłobek gminny")
    assert rebuild() == 2
    assert words() == {"żłobek": 1, "gminny": 1}
    assert not VocabularyWord.objects.filter(pk=gone.pk).exists()
    assert VocabularyWord.objects.filter(pk=same.pk).exists()


def test_second_rebuild_writes_nothing(django_assert_num_queries):
    stored("żłobek gminny")
    rebuild()
    with django_assert_num_queries(3):
        assert rebuild() == 2


def test_rebuild_of_an_empty_catalogue_leaves_no_word():
    VocabularyWordFactory(word="zniknelo")
    assert rebuild() == 0
    assert words() == {}


def test_word_learnt_during_a_rebuild_stays(monkeypatch):
    stored("żłobek")
    read = counting.read_texts

    def read_while_others_learn():
        yield from read()
        learn([entry("przedszkole")])

    monkeypatch.setattr(counting, "read_texts", read_while_others_learn)
    rebuild()
    assert set(words()) == {"żłobek", "przedszkole"}


def test_old_words_are_there_until_the_new_ones_are(monkeypatch):
    VocabularyWordFactory(word="dawne")
    stored("nowsze")
    seen = []
    create = type(VocabularyWord.objects).bulk_create

    def look_and_create(manager, rows, **options):
        seen.append(set(words()))
        return create(manager, rows, **options)

    monkeypatch.setattr(type(VocabularyWord.objects), "bulk_create", look_and_create)
    rebuild()
    assert seen == [{"dawne"}]
    assert set(words()) == {"nowsze"}


def test_rebuild_in_parts_counts_as_one(monkeypatch):
    monkeypatch.setattr(counting, "AT_ONCE", 2)
    monkeypatch.setattr(counting, "ASKED_AT_ONCE", 2)
    for number in range(5):
        VocabularyWordFactory(word=f"zniknelo{number}")
    stored("pierwszy drugi trzeci czwarty piąty szósty siódmy")
    assert rebuild() == 7
    assert len(words()) == 7
