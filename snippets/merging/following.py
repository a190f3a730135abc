"""Rows kept outside the database, in drafts, that name an entry merged since."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from snippets.models import Organisation

from .doubles import split_doubles


def follow_mergers(rows: Iterable[Any], *, name: str = "organisation") -> list[Any]:
    """Point rows at the entries that stay, each once: one query, none without rows."""
    rows = list(rows)
    if not rows:
        return []
    key = type(rows[0])._meta.get_field(name)
    merged = Organisation.objects.exclude(merged_into=None)
    kept = dict(
        merged.filter(pk__in={getattr(row, key.attname) for row in rows})
        .order_by()
        .values_list("pk", "merged_into")
    )
    if not kept:
        return rows
    moving: dict[Any, list[Any]] = defaultdict(list)
    present: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        pk = getattr(row, key.attname)
        (moving if pk in kept else present)[kept.get(pk, pk)].append(row)
        setattr(row, key.attname, kept.get(pk, pk))
    doubles = {
        id(double)
        for pk, own in moving.items()
        for double in split_doubles(key, own, present[pk])[1]
    }
    return [row for row in rows if id(row) not in doubles]
