"""Codes of public lists: points of the statute, territory."""

import re
from collections.abc import Collection

from snippets.models.importing import Note

from .reading import BLANK, MOST_QUOTED, Read, about, is_blank, one_line

# The points of art. 4 sec. 1 of the act on public benefit and volunteer work.
SPHERE_CODES = frozenset(
    (*map(str, range(1, 34)), "1a", "1b", "5a", "22a", "29a", "32a")
)

_POINT_WORDS = re.compile(
    r"\b(?:art\.?\s*4(?:\s*ust\.?\s*1)?|ust\.?\s*1|pkt\.?|punkty?|nr|i|oraz)(?!\w)\.?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,;/)(]+")
_CODE = re.compile(r"(\d{1,2})([a-z]?)\.?")
_TERYT_VOIVODESHIPS = frozenset(f"{number:02d}" for number in range(2, 33, 2))


def read_spheres(field: str, text: str, known: Collection[str] = SPHERE_CODES) -> Read:
    """Read points of the statute, as „1, 16” or „pkt 1a; 3”, in its order."""
    line = one_line(text)
    if is_blank(line):
        return Read([])
    written = [code for code in _BETWEEN.split(_POINT_WORDS.sub(" ", line)) if code]
    codes = {code.rstrip(".").lower() for code in written}
    unknown = sorted(codes.difference(known))
    told = {"codes": ", ".join(unknown)[:MOST_QUOTED]}
    notes = (Note("unknown_spheres", field, told),) if unknown else ()
    return Read(sorted(codes.intersection(known), key=sphere_order), notes)


def sphere_order(code: str) -> tuple[int, str]:
    """Sort 1, 1a, 2, 10 as the statute does."""
    found = _CODE.fullmatch(code)
    return (int(found[1]), found[2]) if found else (1000, code)


def read_teryt(field: str, text: str) -> Read:
    """Read a TERYT code of a voivodeship, county or municipality.

    A lost zero is put back where there is no doubt: codes have 2, 4, 6 or 7 digits and
    start with an even number from 02 to 32.
    """
    line = one_line(text)
    if is_blank(line):
        return BLANK
    code = re.sub(r"[\s_-]|[.,]0+$", "", line)
    padded = f"0{code}"
    if not code.isdecimal() or len(code) > 7:
        return Read(notes=(about("invalid_teryt", field, line),))
    if _is_teryt(code):
        return Read(code)
    if _is_teryt(padded):
        restored = about("zeros_restored", field, line, digits=padded)
        return Read(padded, (restored,))
    return Read(notes=(about("invalid_teryt", field, line),))


def _is_teryt(code: str) -> bool:
    return len(code) in {2, 4, 6, 7} and code[:2] in _TERYT_VOIVODESHIPS
