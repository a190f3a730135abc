import time

import pytest

from search.analysis import fold, index_keys
from search.models import VocabularyWord
from search.vocabulary import comparing, forget, is_known, nearest
from tests.factories.catalogue import VocabularyWordFactory

pytestmark = pytest.mark.django_db


def publish(*spellings, language="pl", entries=1):
    for spelling in spellings:
        VocabularyWordFactory(
            language=language,
            word=fold(spelling),
            spelling=spelling,
            keys=" ".join(index_keys(spelling, language or "pl")),
            entries=entries,
        )
    forget()


@pytest.fixture
def published():
    publish("wolontariuszy", "konkurs", "żłobek", "organizacja", "sąsiad", "seniorów")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("kokurs", "konkurs"), ("konkuurs", "konkurs"), ("knokurs", "konkurs")),
        *(("konkurd", "konkurs"), ("zlobrk", "żłobek"), ("sasiadd", "sąsiad")),
        *(("wolontaruiszy", "wolontariuszy"), ("orgnizacjia", "organizacja")),
    ],
)
def test_mistyped_word_is_taken_for_the_published_one(published, typed, meant):
    assert nearest(typed, "pl") == meant


@pytest.mark.parametrize("typed", ["kokuds", "kursy", "przedszkole", "orgniacjia"])
def test_word_with_too_many_wrong_letters_is_taken_for_none(published, typed):
    assert nearest(typed, "pl") is None


@pytest.mark.parametrize("typed", ["", "rdp", "2014", "k0nkurs", "a" * 300])
def test_what_is_no_word_has_none_near(published, typed):
    assert nearest(typed, "pl") is None


def test_less_wrong_letters_win():
    publish("programowy", entries=1)
    publish("programami", entries=9)
    assert nearest("programovy", "pl") == "programowy"


def test_same_first_letter_wins_and_then_what_is_more_usual():
    publish("rada", entries=50)
    publish("lato", "lama", entries=1)
    publish("lada", entries=5)
    assert nearest("lara", "pl") == "lada"
    publish("kama", entries=60)
    assert nearest("lzma", "pl") == "lama"


@pytest.mark.parametrize(
    ("form", "typed", "meant"),
    [
        *(
            ("publicznego", "publicny", "publiczny"),
            ("świetlic", "świetlcia", "świetlica"),
        ),
        *(
            ("działalności", "dziłalność", "działalność"),
            ("громад", "грмада", "громада"),
        ),
    ],
)
def test_mistyped_form_that_is_not_published_is_taken_for_the_lemma(form, typed, meant):
    publish(form, language="uk" if form == "громад" else "")
    assert nearest(typed, "uk") == meant


def test_lemma_has_the_marks_that_were_typed():
    publish("świetlic")
    assert nearest("swietlcia", "pl") == "swietlica"
    publish("świetlica")
    assert nearest("swietlcia", "pl") == "świetlica"


def test_published_form_wins_over_a_lemma_as_usual():
    publish("wolontariuszy")
    assert nearest("wolontariuszz", "pl") == "wolontariuszy"


def test_stem_is_no_word_to_correct_to():
    publish("policies", language="en")
    assert nearest("policj", "en") is None


def test_language_has_its_own_words_and_those_of_names():
    publish("housing", language="en")
    publish("fundacja", language="")
    publish("świetlica")
    assert nearest("housng", "en") == "housing"
    assert nearest("fundcaja", "en") == "fundacja"
    assert nearest("swietlca", "en") is None
    assert nearest("housng", "pl") is None


def test_no_language_has_the_words_of_all():
    publish("housing", language="en")
    publish("громада", language="uk")
    assert nearest("housng", "") == "housing"
    assert nearest("грамада", "") == "громада"


@pytest.mark.parametrize(
    ("language", "word", "typed"),
    [("uk", "громадськість", "громадскість"), ("be", "супольнасць", "суполнасць")],
)
def test_cyrillic_words_are_compared_as_well(language, word, typed):
    publish(word, language=language)
    assert nearest(typed, language) == word


def test_word_of_two_vocabularies_is_spelt_as_mostly():
    publish("zlobek", language="", entries=1)
    publish("żłobek", entries=4)
    assert nearest("zlobrk", "pl") == "żłobek"
    publish("sąsiad", language="", entries=1)
    publish("sasiad", entries=4)
    assert nearest("sasiadd", "pl") == "sasiad"


@pytest.mark.parametrize(
    "word", ["konkurs", "konkursami", "zlobek", "żłobku", "wolontariusz", "seniorami"]
)
def test_published_words_are_known_in_all_forms(published, word):
    assert is_known(word, "pl")


@pytest.mark.parametrize("word", ["kokurs", "przedszkole", "wolontaruiszy"])
def test_other_words_are_not_known(published, word):
    assert not is_known(word, "pl")


def test_name_is_known_in_polish_forms_to_readers_of_english():
    publish("stowarzyszenie", language="")
    assert is_known("stowarzyszenia", "en")


def test_vocabulary_is_read_once(published, django_assert_num_queries):
    with django_assert_num_queries(2):
        nearest("kokurs", "pl")
    with django_assert_num_queries(0):
        nearest("zlobrk", "pl")
        is_known("seniorom", "pl")


def test_change_by_another_process_is_noticed_after_a_minute(published, monkeypatch):
    assert nearest("przedskole", "pl") is None
    VocabularyWordFactory(word="przedszkole")
    assert nearest("przedskole", "pl") is None
    later = time.monotonic() + comparing.TRUSTED_FOR
    monkeypatch.setattr(comparing.time, "monotonic", lambda: later)
    assert nearest("przedskole", "pl") == "przedszkole"


def test_words_removed_by_another_process_are_noticed(published, monkeypatch):
    assert is_known("konkurs", "pl")
    VocabularyWord.objects.filter(word="konkurs").delete()
    later = time.monotonic() + comparing.TRUSTED_FOR
    monkeypatch.setattr(comparing.time, "monotonic", lambda: later)
    assert not is_known("konkurs", "pl")


def test_unchanged_vocabulary_is_not_read_again(
    published, monkeypatch, django_assert_num_queries
):
    nearest("kokurs", "pl")
    later = time.monotonic() + comparing.TRUSTED_FOR
    monkeypatch.setattr(comparing.time, "monotonic", lambda: later)
    with django_assert_num_queries(1):
        nearest("kokurs", "pl")


def test_empty_vocabulary_knows_nothing():
    assert nearest("konkurs", "pl") is None
    assert not is_known("konkurs", "pl")


def test_large_vocabulary_is_compared_quickly():
    stems = ["wo", "lon", "ta", "ria", "kon", "kur", "sy", "zy", "pra", "nie"]
    words = {a + b + c + d for a in stems for b in stems for c in stems for d in stems}
    words = sorted({word + end for word in words for end in ("", "ka", "mi", "ow")})
    many = comparing.gather(("pl", word, word, word, 1) for word in words)
    comparing._kept["pl"] = comparing.Kept(many, (1, 1), time.monotonic() + 60)
    start = time.process_time()
    for _ in range(20):
        assert nearest("wolontarja", "pl") == "wolontaria"
    assert len(words) > 30_000
    assert (time.process_time() - start) / 20 < 0.02
