"""English: Snowball."""

import re
from functools import cache
from importlib.metadata import version

import snowballstemmer

from .writing import key

_FUNCTION_WORDS = """
a an and are as at be by do for from how if in into is it its nor of on or our s so t
that the their there these they this to was we were what when where which who will with
you your
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())

# American and British spellings meet. It is „organisation” that both become, since of
# „organization” Snowball leaves an organ.
_SPELLINGS = (
    (re.compile(r"(?<=\w{3})iz(?=(?:e[drs]?|ers|ing|ations?|ational)$)"), "is"),
    (re.compile(r"(?<=\w{2})our(?=(?:s|ed|ing|hoods?|able|ful|ites?|al)?$)"), "or"),
    (re.compile(r"(?<=\w{2})tre(?=s?$)"), "ter"),
    (re.compile(r"^programmes?$"), "program"),
)


def index_keys(word: str) -> tuple[str, ...]:
    """Return the stem of the word, folded before."""
    folded = key(word)
    for pattern, spelling in _SPELLINGS:
        folded = pattern.sub(spelling, folded)
    return (_stemmer().stemWord(folded),)


query_keys = index_keys


def algorithm_id() -> str:
    """Return what the keys depend on."""
    return f"en-1:snowball-{version('snowballstemmer')}"


@cache
def _stemmer() -> snowballstemmer.EnglishStemmer:
    return snowballstemmer.stemmer("english")
