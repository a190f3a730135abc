"""From words to search keys, the same for texts, queries and highlighting. No Django.

A key stands for all forms of a word: „zadań” and „zadaniami” share `zadanie`. Texts
and queries meet when they share a key, so both databases find the same.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from types import ModuleType

from .languages import belarusian, english, polish, ukrainian
from .languages.writing import (
    Token,
    fold,
    is_cyrillic,
    is_inside_word,
    key,
    spelt,
    tokens,
)

__all__ = [
    "LONGEST_QUERY",
    "Token",
    "analyser_id",
    "autocomplete_groups",
    "autocomplete_text",
    "clear_caches",
    "configure",
    "fold",
    "forms",
    "index_keys",
    "index_text",
    "is_name",
    "query_groups",
    "query_keys",
    "query_tokens",
    "tokens",
]

LONGEST_QUERY = 255

_LATIN = {"pl": (polish,), "en": (english,)}
_CYRILLIC = {"uk": (ukrainian,), "be": (belarusian,)}
_ANY_LATIN = (polish, english)
_ANY_CYRILLIC = (ukrainian, belarusian)


@lru_cache(maxsize=200_000)
def index_keys(word: str, language: str) -> tuple[str, ...]:
    """Return the keys under which a text with this word is found, the main one first.

    `language` is "pl", "en", "uk" or "be"; with any other the alphabet decides.
    """
    word = spelt(word)
    return _joined(one.index_keys(word) for one in _languages(word, language))


@lru_cache(maxsize=20_000)
def query_keys(word: str, language: str) -> tuple[str, ...]:
    """Return the keys that a searched word may be found by, the main one first."""
    word = spelt(word)
    return _joined(one.query_keys(word) for one in _languages(word, language))


def index_text(text: str, language: str) -> str:
    """Return the main keys in the order of the words, then all further keys.

    So words that stand side by side in the text do so here.
    """
    main: list[str] = []
    further: list[str] = []
    for token in tokens(text):
        keys = index_keys(token.text, language)
        main += keys[:1]
        further += keys[1:]
    return " ".join(main + further)


def query_tokens(text: str, language: str) -> list[Token]:
    """Return the words to look for: no stop words, unless there is nothing else."""
    found = tokens(_cut(text))
    return [one for one in found if not _is_stop_word(one, language)] or found


def query_groups(text: str, language: str) -> list[list[str]]:
    """Return the keys of each word to look for; any key of a group will do."""
    return [
        list(query_keys(token.text, language)) for token in query_tokens(text, language)
    ]


def autocomplete_text(text: str, language: str) -> str:
    """Return the words as written, then their keys, each once."""
    found = tokens(text)
    words = [key(token.text) for token in found]
    keys = [one for token in found for one in index_keys(token.text, language)]
    return " ".join(dict.fromkeys(words + keys))


def autocomplete_groups(text: str, language: str) -> list[tuple[list[str], list[str]]]:
    """Return the beginnings and the keys of each word; any of them will do.

    Only the last word, which is still being typed, has a beginning.
    """
    found = tokens(_cut(text))
    return [
        (
            [key(token.text)] if token is found[-1] else [],
            list(dict.fromkeys([key(token.text), *query_keys(token.text, language)])),
        )
        for token in found
        if token is found[-1] or not _is_stop_word(token, language)
    ]


def forms(word: str, language: str) -> tuple[str, ...]:
    """Return all forms of the word: Polish ones only, and none without morfeusz2."""
    word = spelt(word)
    return polish.forms(word) if polish in _languages(word, language) else ()


def is_name(word: str) -> bool:
    """Whether the word can only be the name of a person; never without morfeusz2."""
    return polish.is_name(spelt(word))


def analyser_id() -> str:
    """Return what all keys depend on: when it changes, indexes are to be rebuilt."""
    modules = (*_ANY_LATIN, *_ANY_CYRILLIC)
    return " ".join(("1", *(module.algorithm_id() for module in modules)))


def configure(*, belarusian_dictionary: str = "") -> None:
    """Use the Belarusian hunspell dictionary in this `.dic` file, where it is there."""
    belarusian.configure(belarusian_dictionary)
    clear_caches()


def clear_caches() -> None:
    """Forget all keys and dictionaries: they are read anew when next needed."""
    index_keys.cache_clear()
    query_keys.cache_clear()
    for module in (polish, ukrainian, belarusian):
        module.load_dictionary.cache_clear()


def _joined(found: Iterator[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for keys in found for one in keys if one))


def _languages(word: str, language: str) -> Sequence[ModuleType]:
    if is_cyrillic(word):
        return _CYRILLIC.get(language, _ANY_CYRILLIC)
    if language in _CYRILLIC:
        return _LATIN["pl"]
    return _LATIN.get(language, _ANY_LATIN)


def _is_stop_word(token: Token, language: str) -> bool:
    return any(
        token.text in module.STOP_WORDS for module in _languages(token.text, language)
    )


def _cut(text: str) -> str:
    """Return as much of a query as is looked for, cut between words."""
    place = min(len(text), LONGEST_QUERY)
    while is_inside_word(text, place):
        place -= 1
    return text[: place or LONGEST_QUERY]
