"""What every reader of a cell needs: its result, blanks, labels, lengths."""

import re
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from django.db.models import Model

from snippets.models.importing import Note

from .personal import hide_personal_numbers

# Longer texts of cells are cut in notes: they say where to look, not what it said.
MOST_QUOTED = 100

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_BLANK = re.compile(
    r"[\s\-–—.,;/_?*]*|(?:brak|n/?d|n\.d\.|b/?d|b\.d\.|n/a|none|null|\#n/a)[\s.!]*|"
    r"brak (?:danych|informacji|numeru|adresu|strony|telefonu|e-?maila?|wpisu)|"
    r"nie (?:dotyczy|posiada|ma|podano|podana|ustalono)|nieznan[yae]|unknown",
    re.IGNORECASE,
)
# Our own exports put this before what a spreadsheet would take for a formula.
_FORMULA_GUARD = re.compile(r"'(?=[=+\-@])")


@dataclass(frozen=True, slots=True)
class Read:
    """A value made of a cell, blank when there is none, and what is to be said."""

    value: Any = ""
    notes: tuple[Note, ...] = ()


BLANK = Read()


def one_line(text: str) -> str:
    """Return a text without doubled, odd and invisible spaces, on one line."""
    return " ".join(_plain(text).split())


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, each without spaces that do nothing."""
    return [" ".join(line.split()) for line in _plain(text).splitlines()]


def many_lines(text: str) -> str:
    """Return a text whose lines stay; blank lines at its ends are dropped."""
    return "\n".join(lines_of(text)).strip()


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: „brak”, „-”, „nie dotyczy”."""
    return not text or bool(_BLANK.fullmatch(text))


def about(code: str, field: str, text: str, **params: object) -> Note:
    """Return a note that quotes the cell it is about, less the numbers of people."""
    text = hide_personal_numbers(text)
    if len(text) > MOST_QUOTED:
        text = f"{text[: MOST_QUOTED - 1]}…"
    return Note(code, field, {"text": text, **params})


def limit_of(model: type[Model], field: str) -> int:
    """Return how many characters a field has room for; 0: as many as one likes."""
    return getattr(model._meta.get_field(field), "max_length", None) or 0


def _plain(text: str) -> str:
    return normalize("NFC", _unguarded(text))


def _unguarded(text: str) -> str:
    text = text.translate(_INVISIBLE).strip()
    return text[1:] if _FORMULA_GUARD.match(text) else text
