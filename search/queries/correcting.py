"""Puts mistyped words of a query right, by what is published."""

from search.analysis import Token, query_tokens
from search.vocabulary import is_known, is_word, nearest

from .expanding import has_synonym

# Each takes some milliseconds; nobody mistypes more.
MOST_CORRECTED = 12


def correct(text: str, language: str) -> str | None:
    """Return the query with its unknown words replaced by the nearest known ones.

    All else stays as it was typed. None if there is nothing to replace.
    """
    unknown = [
        token
        for token in query_tokens(text, language)
        if is_word(token.text) and not is_meant(token, language)
    ]
    pieces, end = [], 0
    for token in unknown[:MOST_CORRECTED]:
        spelling = nearest(token.text, language)
        if spelling:
            pieces += [text[end : token.start], spelling]
            end = token.end
    return "".join([*pieces, text[end:]]) if pieces else None


def is_meant(token: Token, language: str) -> bool:
    """Whether a word is one that is known, in any form of it."""
    return is_known(token.text, language) or has_synonym(token, language)
