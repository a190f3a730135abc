"""A value as CSV and as JSON hold it: the same, each in its own way."""

import datetime
from collections.abc import Mapping
from typing import Any

from pages.comments.models import WARSAW
from pages.open_data.columns import Dataset, Row
from snippets.formulas import FORMULA_STARTS
from snippets.importing.exporting.texts import plain

# What parts the texts of a list within a cell: no text of a list has it.
LIST_SEPARATOR = "\n"
# What a CSV cell may not begin with as it is; a reader takes one apostrophe away.
GUARDED = (*FORMULA_STARTS, "'")

Plain = str | int | bool | list[str] | None


def plain_row(dataset: Dataset, row: Row) -> dict[str, Plain]:
    """Return a row as JSON has it, its columns in their order.

    Raises KeyError where the row lacks a column, and ValueError where it has another.
    """
    names = [column.name for column in dataset.columns]
    if len(row) != len(names):
        raise ValueError(f"{dataset.name}: {sorted(set(row) ^ set(names))}")
    return {name: plain_value(row[name]) for name in names}


def plain_value(value: Any) -> Plain:
    """Return a value as JSON has it; days and hours as ISO 8601 writes them."""
    if isinstance(value, str):
        return plain(value) or None
    if isinstance(value, datetime.datetime):
        return value.astimezone(WARSAW).isoformat(timespec="seconds")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [" ".join(plain(str(item)).split()) for item in value]
    number: int | bool | None = value
    return number


def cells(row: Mapping[str, Plain]) -> list[str]:
    """Return a row as cells of CSV."""
    return [cell(value) for value in row.values()]


def cell(value: Plain) -> str:
    """Return a value as a cell of CSV, which no spreadsheet runs as a formula.

    Where a text would begin with what begins a formula, or with an apostrophe, an
    apostrophe stands before it; take one away to have the text as it is.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = LIST_SEPARATOR.join(value) if isinstance(value, list) else value
    return f"'{text}" if text.startswith(GUARDED) else text
