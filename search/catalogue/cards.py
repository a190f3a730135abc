"""A card: an entry of the catalogue before it is stored."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from search.models import CatalogueEntry, Part

LONGEST_TITLE = 500
# A passage is looked for in so many characters of an entry: milliseconds a hit.
LONGEST_SHOWN = 20_000


@dataclass(frozen=True)
class Card:
    """An entry that is not stored yet, with the areas and organisations it is about."""

    entry: CatalogueEntry
    areas: frozenset[int] = field(default=frozenset())
    organisations: frozenset[int] = field(default=frozenset())

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from all other entries."""
        return self.entry.kind, self.entry.subject, self.entry.language


def plain(value: Any) -> str:
    """Return a text, or a list of them, on one line."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return " ".join(filter(None, map(plain, value)))
    return " ".join(str(value).split())


def fill(entry: CatalogueEntry, pairs: Iterable[tuple[Part, Any]]) -> CatalogueEntry:
    """Give an entry the texts that have words, each with its place, in their order.

    What goes beyond `LONGEST_SHOWN` characters is found as well, but not shown.
    """
    room = LONGEST_SHOWN
    parts, further = [], []
    for part, value in pairs:
        text = plain(value)
        shown, rest = cut(text, room)
        room -= len(shown)
        if shown:
            parts.append([part.value, shown])
        if rest:
            further.append(rest)
    entry.parts, entry.further = parts, " ".join(further)
    return entry


def cut(text: str, length: int) -> tuple[str, str]:
    """Return the beginning of a text, up to the end of a word, and what follows."""
    if len(text) <= length:
        return text, ""
    end = max(text.rfind(" ", 0, length), 0)
    return text[:end], text[end:].strip()


def title_of(text: str) -> str:
    """Return a text as a title, cut to what an entry can keep."""
    return plain(text)[:LONGEST_TITLE]
