"""Makes the index anew while it is searched."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.dispatch import Signal
from modelsearch.index import get_indexed_models
from modelsearch.utils import get_content_type_pk

from .batches import batches
from .entries import object_key

# Sent when all objects are indexed anew; the sender is the class of the index.
index_rebuilt = Signal()

DELETED_AT_ONCE = 500


class QuietRebuilder:
    """Writes over what the index holds, and deletes at the end what is no more.

    Entries stay until others take their place, so that searches find all the time; and
    no transaction is longer than the writing of some entries, so that others may write.
    """

    def __init__(self, index: Any) -> None:
        self.index = index

    def start(self) -> Any:
        """Return the index to add to; nothing is to be prepared."""
        return self.index

    def finish(self) -> None:
        """Delete the entries of what is not to be found any more."""
        self.index.delete_stale_entries()
        index_rebuilt.send(type(self.index))


def delete_stale_entries(entries: QuerySet[Any]) -> None:
    """Delete the entries of objects that are gone, or not to be indexed any more."""
    models: dict[int, list[Any]] = {}
    for model in get_indexed_models():
        models.setdefault(get_content_type_pk(model), []).append(model)
    _delete(entries.exclude(content_type__in=models))
    for content_type, indexed in models.items():
        _delete(_stale(entries.filter(content_type=content_type), indexed))


def _stale(entries: QuerySet[Any], models: list[Any]) -> QuerySet[Any]:
    """Return the entries, all of one content type, that none of its models wants."""
    for model in models:
        wanted = model.get_indexed_objects().order_by().filter(pk=OuterRef("key"))
        keyed = entries.alias(key=object_key(model))
        entries = keyed.exclude(Exists(wanted.values("pk")))
    return entries


def _delete(entries: QuerySet[Any]) -> None:
    pks = list(entries.values_list("pk", flat=True))
    for some in batches(pks, DELETED_AT_ONCE):
        entries.model._default_manager.filter(pk__in=some).delete()
