"""Lists a piece at a time, by number or by a cursor.

Pieces by number shift when something is added or moved between two requests; a cursor
says after which row the next piece begins, so that nothing is missed or told twice.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import Any, Generic, NoReturn, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import F, Model, Q, QuerySet
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from .problems import refuse_value
from .settings import api_settings
from .texts import is_text

Item = TypeVar("Item")
MOST_SKIPPED = 1_000_000


class Listing(Schema, Generic[Item]):
    """A piece of a list."""

    count: int = Field(description="How many there are in all.")
    items: list[Item]
    next_cursor: str | None = Field(
        description="The `cursor` of the next piece; none after the last one."
    )


class Paging(Schema):
    """Which piece of a list is wanted."""

    limit: int = Field(20, ge=1, description="How many items, at most 100.")
    offset: int = Field(
        0,
        ge=0,
        le=MOST_SKIPPED,
        description="How many items to skip; not with `cursor`.",
    )
    cursor: str | None = Field(
        None,
        max_length=4000,
        description="Where to go on: `next_cursor` of the piece before.",
    )

    def cut(self, rows: QuerySet[Any], order: Sequence[str]) -> dict[str, Any]:
        """Return count, items and next cursor of a piece of `rows`.

        `order` names columns as `order_by` does and ends with one that is unique; what
        is empty comes last.
        """
        self._check()
        count = rows.count()
        found = self._find(rows.order_by(*(_by(name) for name in order)), order)
        items = found[: self.limit]
        more = len(found) > self.limit
        return {
            "count": count,
            "items": items,
            "next_cursor": write_cursor(items[-1], order) if more else None,
        }

    def _find(self, rows: QuerySet[Any], order: Sequence[str]) -> list[Any]:
        """Return the rows of the piece, and one more if there is more."""
        piece = slice(self.offset, self.offset + self.limit + 1)
        if self.cursor is None:
            return list(rows[piece])
        try:
            values = read_cursor(self.cursor, order)
            return list(rows.filter(_after(order, values))[piece])
        except (OverflowError, TypeError, ValueError, ValidationError):
            _refuse_cursor()

    def cut_found(self, found: Any) -> dict[str, Any]:
        """Return a piece of what a search found, which has no cursor."""
        self._check()
        if self.cursor is not None:
            _refuse_cursor()
        items = list(found[self.offset : self.offset + self.limit])
        return {"count": found.count(), "items": items, "next_cursor": None}

    def _check(self) -> None:
        most = api_settings().most_items
        if self.limit > most:
            message = _("At most %(most)d items at a time.") % {"most": most}
            refuse_value(("query", "limit"), message, "too_many")
        if self.offset and self.cursor is not None:
            message = _("Use either a cursor or a number of items to skip.")
            refuse_value(("query", "offset"), message, "cursor_and_offset")


def read_cursor(cursor: str, order: Sequence[str]) -> list[Any]:
    """Return the values that a cursor holds, one for each column; or ValueError."""
    names, values = json.loads(urlsafe_b64decode(cursor.encode()))
    if names != list(order) or len(values) != len(names):
        raise ValueError("a cursor of another list")
    if not all(is_text(value) for value in values if isinstance(value, str)):
        raise ValueError("a cursor that was never given out")
    return list(values)


def write_cursor(row: Any, order: Sequence[str]) -> str:
    """Return the cursor of what comes after `row`."""
    values = [_value(row, name.lstrip("-")) for name in order]
    text = json.dumps([list(order), values], default=str, ensure_ascii=False)
    return urlsafe_b64encode(text.encode()).decode()


def _value(row: Any, name: str) -> Any:
    for part in name.split("__"):
        row = getattr(row, part, None)
    return row.pk if isinstance(row, Model) else row


def _by(name: str) -> Any:
    column = F(name.lstrip("-"))
    if name.startswith("-"):
        return column.desc(nulls_last=True)
    return column.asc(nulls_last=True)


def _after(order: Sequence[str], values: Sequence[Any]) -> Q:
    """Return what comes after the row with these values."""
    found = Q(pk__in=())
    equal = Q()
    for name, value in zip(order, values, strict=True):
        column = name.lstrip("-")
        if value is None:
            equal &= Q(**{f"{column}__isnull": True})
            continue
        side = "lt" if name.startswith("-") else "gt"
        later = Q(**{f"{column}__{side}": value})
        found |= equal & (later | Q(**{f"{column}__isnull": True}))
        equal &= Q(**{column: value})
    return found


def _refuse_cursor() -> NoReturn:
    message = _("The cursor does not belong to this list; start again.")
    refuse_value(("query", "cursor"), message, "cursor")
