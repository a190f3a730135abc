"""Names as they are written, without the marks that a spreadsheet left around them."""

import re
from collections.abc import Iterator

from snippets.folding import fold
from snippets.models import Organisation, OrganisationAlias
from snippets.models.importing import Note

from .reading import BLANK, Read, about, is_blank, limit_of, lines_of, one_line

NAME_LIMIT = limit_of(Organisation, "name")
ALIAS_LIMIT = limit_of(OrganisationAlias, "name")

_OPENING = "„«‚‹"
_CLOSING = "”»’›"
# These open a quotation after a space and close it after a letter.
_EITHER = "\"“'‘"
# „"Klub ""Próba"""”: as text files escape quotation marks.
_ESCAPED = re.compile(r'"[^"]*(?:""[^"]*)+"')
_DOUBLED = re.compile(r'"{2,}')
_LABEL = re.compile(r"(?:pełna )?nazwa(?: organizacji)?\s*:\s*", re.IGNORECASE)


def read_name(field: str, text: str) -> Read:
    """Read the name of an organisation; the notes refuse the row."""
    name = tidy_name(one_line(_LABEL.sub("", text, 1) if _LABEL.match(text) else text))
    if is_blank(name) or not any(map(str.isalpha, name)):
        return Read(notes=(Note("name_missing", field),))
    if len(name) > NAME_LIMIT:
        return Read(notes=(Note("name_too_long", field, {"limit": NAME_LIMIT}),))
    return Read(name)


def read_aliases(field: str, text: str) -> Read:
    """Read names apart by semicolons or lines; each is kept once."""
    names: dict[str, str] = {}
    notes = []
    for part in (part for line in lines_of(text) for part in line.split(";")):
        name = tidy_name(one_line(part))
        if is_blank(name):
            continue
        if len(name) > ALIAS_LIMIT:
            notes.append(about("value_too_long", field, name, limit=ALIAS_LIMIT))
        else:
            names.setdefault(fold(name), name)
    return Read(list(names.values()), tuple(notes))


def read_other_body(field: str, text: str) -> Read:
    """Read the body that this one is a branch of: by its name, or its KRS number."""
    name = tidy_name(one_line(text))
    return BLANK if is_blank(name) else Read(name)


def tidy_name(name: str) -> str:
    """Return a name without quotes around the whole of it or without their pair."""
    before = None
    while name != before:
        before, name = name, _less_marks(name)
    return name


def _less_marks(name: str) -> str:
    if _ESCAPED.fullmatch(name):
        name = name[1:-1].replace('""', '"')
    name = _DOUBLED.sub('"', name).strip(" ,;")
    if len(name) > 1 and _wraps_all(name):
        return name[1:-1].strip()
    if sum(map(_is_quote, name)) == 1 and (_is_quote(name[0]) or _is_quote(name[-1])):
        name = name.strip(f"{_OPENING}{_CLOSING}{_EITHER}").strip()
    return name


def _wraps_all(name: str) -> bool:
    """Whether the first character opens a quotation that the last one closes."""
    if not (_is_quote(name[0]) and _is_quote(name[-1])):
        return False
    depths = list(_depths(name))
    return depths[-1] == 0 and min(depths[:-1]) > 0


def _depths(name: str) -> Iterator[int]:
    """How many quotations are open after each character."""
    depth = 0
    before = " "
    for char in name:
        if char in _OPENING or (char in _EITHER and _opens_after(before)):
            depth += 1
        elif char in _CLOSING or char in _EITHER:
            depth -= 1
        yield depth
        before = char


def _opens_after(before: str) -> bool:
    return not before.isalnum() and before not in f"{_CLOSING}.,!?)"


def _is_quote(char: str) -> bool:
    return char in _OPENING or char in _CLOSING or char in _EITHER
