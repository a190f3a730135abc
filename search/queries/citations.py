"""Reads what a query cites by its number: „ust. 29 2014”, „U17/2014”, „wersja 3”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from unicodedata import normalize

from django.conf import settings
from django.utils import translation

from pages.programmes.clauses import ClauseKind
from pages.programmes.models.clause import clause_label
from search.analysis import LONGEST_QUERY, fold, index_keys, query_keys, tokens
from search.languages.writing import is_cyrillic
from snippets.identifiers import IdentifierStatus, read_krs, read_nip, read_regon


class Cited(Enum):
    """What is cited by a number."""

    CHAPTER = "chapter"
    AREA = "area"
    GOAL = "goal"
    PARAGRAPH = "paragraph"
    COMMENT = "comment"
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class Citation:
    """A number in small letters, of what, and perhaps the year of its programme."""

    cited: Cited
    number: str
    year: int | None = None


# How clauses, comments and versions are called beside the site's own labels.
_WORDS = {
    Cited.CHAPTER: "§ paragraf параграф chapter rozdział раздзел розділ",
    Cited.PARAGRAPH: (
        "ust ustęp pkt punkt para paragraph point п пункт ч частина частка абзац"
    ),
    Cited.COMMENT: "uwaga comment зауваження заўвага",
    Cited.VERSION: "wersja version версія",
}
_LABELLED = {
    ClauseKind.AREA: Cited.AREA,
    ClauseKind.GOAL: Cited.GOAL,
    ClauseKind.PROVISION: Cited.PARAGRAPH,
}
# Shorter ones are abbreviations, which have no other forms.
_INFLECTED = 4
# Comments have the same code in every language.
_CODE_LETTER = "u"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_CITED = re.compile(
    rf"""
    (?P<word> § | [^\W\d_]+ ) \.? \s*
    (?: (?: nr | no | num | № ) \.? \s* )?
    (?P<number> \d{{1,9}} [^\W\d_]? ) (?!\w)
    (?: \s* / \s* (?P<year> {_YEAR} ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CODE = re.compile(rf"(?P<number>\d{{1,9}})\s*/\s*(?P<year>{_YEAR})")
_ANY_YEAR = re.compile(rf"(?<![\d/]){_YEAR}")
_KRS = re.compile(r"\bkrs\b", re.IGNORECASE)
# With fewer digits it rather is another number, unless it is called a KRS number.
_LIKELY_KRS = 5


def read_citation(text: str) -> Citation | None:
    """Return the first thing in a query that is cited by its number."""
    text = normalize("NFC", text[:LONGEST_QUERY]).strip()
    if code := _CODE.fullmatch(text):
        return Citation(Cited.COMMENT, code["number"], int(code["year"]))
    for match in _CITED.finditer(text):
        cited = _cited_by(match["word"]) or _code_of(match, text)
        if cited:
            year = match["year"] or _year_in(text[: match.start()], text[match.end() :])
            number = match["number"].lower()
            return Citation(cited, number, int(year) if year else None)
    return None


def read_register_numbers(text: str) -> frozenset[str]:
    """Return the digits of the register numbers that a whole query may be."""
    if len(text) > LONGEST_QUERY or not any(char.isdigit() for char in text):
        return frozenset()
    krs = read_krs(text)
    found = {read_nip(text).digits, read_regon(text).digits}
    if (
        krs.status is IdentifierStatus.VALID
        or len(krs.digits.lstrip("0")) >= _LIKELY_KRS
        or _KRS.search(text)
    ):
        found.add(krs.digits)
    return frozenset(found - {""})


def _cited_by(word: str) -> Cited | None:
    exact, inflected = _vocabulary(is_cyrillic(word))
    if len(word) < _INFLECTED:
        return exact.get(fold(word))
    keys = query_keys(word, "")
    return next((inflected[key] for key in keys if key in inflected), None)


def _code_of(match: re.Match[str], text: str) -> Cited | None:
    """Tell „U17” and „U17/2014” from „u 17 organizacji”."""
    is_code = fold(match["word"]) == _CODE_LETTER and (
        match["year"] or match[0] == text
    )
    return Cited.COMMENT if is_code else None


def _year_in(*texts: str) -> str:
    """Return the first year in what stands around a citation."""
    found = (_ANY_YEAR.search(text) for text in texts)
    return next((match[0] for match in found if match), "")


@cache
def _vocabulary(cyrillic: bool) -> tuple[dict[str, Cited], dict[str, Cited]]:
    """Return the abbreviations, and the keys of the words, that go before a number.

    By alphabet: no dictionary is loaded before somebody writes in a language of it.
    """
    exact: dict[str, Cited] = {}
    inflected: dict[str, Cited] = {}
    for cited, word in _words():
        if is_cyrillic(word) != cyrillic:
            continue
        if len(word) < _INFLECTED:
            exact[fold(word)] = cited
        else:
            inflected.update(dict.fromkeys(index_keys(word, ""), cited))
    return exact, inflected


def _words() -> Iterator[tuple[Cited, str]]:
    """Yield the words of the site's labels in all its languages, and the usual ones."""
    for language, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        with translation.override(language):
            labels = {kind: clause_label(kind, "1") for kind in _LABELLED}
        for kind, label in labels.items():
            for token in tokens(label):
                if token.text.isalpha():
                    yield _LABELLED[kind], token.text
    for cited, words in _WORDS.items():
        for word in words.split():
            yield cited, word
