"""What a dataset is: named columns that say what is in them, and rows as they come."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import pgettext_lazy

from .addresses import Addresses

Value = (
    str | int | bool | datetime.date | datetime.time | datetime.datetime | None
) | Sequence[str]
Row = Mapping[str, Value]


class Kind(models.TextChoices):
    """What a column holds; the value is its datatype of XML Schema."""

    TEXT = "string", pgettext_lazy("what a column holds", "text")
    ADDRESS = "anyURI", pgettext_lazy("what a column holds", "web address")
    INTEGER = "integer", pgettext_lazy("what a column holds", "whole number")
    BOOLEAN = "boolean", pgettext_lazy("what a column holds", "true or false")
    DATE = "date", pgettext_lazy("what a column holds", "date")
    TIME = "time", pgettext_lazy("what a column holds", "time")
    MOMENT = "dateTimeStamp", pgettext_lazy("what a column holds", "date and time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column; its name stays for good, what it means is told in each language.

    `codes` are the values that it may have, with their meaning; `refers` is the column
    of another dataset that its values are found in: `organisations.id`. A column of
    texts `is_list` where a row has many of them.
    """

    name: str
    about: Any
    example: str
    kind: Kind = Kind.TEXT
    is_required: bool = False
    is_list: bool = False
    codes: Sequence[tuple[str, Any]] = ()
    refers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """A table of things of one kind; `key` are the columns that tell two rows apart.

    `rows` reads them a chunk at a time, in an order that does not change.
    """

    name: str
    title: Any
    about: Any
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Addresses], Iterator[Row]]

    @property
    def csv(self) -> str:
        """The name of its CSV file."""
        return f"{self.name}.csv"

    @property
    def json(self) -> str:
        """The name of its JSON file."""
        return f"{self.name}.json"
