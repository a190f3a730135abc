"""How people type: with slips, without marks, in another form. Pure, without Django."""

from collections.abc import Iterable, Mapping
from random import Random

from search.analysis import Token, fold, index_keys, query_tokens, tokens
from search.languages.writing import is_cyrillic

# In shorter words a slip makes another word too often.
SHORTEST_MISTYPED = 4

_LATIN = "abcdefghijklmnoprstuwyz"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшюя"


def mistyped(query: str, language: str, chance: Random) -> str | None:
    """Return a query with one slip in one of its words; None if all are too short."""
    words = [token for token in query_tokens(query, language) if _is_long(token)]
    if not words:
        return None
    word = chance.choice(words)
    return query[: word.start] + slip(word.text, chance) + query[word.end :]


def slip(word: str, chance: Random) -> str:
    """Return a word with a letter left out, doubled, swapped or mistaken."""
    place = chance.randrange(len(word))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    letters = (_CYRILLIC if is_cyrillic(word) else _LATIN).replace(letter, "")
    slips = (
        before + after,
        before + letter * 2 + after,
        before + after[:1] + letter + after[1:],
        before + chance.choice(letters) + after,
    )
    return chance.choice([typed for typed in slips if typed != word])


def forms_of(texts: Iterable[str], language: str) -> dict[str, list[str]]:
    """Return the forms in which each word stands in some texts, by its main key."""
    forms: dict[str, set[str]] = {}
    for text in texts:
        for token in tokens(text):
            forms.setdefault(main_key(token.text, language), set()).add(token.text)
    return {key: sorted(words) for key, words in forms.items()}


def other_form(
    word: str, language: str, forms: Mapping[str, list[str]], chance: Random
) -> str:
    """Return another form of a word, if there is one, and without its marks."""
    others = [form for form in forms.get(main_key(word, language), ()) if form != word]
    return fold(chance.choice(others) if others else word)


def main_key(word: str, language: str) -> str:
    """Return what all forms of a word have in common."""
    return next(iter(index_keys(word, language)), word)


def _is_long(token: Token) -> bool:
    return len(token.text) >= SHORTEST_MISTYPED and token.text.isalpha()
