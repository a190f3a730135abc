"""Many rows a part at a time: what is written need not be in memory any more."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Model

AT_ONCE = 500

Item = TypeVar("Item")


def in_parts(items: Iterable[Item], size: int = AT_ONCE) -> Iterator[Sequence[Item]]:
    """Give the items some hundred at a time."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part


def create_in_parts(model: type[Model], rows: Iterable[Model], **options: Any) -> None:
    """Create rows as they are made, without keeping them all."""
    for part in in_parts(rows):
        model._default_manager.bulk_create(part, **options)
