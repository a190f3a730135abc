"""Finds the form of a published word that a mistyped one was to be: no Django."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.analysis import forms
from search.languages.writing import is_cyrillic

from .words import folded

# Forms of a word begin alike; as far as that they are looked up, the rest is compared.
LONGEST_ENDING, SHORTEST_HEAD = 4, 4
# Forms of one word differ by so many letters from one another.
MOST_DIFFERENT = 6
# Of so many words the forms are looked at: a tenth of a millisecond each.
MOST_WORDS = 40

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def nearest_form(
    sought: str,
    most: int,
    words: Sequence[str],
    spellings: Mapping[str, str],
    language: str,
) -> str | None:
    """Return the form of a published word that is nearest to a mistyped one.

    At most so many letters differ. `words` are the published ones, folded and in their
    order, `spellings` of those that are not spelt so. Only Polish words have forms.
    """
    if is_cyrillic(sought):
        return None
    alike = process.extract(
        sought,
        sorted(set(words_beginning(sought, words))),
        scorer=OSA.distance,
        score_cutoff=MOST_DIFFERENT,
        limit=MOST_WORDS,
    )
    near = (
        (int(found[1]), place, spelt[found[0]])
        for place, (word, _distance, _place) in enumerate(alike)
        if (spelt := forms_by_folded(spellings.get(word, word), language))
        and (
            found := process.extractOne(
                sought, spelt.keys(), scorer=OSA.distance, score_cutoff=most
            )
        )
    )
    best = min(near, default=None)
    return best[-1] if best else None


@lru_cache(maxsize=2_000)
def forms_by_folded(word: str, language: str) -> dict[str, str]:
    """Return the forms of a word by how they are folded."""
    return {folded(form): form for form in forms(word, language)}


def words_beginning(sought: str, words: Sequence[str]) -> Iterator[str]:
    """Yield the words that begin like another with one letter wrong, or none.

    Some of them twice: a word may begin with several of the heads.
    """
    for head in heads(sought):
        place = bisect_left(words, head)
        while place < len(words) and words[place].startswith(head):
            yield words[place]
            place += 1


def heads(sought: str) -> set[str]:
    """Return how a word may begin that was typed with one letter wrong, or none."""
    size = max(SHORTEST_HEAD, len(sought) - LONGEST_ENDING)
    head, longer = sought[:size], sought[: size + 1]
    found = {longer[:place] + longer[place + 1 :] for place in range(len(longer))}
    for place in range(len(head)):
        before, letter, after = head[:place], head[place], head[place + 1 :]
        found.add(before + after[:1] + letter + after[1:])
        found.update(before + other + after for other in _LETTERS)
        found.update(before + other + letter + after for other in _LETTERS)
    return found
