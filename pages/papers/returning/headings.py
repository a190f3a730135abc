"""The columns that are read of a table that came back, found by their headings.

They may stand in any order and among others; the headings may be in any language of
the site, since a table is written in the language of whoever took it.
"""

from collections.abc import Sequence
from functools import cache

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import override

from pages.papers.columns import KEY_COLUMN, TABLE_COLUMNS
from snippets.importing.reading.tables import refusal

KEY, RULING, REASONS = "key", "ruling", "reasons"
NEEDED = (RULING, REASONS, KEY)
# Somebody may have put a title or a note above the headings.
LOOKED_THROUGH = 10
# So many headings are told back of a table that lacks one of ours.
TOLD, LONGEST = 30, 60
_COLUMNS = {column.name: column for column in (*TABLE_COLUMNS, KEY_COLUMN)}


def fold(text: str) -> str:
    """Return a heading or a label without what people change by accident."""
    return " ".join(text.casefold().split()).rstrip(" :*.")


def heading_of(name: str) -> str:
    """Return the heading of a column in the active language."""
    return str(_COLUMNS[name].heading)


@cache
def known_headings() -> dict[str, str]:
    """Return the needed columns by their folded headings, in every language."""
    known: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            known |= {fold(heading_of(name)): name for name in NEEDED}
    return known


def find_columns(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    """Return the row of the headings, and where each needed column stands.

    Raises `UnreadableError` where one is missing, or is there more than once.
    """
    known = known_headings()
    places = [_places(row, known) for row in rows[:LOOKED_THROUGH]]
    best = max(range(len(places)), key=lambda index: len(places[index]))
    if not places[best]:
        raise refusal("columns_missing", column=heading_of(KEY))
    for name in NEEDED:
        where = places[best].get(name, [])
        if not where:
            found = _told(rows[best])
            raise refusal("column_missing", column=heading_of(name), found=found)
        if len(where) > 1:
            raise refusal("column_twice", column=heading_of(name))
    return best, {name: where[0] for name, where in places[best].items()}


def has_columns(rows: Sequence[Sequence[str]]) -> bool:
    """Whether one of the first rows names the column of keys."""
    known = known_headings()
    return any(KEY in _places(row, known) for row in rows[:LOOKED_THROUGH])


def _places(row: Sequence[str], known: dict[str, str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, text in enumerate(row):
        if name := known.get(fold(text)):
            found.setdefault(name, []).append(index)
    return found


def _told(row: Sequence[str]) -> str:
    """Return the headings that a table has, as a message can hold them."""
    texts = [text for text in row if text][:TOLD]
    return ", ".join(f"“{Truncator(text).chars(LONGEST)}”" for text in texts)
