"""What the index holds of an object: the keys of all that its search fields say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Manager
from django.utils.encoding import force_str
from modelsearch.index import AutocompleteField, BaseField, RelatedFields, SearchField

from search.analysis import autocomplete_text, index_text
from search.languages.writing import LONGEST_TOKEN

from .languages import language_of, language_of_field

# PostgreSQL refuses more than 1 MB of keys and places in one entry, a quarter of it
# places; and nobody looks for what stands behind the first hundred printed pages.
MOST_CHARACTERS = 300_000
MOST_KEYS = 60_000
MOST_BYTES = 800_000
MOST_SUGGESTED_CHARACTERS = 10_000

_TOO_LONG = re.compile(rf"(\S{{{LONGEST_TOKEN}}})\S+")


@dataclass(frozen=True, slots=True)
class Part:
    """The keys of one value, separated by spaces, and how much the field weighs."""

    keys: str
    boost: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An object as the index holds it."""

    object_id: str
    title: tuple[Part, ...]
    body: tuple[Part, ...]
    suggested: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Value:
    field: BaseField
    text: str
    language: str
    is_title: bool


def document(obj: Any) -> Document:
    """Return what is found of an object; its long texts are cut."""
    values = list(_values(obj, obj.get_search_fields(), language_of(obj)))
    searched = [one for one in values if isinstance(one.field, SearchField)]
    room = _Room(MOST_CHARACTERS)
    # The title first, so that it has room whatever the order of the fields.
    title = [room.part(one) for one in searched if one.is_title]
    body = [room.part(one) for one in searched if not one.is_title]
    room = _Room(MOST_SUGGESTED_CHARACTERS)
    suggested = [
        room.part(one) for one in values if isinstance(one.field, AutocompleteField)
    ]
    return Document(
        force_str(obj.pk), _filled(title), _filled(body), _filled(suggested)
    )


def joined(parts: Iterable[Part]) -> str:
    """Return the keys of all parts as one text."""
    return " ".join(part.keys for part in parts)


class _Room:
    """What one entry may still hold."""

    def __init__(self, characters: int) -> None:
        self.characters, self.keys, self.bytes = characters, MOST_KEYS, MOST_BYTES

    def part(self, value: _Value) -> Part:
        """Return the keys of a value, as many as there is room for."""
        text = value.text[: self.characters]
        self.characters -= len(text)
        is_searched = isinstance(value.field, SearchField)
        analyse = index_text if is_searched else autocomplete_text
        keys = _TOO_LONG.sub(r"\1", analyse(text, value.language))
        return Part(self._cut(keys), value.field.boost if is_searched else None)

    def _cut(self, keys: str) -> str:
        if not keys:
            return ""
        kept = keys.split(" ", self.keys)[: self.keys]
        while kept and len(" ".join(kept).encode()) > self.bytes:
            kept = kept[: len(kept) // 2]
        text = " ".join(kept)
        self.keys -= len(kept)
        self.bytes -= len(text.encode())
        return text


def _values(obj: Any, fields: Iterable[Any], language: str) -> Iterator[_Value]:
    for field in filter(_is_found_by, fields):
        if isinstance(field, RelatedFields):
            for related in _related(obj, field):
                own = language_of(related, otherwise=lambda: language)
                yield from _values(related, field.fields, own)
        else:
            text = "\n".join(_texts(field.get_value(obj)))
            is_title = field.field_name == "title"
            yield _Value(field, text, language_of_field(field, language), is_title)


def _is_found_by(field: Any) -> bool:
    """Whether words are found in a field; others only filter, and cost no query."""
    if isinstance(field, RelatedFields):
        return any(map(_is_found_by, field.fields))
    return isinstance(field, SearchField | AutocompleteField)


def _related(obj: Any, field: RelatedFields) -> list[Any]:
    found = field.get_value(obj)
    if isinstance(found, Manager):
        return list(found.all())
    if callable(found):
        found = found()
    return [] if found is None else [found]


def _texts(value: Any) -> Iterator[str]:
    """Return the texts in a value: those of lists and mappings, none of `None`."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _texts(one)
    elif value is not None:
        yield force_str(value)


def _filled(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.keys)
