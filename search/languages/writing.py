"""How words are written: tokens, small letters without marks, and their alphabet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

LONGEST_TOKEN = 64

# Marks of decomposed letters, and signs that are inside words yet not seen, as the
# hyphen that a word processor may use.
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_APOSTROPHES = "'`ʼ’′‘"
_CYRILLIC = "\u0400-\u0481\u048a-\u052f"
# Unicode takes some apostrophes for letters.
_LETTER = r"[^\W_\u02b9-\u02bf]"
_WORD = re.compile(
    rf"{_LETTER}(?:{_LETTER}|[{_INSIDE}]"
    rf"|(?<=[{_CYRILLIC}])[{_APOSTROPHES}](?=[{_CYRILLIC}]))*"
)
_BOTH_SIDES = re.compile(
    rf"(?:{_LETTER}|[{_INSIDE}])(?:{_LETTER}|[{_INSIDE}])"
    rf"|[{_CYRILLIC}][{_APOSTROPHES}](?=[{_CYRILLIC}])"
    rf"|(?<=[{_CYRILLIC}])[{_APOSTROPHES}][{_CYRILLIC}]"
)
# „2014r”, „10tys”, „5zł”, „15lecie”, but not „19a”, „5g” or „b2b”.
_NUMBER_AND_UNIT = re.compile(r"(\d+)([rR]|[^\W\d_]{2,})")
# Surrogates and control characters are in no token, yet a caller may bring any word.
_UNSEEN = re.compile("[\x00-\x1f\u00ad\u200b-\u200d\u2060\ud800-\udfff]")
# Textbooks and encyclopedias mark the stress.
_STRESS = re.compile(f"(?<=[{_CYRILLIC}])\u0301")
_ANY_CYRILLIC = re.compile(f"[{_CYRILLIC}]")
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
# Letters that Unicode does not take for a base letter with a mark; and the Polish ones
# that it does, since most words need no more.
_LETTERS = str.maketrans(
    dict(zip("ąćęłńóśźżøđðħŧıґ", "acelnoszzoddhtiг", strict=True))
    | {"æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys(_APOSTROPHES, "'")
)
# й, ї, ў are letters of their own; ё is often written as е.
_WHOLE_LETTERS = {("\u0306", "и"), ("\u0306", "у"), ("\u0308", "і")}
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text in small letters; `start` and `end` lead into that text."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words and numbers of `text` in their order."""
    return list(each_token(text))


def each_token(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the words and numbers between two places of `text`."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        parts = _NUMBER_AND_UNIT.fullmatch(match[0])
        if parts:
            unit = first + parts.start(2)
            yield Token(parts[1][:LONGEST_TOKEN], first, unit)
            first = unit
        yield Token(spelt(text[first:last]), first, last)


def is_inside_word(text: str, place: int) -> bool:
    """Whether the characters before and at `place` belong to one word."""
    return 0 < place < len(text) and bool(_BOTH_SIDES.match(text, place - 1))


@lru_cache(maxsize=100_000)
def spelt(word: str) -> str:
    """Return the word in composed small letters, with one kind of apostrophe."""
    seen = _UNSEEN.sub("", word).translate(_ONE_APOSTROPHE)
    small = normalize("NFC", normalize("NFC", seen).lower())
    return _STRESS.sub("", small)[:LONGEST_TOKEN]


def fold(text: str) -> str:
    """Return small letters, Latin ones in ASCII: „Łódź” gives `lodz`.

    Stress marks are gone; Cyrillic letters that only look marked stay what they are.
    """
    plain = text.lower().translate(_LETTERS)
    if plain.isascii():
        return plain
    # A mathematical capital has no small letter before it is decomposed.
    spread = normalize("NFKD", normalize("NFKD", plain).casefold())
    kept: list[str] = []
    base = ""
    for char in spread.translate(_LETTERS):
        if not combining(char):
            base = char
            kept.append(char)
        elif (char, base) in _WHOLE_LETTERS:
            kept.append(char)
    return normalize("NFC", "".join(kept))


def key(word: str) -> str:
    """Return `word` folded to the letters that every database reads alike.

    These are a-z, 0-9 and Cyrillic; a letter of another script becomes its number, so
    that a Greek name is found as well. Empty if the word has neither letter nor digit.
    """
    folded = fold(word)
    if folded and _SAFE.issuperset(folded):
        return folded
    # Of a few letters nothing is left when they are folded.
    return _safe(folded) or _safe(word)


def _safe(word: str) -> str:
    return "".join(_spelling(char) for char in word if char.isalnum())


def _spelling(char: str) -> str:
    if char in _SAFE or _ANY_CYRILLIC.match(char):
        return char
    return f"x{ord(char):05x}"


def is_cyrillic(word: str) -> bool:
    """Whether the word has a Cyrillic letter."""
    return bool(_ANY_CYRILLIC.search(word))
