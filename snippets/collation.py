"""Polish alphabetical order that holds under any collation of the database.

A key spells every character with three letters out of `CODE_LETTERS`. These five stand
in the same order in every collation that ICU ships, and no collation reads a group of
them as one letter (as Czech does `ch`), so keys compare alike byte by byte and by the
rules of any language. Quotation marks and punctuation are ignored, a break between
words comes first, then numbers by their value, then letters; accents foreign to Polish
are dropped.
"""

import re
from itertools import product
from unicodedata import combining, normalize

CODE_LETTERS = "bkmtv"
DIGITS = "0123456789"
POLISH = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
CYRILLIC = "абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюя"
OTHER_INITIAL = "#"

_LETTERS = POLISH + CYRILLIC
_CODES = ["".join(letters) for letters in product(CODE_LETTERS, repeat=3)]
_CODE_OF = dict(zip(" " + DIGITS + _LETTERS, _CODES, strict=False))
_UNKNOWN = _CODES[-1]
_BREAK = re.compile(r"[\s/_\u2010-\u2015-]+")
_NUMBER = re.compile(r"[0-9]+")


def sort_key(text: str, max_length: int | None = None) -> str:
    """The key of `text`, cut to whole characters that fit into `max_length` letters."""
    words = _NUMBER.sub(_with_size, _simplified(text))
    key = "".join(_CODE_OF.get(char, _UNKNOWN) for char in words)
    if max_length is None:
        return key
    return key[: max_length - max_length % len(_UNKNOWN)]


def initial(text: str) -> str:
    """The capital under which an index lists `text`; `#` for a number or a symbol."""
    first = _simplified(text)[:1]
    return first.upper() if first and first in _LETTERS else OTHER_INITIAL


def key_prefix(letter: str) -> str:
    """What the key of everything that begins with `letter` begins with, or nothing."""
    char = _simplified(letter)
    return _CODE_OF[char] if len(char) == 1 and char in _LETTERS else ""


def key_bounds(letter: str) -> tuple[str, str]:
    """Keys of what begins with `letter` go from the first up to, not with, the second.

    Both are blank, so that nothing lies between them, where it is not a letter.
    """
    prefix = key_prefix(letter)
    return (prefix, _CODES[_CODES.index(prefix) + 1]) if prefix else ("", "")


def letter_bounds() -> tuple[str, str]:
    """Keys from the first up to, not with, the second begin with a letter we order."""
    return _CODE_OF[_LETTERS[0]], _CODES[len(_CODE_OF)]


def _simplified(text: str) -> str:
    """Lower-case letters, digits and single spaces; the rest is gone."""
    folded = normalize("NFKC", _BREAK.sub(" ", text)).casefold()
    kept = "".join(char for raw in folded for char in _known_form(raw))
    return " ".join(kept.split())


def _known_form(char: str) -> str:
    """The character itself if we order it, else its base letter; nothing for a mark."""
    if char in _CODE_OF:
        return char
    base = "".join(part for part in normalize("NFD", char) if not combining(part))
    return "".join(part for part in base if part.isalnum())


def _with_size(number: re.Match[str]) -> str:
    """Put the count of digits before a number, so that 9 comes before 10."""
    digits = number[0].lstrip("0") or "0"
    return DIGITS[min(len(digits), 9)] + digits
