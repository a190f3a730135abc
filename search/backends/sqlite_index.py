"""Writes the index of SQLite: texts of keys, copied into FTS5 by the database."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from modelsearch.backends.database.sqlite import sqlite
from modelsearch.utils import get_content_type_pk

from .batches import batches
from .documents import document, joined
from .rebuilding import delete_stale_entries

WRITTEN_AT_ONCE = 200
_TEXTS = ("title", "autocomplete", "body")


class AnalysedSQLiteIndex(sqlite.SQLiteIndex):
    """The entries, which triggers of the database copy into the table of FTS5."""

    def add_items(self, model: type[Model], objs: Sequence[Any]) -> None:
        """Write the entries of objects of one model, those that are not there as such.

        What did not change is left alone: FTS5 would take its words out and in again.
        """
        if not model.get_search_fields():  # type: ignore[attr-defined] # `Indexed` has
            return
        content_type = get_content_type_pk(model)
        for some in batches(objs, WRITTEN_AT_ONCE):
            self._write(content_type, some)

    def _write(self, content_type: int, objs: Sequence[Any]) -> None:
        made = {one.object_id: one for one in map(document, objs)}
        entries = self.entries.using(self.write_connection.alias)
        there = {
            object_id: texts
            for object_id, *texts in entries.filter(
                content_type=content_type, object_id__in=made
            ).values_list("object_id", *_TEXTS)
        }
        new = {
            object_id: [joined(one.title), joined(one.suggested), joined(one.body)]
            for object_id, one in made.items()
        }
        entries.bulk_create(
            [
                entries.model(
                    content_type_id=content_type,
                    object_id=object_id,
                    **dict(zip(_TEXTS, texts, strict=True)),
                )
                for object_id, texts in new.items()
                if there.get(object_id) != texts
            ],
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=_TEXTS,
        )

    def delete_stale_entries(self) -> None:
        """Delete what is not to be found any more."""
        delete_stale_entries(self.entries.using(self.write_connection.alias))
