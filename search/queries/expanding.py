"""Makes the words of a query terms to look for, with the synonyms that staff keep."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from search.analysis import Token, query_keys, query_tokens
from search.backends.queries import Alternative, Group, Term
from search.models import Synonym

# So long a process does not look whether another one has changed the synonyms.
TRUSTED_FOR = 60


@dataclass(frozen=True)
class Expanded:
    """A query ready to be run.

    `tokens` are its own words; `groups` are what is to be marked in the texts found:
    the keys of each word, and of each word of the synonyms.
    """

    terms: tuple[Term, ...]
    tokens: tuple[Token, ...]
    groups: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A line of synonyms: what it is met by, and what may stand for it."""

    words: Alternative
    others: tuple[Alternative, ...]

    def is_met(self, groups: Sequence[Group]) -> bool:
        """Whether words of a query begin with the phrase, in whatever form."""
        return len(groups) >= len(self.words) and all(
            not set(mine).isdisjoint(theirs)
            for mine, theirs in zip(self.words, groups, strict=False)
        )


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The synonyms of a language; `phrases` by the keys of their first words."""

    phrases: Mapping[str, Sequence[Phrase]]
    keys: frozenset[str]

    def longest(self, groups: Sequence[Group]) -> tuple[int, list[Alternative]]:
        """Return of how many words the longest phrase is that stands first in a query,
        and what may stand for it; 1 and nothing if there is none.
        """
        begun = {
            id(phrase): phrase
            for key in groups[0]
            for phrase in self.phrases.get(key, ())
        }
        met = [phrase for phrase in begun.values() if phrase.is_met(groups)]
        length = max((len(phrase.words) for phrase in met), default=1)
        longest = (phrase for phrase in met if len(phrase.words) == length)
        return length, [other for phrase in longest for other in phrase.others]


@dataclass(frozen=True, slots=True)
class Kept:
    """The synonyms of a language in memory."""

    synonyms: Synonyms
    trusted_until: float


_kept: dict[str, Kept] = {}


def expand(text: str, language: str) -> Expanded:
    """Return what to look for; an empty language stands for all, by their scripts."""
    tokens = query_tokens(text, language)
    terms = tuple(dict.fromkeys(terms_of(tokens, language)))
    groups = (
        frozenset(group)
        for term in terms
        for alternative in term
        for group in alternative
    )
    return Expanded(terms, tuple(tokens), tuple(dict.fromkeys(groups)))


def terms_of(tokens: Sequence[Token], language: str) -> Iterator[Term]:
    """Yield a term for each word, or for the longest phrase that has synonyms."""
    keys = (query_keys(token.text, language) for token in tokens)
    groups = list(filter(None, keys))
    synonyms = synonyms_in(language)
    place = 0
    while place < len(groups):
        length, others = synonyms.longest(groups[place:])
        own = tuple(groups[place : place + length])
        yield tuple(dict.fromkeys([own, *others]))
        place += length


def has_synonym(token: Token, language: str) -> bool:
    """Whether a word stands among the synonyms, and so is meant as it is."""
    return not synonyms_in(language).keys.isdisjoint(query_keys(token.text, language))


def synonyms_in(language: str) -> Synonyms:
    """Return the synonyms of a language, or of all; a query a minute at most."""
    kept = _kept.get(language)
    now = time.monotonic()
    if kept is None or now >= kept.trusted_until:
        kept = Kept(read_synonyms(language), now + TRUSTED_FOR)
        _kept[language] = kept
    return kept.synonyms


def read_synonyms(language: str) -> Synonyms:
    """Read the synonyms of a language, or of all: one query."""
    rows = Synonym.objects.filter(language=language) if language else Synonym.objects
    return gather(phrase for row in rows.all() for phrase in phrases_of(row, language))


def phrases_of(row: Synonym, language: str) -> Iterator[Phrase]:
    """Yield the lines of a row; words are dropped as they are from the query."""
    lines: dict[Alternative, None] = {}
    for line in row.lines:
        tokens = query_tokens(line, language)
        words = tuple(query_keys(token.text, row.language) for token in tokens)
        if words and all(words):
            lines[words] = None
    for words in lines:
        yield Phrase(words, tuple(other for other in lines if other != words))


def gather(phrases: Iterable[Phrase]) -> Synonyms:
    """Lay phrases out by the keys of their first words."""
    found: dict[str, list[Phrase]] = {}
    keys: set[str] = set()
    for phrase in phrases:
        keys.update(key for group in phrase.words for key in group)
        for key in phrase.words[0]:
            found.setdefault(key, []).append(phrase)
    return Synonyms(found, frozenset(keys))


@receiver([post_save, post_delete], sender=Synonym)
def forget(**kwargs: Any) -> None:
    """Read the synonyms again when they are next asked for."""
    _kept.clear()
