"""Writes the index of PostgreSQL: vectors made here, not by the database's parser."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Model
from modelsearch.backends.database.postgres import postgres
from modelsearch.utils import get_content_type_pk

from .batches import batches
from .conditions import POSTGRES
from .documents import Document, Part, document
from .rebuilding import delete_stale_entries

WRITTEN_AT_ONCE = 200
# What a vector can say of a place: the last one, and how many of one key.
LAST_PLACE = 16_383
MOST_PLACES_OF_KEY = 255


class AnalysedPostgresIndex(postgres.PostgresIndex):
    """The entries, with exactly the keys that SQLite would have.

    `body` holds the words of the title as well. A word may be in either, and the index
    on „title || body” that modelsearch speaks of is not in its migrations, nor in those
    of Wagtail: without one, all vectors would be read and joined for each query.

    `title_text` and `body_text` stay empty: they are for similar spellings, which are
    not looked for in the index. Nor are title norms kept, since nothing is ranked by
    them; modelsearch works them out from all entries whenever one is saved.
    """

    def add_items(self, model: type[Model], objs: Sequence[Any]) -> None:
        """Write the entries of objects of one model, where they are not there so."""
        if not model.get_search_fields():  # type: ignore[attr-defined] # `Indexed` has
            return
        content_type = get_content_type_pk(model)
        for some in batches(objs, WRITTEN_AT_ONCE):
            made = {one.object_id: one for one in map(document, some)}
            self._write(content_type, made.values())

    def delete_stale_entries(self) -> None:
        """Delete what is not to be found any more."""
        delete_stale_entries(self.entries.using(self.write_connection.alias))

    def _write(self, content_type: int, documents: Iterable[Document]) -> None:
        rows = [
            (
                content_type,
                one.object_id,
                vector(title_texts(one.title)),
                vector(title_texts(one.title) + body_texts(one.body)),
                vector(suggestion_texts(one.suggested)),
            )
            for one in documents
        ]
        values = ", ".join(["(%s, %s, %s, %s, %s, 1.0, '', '')"] * len(rows))
        table = self.write_connection.ops.quote_name(postgres.IndexEntry._meta.db_table)
        columns = "title, body, autocomplete"
        with self.write_connection.cursor() as cursor:
            cursor.execute(
                f"""
                INSERT INTO {table} AS old (
                    content_type_id, object_id, {columns},
                    title_norm, title_text, body_text
                )
                VALUES {values}
                ON CONFLICT (content_type_id, object_id) DO UPDATE
                SET ({columns}, title_text, body_text) = ROW(
                    EXCLUDED.title, EXCLUDED.body, EXCLUDED.autocomplete, '', ''
                )
                WHERE (old.title, old.body, old.autocomplete) IS DISTINCT FROM
                    (EXCLUDED.title, EXCLUDED.body, EXCLUDED.autocomplete)
                """,  # noqa: S608 - the table's name is no input
                [value for row in rows for value in row],
            )


def vector(texts: Iterable[tuple[str, str]]) -> str:
    """Return a `tsvector` as PostgreSQL writes it: each key with its places.

    A text of keys comes with the letter for its weight; D has none.
    """
    places: dict[str, list[str]] = {}
    place = 0
    for keys, letter in texts:
        for key in keys.split():
            place = min(place + 1, LAST_PLACE)
            places.setdefault(key, []).append(f"{place}{letter}")
    return " ".join(
        f"{POSTGRES.quote(key)}:{','.join(found[:MOST_PLACES_OF_KEY])}"
        for key, found in places.items()
    )


def title_texts(parts: Iterable[Part]) -> list[tuple[str, str]]:
    """Return titles, which weigh more than any other text."""
    return [(part.keys, "A") for part in parts]


def body_texts(parts: Iterable[Part]) -> list[tuple[str, str]]:
    """Return texts with the weights that the boosts of their fields ask for."""
    return [(part.keys, _weight(part.boost)) for part in parts]


def suggestion_texts(parts: Iterable[Part]) -> Iterator[tuple[str, str]]:
    """Return titles to suggest: the first word of the first of them weighs most."""
    weight = "A"
    for part in parts:
        first, _space, further = part.keys.partition(" ")
        yield first, weight
        yield further, ""
        weight = ""


def _weight(boost: float | None) -> str:
    """Return the letter for how much a field weighs, less than a title; D has none."""
    if boost is None or boost <= 1:
        return ""
    return "C" if boost < 2 else "B"
