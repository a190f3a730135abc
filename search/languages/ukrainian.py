"""Ukrainian: the lemmas of simplemma; a light stemmer for words that it lacks."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from .stemming import Change, LightStemmer
from .writing import key

_FUNCTION_WORDS = """
а або але без бо в ви вже від до для ж за з зі і із й його її їх коли ми на над не ні
об однак по під при про та так також те ти то том тому у хто це ці цей ця через чи що
щоб як який яка яке які є
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())

_ENDINGS = """
я а ю у и і ї е є о ь й
ями ами ям ам ях ах ів їв ей єй ою ею єю ові еві єві ом ем єм
ого ього ому ьому ими іми їми их іх їх им ім їм ий ій їй ої ьої ьою ую юю ая яя ії
ити іти ати яти ив ав яв ала яла ила іла али яли или іли ало ило ає яє ують юють ають
яють ує увати ювати ував ював увала ювала ували ювали
"""
# „програм” is not „програти”, „освіти” no verb, „роботи” no form of „робити”.
_DOUBTFUL = """
ам ами ав яв ив ей ів ом ем им ім ій ого ому ою ити іти ати яти ала ила іла али
или іли ало ило
"""
_CLOSED = frozenset({"", "ь"})
_LOCATIVE = frozenset("і")
_IOTATED = frozenset({"я", "ю", "ї", "й", "єю", "ям", "ях", "ями"})
_CHANGES = (
    # „рішення” and „рішень”, „молоддю” and „молоді”.
    Change(re.compile(r"(\w)\1$"), r"\1"),
    # „сесія” and „сесій”, but not „радіо”.
    Change(re.compile(r"(?<=\w{3})[иі]$"), "", _IOTATED),
    # „допомозі” from „допомога”, „бібліотеці”, „русі”.
    Change(re.compile(r"з$"), "г", _LOCATIVE, is_sure=False),
    Change(re.compile(r"ц$"), "к", _LOCATIVE, is_sure=False),
    Change(re.compile(r"с$"), "х", _LOCATIVE, is_sure=False),
    # „мешканець” and „мешканці”, „податок” and „податку”, „рік” and „року”.
    Change(re.compile(r"(?<=\w{3})ец$"), "ц"),
    Change(re.compile(r"(?<=\w{3})[ое]к$"), "к", _CLOSED, is_sure=False),
    Change(re.compile(r"(?<=\w{3})іст$"), "ост"),
    Change(re.compile(r"(?<=\w)і(?=\w$)"), "о", _CLOSED, is_sure=False),
)
_IRREGULAR = (
    dict.fromkeys(("діти", "дітей", "дітям", "дітьми", "дітях"), "дитина")
    | dict.fromkeys(("люди", "людей", "людям", "людьми", "людях"), "людина")
    | dict.fromkeys(("дня", "дню", "днем", "дні", "днів", "дням", "днями"), "день")
)

_light = LightStemmer(
    frozenset(_ENDINGS.split()), frozenset(_DOUBTFUL.split()), _CHANGES, _IRREGULAR
)


def index_keys(word: str) -> tuple[str, ...]:
    """Return the lemmas of the word, else its stems.

    Names, whose lemmas have capital letters, are stemmed: the dictionary has only some
    of their forms.
    """
    regular = _light.regular(word)
    found: list[str] = []
    for lemma in _lemmas(regular):
        found += (lemma,) if lemma.islower() else _light.stems(lemma.lower())
    return tuple(dict.fromkeys(key(one) for one in found or _light.stems(regular)))


query_keys = index_keys


def algorithm_id() -> str:
    """Return what the keys depend on; no dictionary is read for it."""
    return f"uk-1:{_simplemma_version()}"


def _lemmas(word: str) -> Iterator[str]:
    dictionary = load_dictionary()
    if dictionary is not None:
        found = (dictionary.get_lemma(one, "uk") for one in (word, word.capitalize()))
        yield from (lemma for lemma in found if lemma)


@cache
def load_dictionary() -> Any | None:
    """Return what looks words up, if it is installed: 55 MB with the first word."""
    try:
        # Where it is missing, the light stemmer does; only Ukrainian needs it at all.
        from simplemma.strategies import DictionaryLookupStrategy
    except ImportError:
        return None
    return DictionaryLookupStrategy()


def _simplemma_version() -> str:
    if load_dictionary() is None:
        return "no-simplemma"
    try:
        return f"simplemma-{version('simplemma')}"
    except PackageNotFoundError:
        return "simplemma"
