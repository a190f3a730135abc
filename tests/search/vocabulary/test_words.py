import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import fold, tokens
from search.vocabulary.words import LENGTHS, Tally, is_word


def tally(*entries):
    counted = Tally()
    for texts in entries:
        counted.add([texts] if isinstance(texts, str) else texts)
    return counted


@pytest.mark.parametrize("text", ["żłobek", "обʼєкт".replace("ʼ", "'"), "a" * 40])
def test_letters_are_a_word(text):
    assert is_word(text)


@pytest.mark.parametrize("text", ["", "nad", "2014", "19a", "b2b4", "a" * 41, "''''"])
def test_numbers_and_what_is_too_short_or_long_are_no_words(text):
    assert not is_word(text)


def test_word_is_counted_once_an_entry():
    counted = tally(["Żłobek i żłobek", "żłobek"], "ŻŁOBEK", "przedszkole")
    assert counted.entries == {"zlobek": 2, "przedszkole": 1}


def test_entry_with_two_spellings_is_one_entry():
    assert tally("zadań zadan", "zadań").entries == {"zadan": 2}


def test_most_usual_spelling_is_kept():
    counted = tally("sady", "sądy", "sądy")
    assert counted.usual_spellings() == {"sady": "sądy"}


def test_of_spellings_equally_usual_the_marked_one_is_kept():
    assert tally("sady sądy").usual_spellings() == {"sady": "sądy"}
    assert tally("sądy sady").usual_spellings() == {"sady": "sądy"}


def test_words_between_signs_are_found():
    counted = tally("(pożytku)„publicznego”/rada-seniorów,wolontariat\u00a0pracy")
    assert set(counted.entries) == {
        *("pozytku", "publicznego", "rada", "seniorow", "wolontariat", "pracy")
    }


def test_cyrillic_letters_stay_what_they_are():
    assert tally("Об’єкт їдальні").usual_spellings() == {
        "об'єкт": "об'єкт",
        "їдальні": "їдальні",
    }


@given(st.lists(st.text(max_size=60), max_size=5))
def test_words_are_those_of_the_analyser(texts):
    spelt = [token.text for text in texts for token in tokens(text)]
    words = {fold(word) for word in spelt if is_word(word)}
    counted = tally(texts)
    assert set(counted.entries) == {word for word in words if len(word) in LENGTHS}
    assert set(counted.usual_spellings()) == set(counted.entries)
    assert set(counted.entries.values()) <= {1}
