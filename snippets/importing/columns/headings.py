"""Which field a heading names, and how surely."""

import re
from functools import cache

from django.conf import settings
from django.utils.translation import override

from snippets.folding import fold
from snippets.importing.fields import FIELDS

from .personal import is_personal_heading
from .synonyms import SYNONYMS

# A longer text is a title or a remark, not a heading.
MOST_LETTERS = 80
EXACT, LOOSE = 0, 1

# Words that say nothing of which field is meant.
_FILLERS = frozenset(
    (
        *("organizacji", "podmiotu", "stowarzyszenia", "fundacji", "ngo", "siedziby"),
        *("pozarzadowej", "oferenta", "kontaktowy", "kontaktowa", "kontaktowe"),
        *("oficjalny", "oficjalna", "ogolny", "publiczny", "publiczna", "wymagane"),
        *("obowiazkowe", "opcjonalnie", "required", "optional", "jesli", "dotyczy"),
    )
)
# „Stowarzyszenie Opiekunów” is a name of the list, not a heading above it.
_OF_A_NAME = re.compile(r"\b(?:stowarzysz|fundacj|towarzys|klub|zwiazek|kolo\b|szkol)")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@cache
def _keys() -> dict[str, str]:
    """Folded headings to fields: our own labels in each language, then synonyms."""
    keys: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            for key, field in FIELDS.items():
                keys.setdefault(fold(str(field.label)), key)
    for key, headings in SYNONYMS.items():
        for heading in headings:
            keys.setdefault(fold(heading), key)
    return keys | {key.replace("_", " "): key for key in FIELDS}


def read_heading(text: str) -> tuple[str, int] | None:
    """Return the field that a heading names and how surely: EXACT before LOOSE."""
    if len(text) > MOST_LETTERS:
        return None
    keys = _keys()
    if key := keys.get(fold(text)):
        return key, EXACT
    words = fold(_BRACKETS.sub(" ", text)).split()
    bare = " ".join(word for word in words if word not in _FILLERS)
    key = keys.get(" ".join(words)) or keys.get(bare)
    return (key, LOOSE) if key else None


def is_known_heading(text: str) -> bool:
    """Whether a cell looks like a heading of a list of organisations."""
    if not text or len(text) > MOST_LETTERS:
        return False
    if read_heading(text) is not None:
        return True
    folded = fold(text)
    return is_personal_heading(folded) and not _OF_A_NAME.search(folded)
