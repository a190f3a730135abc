"""Names of places: free of what offices write before them and of capitals only."""

import re

from .reading import BLANK, Read, about, is_blank, one_line

_PREFIX = re.compile(
    r"^(?:m\.\s*st\.|m\.|miasto stołeczne|miasto na prawach powiatu|miasto|st\.|"
    r"gm\.|gmina miejska|gmina wiejska|gmina miejsko-wiejska|gmina|"
    r"powiat|pow\.|województwo|woj\.|miejscowość|poczta)(?:\s*:\s*|\s+|(?<=\.))",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"\s*(?:[-–,]\s*(?:gmina|miasto|powiat|obszar)\b.*|"
    r"\((?:gmina|miasto|m\.|powiat|gm\.)[^()]*\))\s*$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[a-ząćęłńóśźż][A-ZĄĆĘŁŃÓŚŹŻ]")
_POSTCODE = re.compile(r"\d{2}\s?[-–—]?\s?\d{3}")
_WORD = re.compile(r"[^\W\d_]+")
# Inside a name: Krosno nad Wisłą, Kolonia pod Lasem.
_SMALL = frozenset(("nad", "pod", "przy", "w", "we", "na", "k", "i", "z", "za"))
_ADJECTIVE = re.compile(
    r"(?:[^\W\d_]+-)?[^\W\d_]+[scdz]ki(?: [^\W\d_]+(?:ki|ni))?", re.IGNORECASE
)


def read_town(field: str, text: str) -> Read:
    """Read a town or a municipality: „M. BIAŁYSTOK” is Białystok."""
    name = _bare(text)
    if is_blank(name):
        return BLANK
    notes = (about("glued_words", field, name),) if _GLUED.search(name) else ()
    return Read(in_small_letters(name), notes)


def read_county(field: str, text: str) -> Read:
    """Read a county: an adjective is written small, as the statute has it.

    „SOKÓLSKI” is sokólski, but „M. ŁOMŻA”, a town with the rights of one, is Łomża.
    """
    name = _bare(text)
    if _ADJECTIVE.fullmatch(name):
        return Read(name.lower())
    return read_town(field, text)


def read_voivodeship(_field: str, text: str) -> Read:
    """Read a voivodeship: always an adjective, written small."""
    name = _bare(text)
    return BLANK if is_blank(name) else Read(name.lower())


def read_postcode(field: str, text: str) -> Read:
    """Read a postcode as NN-NNN; a number that lost its zero gets it back."""
    line = one_line(text)
    if is_blank(line):
        return BLANK
    digits = "".join(filter(str.isdecimal, line))
    if _POSTCODE.fullmatch(line):
        return Read(f"{digits[:2]}-{digits[2:]}")
    if line == digits and len(digits) == 4:
        restored = f"0{digits[0]}-{digits[1:]}"
        return Read(restored, (about("zeros_restored", field, line, digits=restored),))
    return Read(notes=(about("invalid_postcode", field, line),))


def in_small_letters(name: str) -> str:
    """Return a name of capitals only as Polish writes it: Wojtkowice Stare."""
    if not name.isupper() or len(name) < 3:
        return name
    spelt = _WORD.sub(lambda word: _spelt(word[0]), name)
    return name[0] + spelt[1:]


def _spelt(word: str) -> str:
    small = word.lower()
    return small if small in _SMALL else word[0] + word[1:].lower()


def _bare(text: str) -> str:
    name, before = one_line(text), None
    while name != before:
        before, name = name, _PREFIX.sub("", _SUFFIX.sub("", name).strip(" ,;"), 1)
    return name
