"""Names taken apart: legal form, own name in quotation marks, words that tell."""

import re
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from rapidfuzz.fuzz import ratio

from snippets.folding import fold

# Ways of saying the legal form or the status, which lists write or leave out.
_FORMS = (
    ("association_simple", r"stowarzyszeni(?:e|a) zwykl(?:e|ego)"),
    ("association", r"stow(?:arzyszeni(?:e|a|u|em)|arzysz)?"),
    ("foundation", r"fundacj(?:a|i|e)"),
    ("company", r"(?:sp|spolka) z o ?o|spolka z ograniczona odpowiedzialnoscia"),
    (
        "",
        r"non profit|organizacj(?:a|i) pozytku publicznego|opp|w likwidacji",
    ),
)
_FORM_PATTERNS = [(form, re.compile(rf"\b(?:{text})\b")) for form, text in _FORMS]
# Most slips of the hand are in the longest word, and that is the legal form.
_LONG_FORMS = ("stowarzyszenie", "fundacja")
_NO_SLIPS = frozenset(("stowarzyszen", "stowarzyszeniom", "fundacji"))
# At the end, and only a town of one or two words: „z siedzibą w szpitalu …” is more.
_SEAT = re.compile(r"\bz siedziba (?:w|we) \w+(?: \w+)?$")
_SHORT = {
    "uks": "uczniowski klub sportowy",
    "lks": "ludowy klub sportowy",
    "mks": "miejski klub sportowy",
    "ks": "klub sportowy",
    "osp": "ochotnicza straz pozarna",
    "kgw": "kolo gospodyn wiejskich",
    "utw": "uniwersytet trzeciego wieku",
    "zhp": "zwiazek harcerstwa polskiego",
    "zhr": "zwiazek harcerstwa rzeczypospolitej",
    "pck": "polski czerwony krzyz",
    "pttk": "polskie towarzystwo turystyczno krajoznawcze",
    "tpd": "towarzystwo przyjaciol dzieci",
    "pzn": "polski zwiazek niewidomych",
    "pzg": "polski zwiazek gluchych",
    "pzw": "polski zwiazek wedkarski",
    "lgd": "lokalna grupa dzialania",
    "rp": "rzeczypospolitej polskiej",
    "tow": "towarzystwo",
    "zw": "zwiazek",
    "odz": "oddzial",
    "oddz": "oddzial",
    "woj": "wojewodzki",
    "sw": "swietego",
}
# They tie words together and tell nothing themselves.
_TIES = frozenset(
    (
        *("w", "we", "z", "ze", "i", "na", "do", "od", "o", "u", "a", "oraz", "po"),
        *("dla", "przy", "pod", "nad", "im", "imienia", "pw", "ul", "nr", "numer"),
        *("rzecz", "the", "of", "for", "and", "in", "spraw"),
    )
)
_QUOTED = re.compile(r"[„“\"«‚'‘](?P<own>[^„“”\"«»‚’']{2,}?)[”“\"»’']")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared.

    `key`: folded, without its legal form, never blank unless the name has no letters;
    `words`: those of the key that tell something, in order, each once; `own`: what
    stands in quotation marks; `numbers`: „nr 165”, „V LO”.
    """

    key: str
    words: tuple[str, ...]
    own: str = ""
    form: str = ""
    numbers: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def read_name(text: str) -> Name:
    """Take a name apart."""
    folded = fold(text)
    form = ""
    bare = _SEAT.sub("", folded)
    for found, pattern in _FORM_PATTERNS:
        bare, count = pattern.subn(" ", bare)
        form = form or (found if count else "")
    spelt = [_SHORT.get(word, word) for word in bare.split() if not _is_slip(word)]
    key = " ".join(spelt)
    if not _tells(key):
        key = folded
    numbers = frozenset(word for word in key.split() if is_number(word))
    # Interned: the names of a register share most of their words.
    words = tuple(
        dict.fromkeys(intern(word) for word in key.split() if word not in _TIES)
    )
    return Name(key, words or tuple(key.split()), _own_name(text), form, numbers)


def match_key(name: str) -> str:
    """Return a name folded, without its legal form if there is more to it."""
    return read_name(name).key


def is_number(word: str) -> bool:
    """Whether a word is an Arabic or Roman number; „i” is a word."""
    if not word.isalpha():
        return True
    return word[0] in "ivx" and word != "i" and bool(_ROMAN.fullmatch(word))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the part of a word that mostly stays when Polish bends it."""
    return word if is_number(word) else word[:5]


def skeleton(word: str) -> str:
    """Return a word without vowels: slips of the hand mostly leave it as it is."""
    return "".join(char for char in word if char not in "aeiouy")


def _is_slip(word: str) -> bool:
    """„Stowarzyszene”, „Fudnacja”."""
    return (
        word[:1] in ("s", "f")
        and len(word) > 6
        and word not in _NO_SLIPS
        and any(ratio(word, form, score_cutoff=85) for form in _LONG_FORMS)
    )


def _own_name(text: str) -> str:
    found = _QUOTED.findall(text)
    return fold(found[-1]) if found else ""


def _tells(key: str) -> bool:
    return any(word not in _TIES for word in key.split())
