"""Texts that the fonts beside this room can show, so that no PDF lacks a character.

PDF/UA-1 does not allow a character without a glyph. What no font has is written as
its code point: „[U+6F22]”.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from snippets.importing.exporting.texts import plain

FONTS = Path(__file__).resolve().parents[1] / "fonts"
FAMILIES = ("Noto Sans", "Noto Emoji", "Noto Sans Math")

# They tell how to show other characters and show nothing themselves.
_UNSEEN = ("Cc", "Cf", "Cs")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# The first is a mark of byte order, which PDF/UA-1 names as forbidden; those that
# turn the direction round would garble the cells after theirs.
_FORBIDDEN = re.compile("[\ufeff\u202a-\u202e\u2066-\u2069]")
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
# A longer word may be broken anywhere, but not before a mark or inside an emoji.
_LONG = re.compile(r"(\S{24})(?=[\w!-~])")
_BREAK = "\u200b"
# The mathematical font has these letters for formulas; they do not join to words.
_ARABIC = range(0x600, 0x700)


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """Return the code points that some font has in each weight it comes in."""
    families: dict[str, set[int]] = {}
    for path in sorted(FONTS.glob("*/*.ttf")):
        with TTFont(path, lazy=True) as font:
            points = set(font.getBestCmap())
        families[path.parent.name] = families.get(path.parent.name, points) & points
    return frozenset(set().union(*families.values()).difference(_ARABIC))


def printable(text: str) -> str:
    """Return a text that the fonts can show, with places to break long words."""
    lines = _LINE_ENDS.sub("\n", plain(_FORBIDDEN.sub("", text)))
    shown = "".join(_shown(char) for char in lines)
    return _LONG.sub(rf"\1{_BREAK}", shown)


def printable_all(value: Any) -> Any:
    """Return lists and dictionaries with each text printable, but for addresses."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {
            key: item if key == "url" else printable_all(item)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [printable_all(item) for item in value]
    return value


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    if char == "\n":
        return char
    category = unicodedata.category(char)
    if category != "Cc" and ord(char) in covered():
        return char
    if category in _UNSEEN or _SELECTORS.match(char):
        return ""
    if category == "Zs":
        return " "
    return f"[U+{ord(char):04X}]"
