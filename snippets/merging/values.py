"""The values of fields as they are remembered, in JSON, and put back."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

Values = dict[str, Any]


def remember(row: models.Model, names: Iterable[str]) -> Values:
    """Return what fields hold, as JSON has it; relations by their keys."""
    return {name: plain(getattr(row, column(row, name).attname)) for name in names}


def put(row: models.Model, values: Mapping[str, Any]) -> None:
    """Let fields hold what was remembered of them."""
    for name, value in values.items():
        field = column(row, name)
        setattr(row, field.attname, None if value is None else field.to_python(value))


def plain(value: Any) -> Any:
    """Return a value as it comes back from JSON."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def column(row: models.Model, name: str) -> models.Field[Any, Any]:
    """Return a field of a row that is a column of its table."""
    field = row._meta.get_field(name)
    assert isinstance(field, models.Field)  # noqa: S101 - tells mypy
    return field
