"""The form of synonyms: a word is in no two groups of a language."""

import pytest
from django.utils import translation

from search.models import Synonym
from tests.factories.search import SynonymFactory

pytestmark = pytest.mark.django_db


def form(words, language="pl", instance=None):
    made = Synonym.snippet_viewset.get_edit_handler().get_form_class()
    return made({"language": language, "words": words}, instance=instance)


@pytest.fixture
def ngo():
    return SynonymFactory(words="NGO\norganizacja pozarządowa")


def test_new_words_are_taken_in_made_plain(ngo):
    filled = form("  OKO \n\notwarty   konkurs ofert\nOKO")

    assert filled.is_valid(), filled.errors
    assert filled.save().lines == ["OKO", "otwarty konkurs ofert"]


@pytest.mark.parametrize(
    "word", ["NGO", "ngo", "organizacja pozarządowa", "organizacje pozarządowe"]
)
def test_word_of_another_group_is_refused_and_named(ngo, word):
    filled = form(f"trzeci sektor\n{word}")

    with translation.override("en"):
        (message,) = filled.errors["words"]
    assert word in message
    assert str(ngo) in message
    assert "trzeci sektor" not in message


def test_every_word_that_is_taken_is_named(ngo):
    SynonymFactory(words="dotacja\ngrant")

    assert len(form("NGO\ngrant").errors["words"]) == 2


def test_group_may_be_saved_again_and_grow(ngo):
    filled = form("NGO\norganizacja pozarządowa\ntrzeci sektor", instance=ngo)

    assert filled.is_valid(), filled.errors
    filled.save()
    assert ngo.lines == ["NGO", "organizacja pozarządowa", "trzeci sektor"]


def test_word_may_be_in_groups_of_two_languages(ngo):
    assert form("NGO\nnon-governmental organisation", "en").is_valid()


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("NGO", "pl"),
        ("", "pl"),
        ("a\nb", "xx"),
        ("\n".join(f"w{number}" for number in range(13)), "pl"),
    ],
)
def test_what_is_not_a_group_is_refused(words, language):
    assert not form(words, language).is_valid()


def test_marks_alone_are_told_apart():
    SynonymFactory(words="+\nplus")

    assert form("-\nminus").is_valid()
    assert not form("+\ndodać").is_valid()
