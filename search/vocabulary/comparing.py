"""Compares a word with those of the vocabulary, which every process keeps in memory."""

import time
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from django.db.models import Count, Max
from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

from search.analysis import query_keys
from search.languages.writing import is_cyrillic
from search.models import VocabularyWord

from .inflecting import nearest_form
from .words import folded, is_word

# So long a process does not ask whether others have changed the vocabulary.
TRUSTED_FOR = 60
# From so many letters on, two of them may be wrong.
LONG = 8
# The language that `CatalogueEntry` takes names and files for.
NAMES_LANGUAGE = "pl"
# Of their words the keys are words as well, and not stems that nobody would type.
WITH_LEMMAS = frozenset({"", "pl", "uk"})

COLUMNS = ("language", "word", "spelling", "keys", "entries")
Stamp = tuple[int | None, int]


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of a language, with the names and files of all languages.

    `entries` are the words with the number of entries that have them, and `lemmas`
    those of them that only other forms are published of. `spellings` are of words that
    are not written as they are folded. `in_order` are the published ones.
    """

    entries: Mapping[str, int]
    lemmas: Set[str]
    spellings: Mapping[str, str]
    keys: Set[str]
    by_length: Mapping[int, Sequence[str]]
    in_order: Sequence[str]


@dataclass(frozen=True, slots=True)
class Kept:
    """A vocabulary in memory, and how the table looked when it was read."""

    words: Words
    stamp: Stamp
    trusted_until: float


_kept: dict[str, Kept] = {}


def is_known(word: str, language: str) -> bool:
    """Whether a published text has the word, or another form of it.

    With an empty language those of all languages are known.
    """
    words = words_in(language)
    return folded(word) in words.entries or not words.keys.isdisjoint(
        keys_of(word, language)
    )


def nearest(word: str, language: str) -> str | None:
    """Return how the published word is spelt that differs least from a mistyped one.

    By letters left out, put in, mistaken or swapped: one, in long words two. Of several
    one with the same first letter, and then one that more entries have. Failing all
    published forms it may be the lemma of one.
    """
    if not is_word(word):
        return None
    words = words_in(language)
    sought = folded(word)
    most = 1 if len(sought) < LONG else 2
    ranked = (
        (
            *(distance, other[0] != sought[0], other in words.lemmas),
            *(-words.entries[other], other),
        )
        for length in range(len(sought) - most, len(sought) + most + 1)
        for other, distance, _place in process.extract(
            sought,
            words.by_length.get(length, ()),
            scorer=OSA.distance,
            score_cutoff=most,
            limit=None,
        )
    )
    best = min(ranked, default=None)
    if best is None or best[0] > 1:
        nearer = best[0] - 1 if best else most
        form = nearest_form(sought, nearer, words.in_order, words.spellings, language)
        if form:
            return form
    return spell(best[-1], word, words) if best else None


def spell(found: str, typed: str, words: Words) -> str:
    """Return a word as it is published; a lemma with the marks of what was typed."""
    if found not in words.lemmas:
        return words.spellings.get(found, found)
    sought = folded(typed)
    if len(sought) != len(typed):
        return found
    return "".join(
        typed[one.src_start : one.src_end]
        if one.tag == "equal"
        else found[one.dest_start : one.dest_end]
        for one in Levenshtein.opcodes(sought, found)
    )


def forget() -> None:
    """Read the vocabulary again when it is next asked for."""
    _kept.clear()


def keys_of(word: str, language: str) -> set[str]:
    """Return the keys of a word in its language, and as the name that it may be."""
    keys = set(query_keys(word, language))
    if language and not is_cyrillic(word):
        keys.update(query_keys(word, NAMES_LANGUAGE))
    return keys


def words_in(language: str) -> Words:
    """Return the vocabulary, at most a minute older than what is stored."""
    kept = _kept.get(language)
    now = time.monotonic()
    if kept and now < kept.trusted_until:
        return kept.words
    stamp = read_stamp()
    words = kept.words if kept and kept.stamp == stamp else read_words(language)
    _kept[language] = Kept(words, stamp, now + TRUSTED_FOR)
    return words


def read_stamp() -> Stamp:
    """Return what changes when words come or go: one query."""
    found = VocabularyWord.objects.aggregate(newest=Max("pk"), number=Count("pk"))
    return found["newest"], found["number"]


def read_words(language: str) -> Words:
    """Read the vocabulary of a language, or of all: one query."""
    rows = VocabularyWord.objects.order_by("entries")
    if language:
        rows = rows.filter(language__in=(language, ""))
    return gather(rows.values_list(*COLUMNS).iterator())


def gather(rows: Iterable[tuple[str, str, str, str, int]]) -> Words:
    """Put rows together, the rarest first: the last spelling of a word is kept."""
    entries: dict[str, int] = {}
    lemmas: dict[str, int] = {}
    spellings: dict[str, str] = {}
    keys: set[str] = set()
    for language, word, spelling, joined_keys, number in rows:
        entries[word] = entries.get(word, 0) + number
        spellings.pop(word, None)
        if spelling != word:
            spellings[word] = spelling
        own = joined_keys.split()
        keys.update(own)
        if language in WITH_LEMMAS:
            lemmas.update((key, number) for key in own if is_word(key))
    in_order = sorted(entries)
    unpublished = {key: number for key, number in lemmas.items() if key not in entries}
    entries.update(unpublished)
    by_length: dict[int, list[str]] = {}
    for word in entries:
        by_length.setdefault(len(word), []).append(word)
    return Words(entries, unpublished.keys(), spellings, keys, by_length, in_order)
