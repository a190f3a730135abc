import pytest
from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

from search.languages.ukrainian import algorithm_id, index_keys

REGULAR = [
    ("організація", "організації організаціями організацій"),
    ("громадський", "громадських громадської громадськими"),
    ("мешканець", "мешканці мешканців"),
    ("заява", "заяву заяви"),
    ("школа", "школі школах"),
    ("допомога", "допомоги допомозі"),
    ("бюджет", "бюджету бюджетом"),
    ("рішення", "рішень рішенням"),
    ("програма", "програми програм програмами"),
    ("музей", "музею музеї"),
    ("рік", "року роки"),
    ("люди", "людей людям"),
    ("день", "дні днів"),
    ("доступність", "доступності доступністю"),
    ("об'єднання", "об'єднань"),
    ("підляшшя", "підляшші підляшшям"),
    ("україна", "україни україною"),
    ("мікрогрант", "мікрогрантів мікрогрантами"),
]
SAME_WORD = [
    *REGULAR,
    ("дитина", "дітей діти"),
    ("працювати", "працює працювала"),
    ("лікарня", "лікарень"),
]
OTHER_WORDS = [
    ("організація", "орган"),
    ("громадський", "громадянин"),
    ("місто", "містичний"),
    ("мешканець", "мішанка"),
    ("рада", "радіо"),
    ("бюджет", "будинок"),
    ("заява", "заєць"),
    ("консультація", "консул"),
    ("школа", "шкода"),
    ("програма", "прогноз"),
    ("товариство", "товар"),
    ("карта", "картопля"),
]
ONLY_BY_DICTIONARY = [("рада", "радий"), ("дорога", "дорогий"), ("робота", "робот")]


def pairs(table):
    return [(word, form) for word, forms in table for form in forms.split()]


@pytest.mark.parametrize(("word", "form"), pairs(SAME_WORD))
def test_forms_of_one_word_share_a_key(word, form):
    assert set(index_keys(word)) & set(index_keys(form))


@pytest.mark.parametrize(("word", "other"), OTHER_WORDS + ONLY_BY_DICTIONARY)
def test_other_words_share_no_key(word, other):
    assert not set(index_keys(word)) & set(index_keys(other))


def test_dictionary_of_no_other_language_is_loaded(monkeypatch):
    asked = []
    loaded = DEFAULT_DICTIONARY_FACTORY.get_dictionary
    monkeypatch.setattr(
        type(DEFAULT_DICTIONARY_FACTORY),
        "get_dictionary",
        lambda self, language: asked.append(language) or loaded(language),
    )

    assert index_keys("організаціями") == ("організація",)
    assert set(asked) == {"uk"}


@pytest.mark.usefixtures("no_simplemma")
class TestWithoutSimplemma:
    @pytest.mark.parametrize(("word", "form"), pairs(REGULAR))
    def test_forms_of_one_word_share_a_key(self, word, form):
        assert set(index_keys(word)) & set(index_keys(form))

    @pytest.mark.parametrize(("word", "other"), OTHER_WORDS)
    def test_other_words_share_no_key(self, word, other):
        assert not set(index_keys(word)) & set(index_keys(other))

    def test_id_says_so(self):
        assert "no-simplemma" in algorithm_id()


def test_id_names_the_dictionary():
    assert "simplemma-" in algorithm_id()
