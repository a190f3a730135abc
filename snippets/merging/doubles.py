"""Rows that would say the same thing twice once two organisations are one.

A model says so by its unique constraints, or by `once_per`: the names of the fields
within which an organisation appears once. Such a row is taken out and remembered, so
nothing else may hang on it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models

# A rule, and what a row holds in its fields.
Key = tuple[tuple[str, ...], tuple[Any, ...]]


def rules(field: models.ForeignKey[Any, Any]) -> list[tuple[str, ...]]:
    """Return the sets of other fields that may not be alike in two rows."""
    meta = field.model._meta
    together = [
        constraint.fields
        for constraint in meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    ]
    together.extend(tuple(names) for names in meta.unique_together)
    found = [
        tuple(name for name in names if name != field.name)
        for names in together
        if field.name in names
    ]
    if field.unique:
        found.append(())
    once = getattr(field.model, "once_per", ())
    # `once_per` is about the key of the row's own organisation only.
    return [*found, once] if once and field.name not in once else found


def split_doubles(
    field: models.ForeignKey[Any, Any],
    rows: Iterable[Any],
    present: Iterable[Any],
    taken: Iterable[Key] = (),
) -> tuple[list[Any], list[Any]]:
    """Return the rows that can be moved beside those `present`, and those that cannot.

    All of them are of one organisation, or are to be. `taken` are further keys that no
    row may repeat.
    """
    names = rules(field)
    if not names:
        return list(rows), []
    seen = {key for row in present for key in _keys(row, names)} | set(taken)
    moved, doubles = [], []
    for row in rows:
        keys = _keys(row, names)
        if seen.isdisjoint(keys):
            moved.append(row)
            seen.update(keys)
        else:
            doubles.append(row)
    return moved, doubles


def _keys(row: Any, rules: Sequence[tuple[str, ...]]) -> list[Key]:
    return [
        (names, tuple(row.serializable_value(name) for name in names))
        for names in rules
    ]
