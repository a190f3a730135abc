"""Takes back what a list told the register, but for what later lists said again."""

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import groupby
from typing import Any, Protocol

from snippets.models import ImportBatch, ImportedValues, ImportRow, Organisation

from .fields import FIELDS
from .parts import create_in_parts
from .rereading import RowReader, kept_under, numberless_name
from .targets import LISTED

PRIVATE = frozenset(key for key, field in FIELDS.items() if field.is_private)

# As a before-image has it: what lists have said, under "values" and "names".
Listed = dict[str, Any]


class Told(Protocol):
    """An organisation with the rows of a list, and what it held before them."""

    organisation: Organisation
    rows: list[ImportRow]
    before: dict[str, Any]


class Forgetting:
    """What one list said of an organisation, to be taken back wherever it is kept."""

    def __init__(self, told: Told, reader: RowReader) -> None:
        self.reader = reader
        self.before = told.before.get(LISTED) or {"values": {}, "names": []}
        self.taken = told.before.keys() - {LISTED}
        self.values: dict[str, Any] = dict.fromkeys(self.taken)
        self.names: list[list[str]] = []
        for row in told.rows:
            said = reader.read(row)
            self.values.update(said)
            self.names += numberless_name(said)
        # What lists after it have said of their own.
        self.again: set[str] = set()
        self.again_names: list[list[str]] = []

    def hear(self, row: ImportRow) -> None:
        """Let stay what a row of a later list has said too."""
        if not row.is_undone:
            said = self.reader.read(row)
            self.again |= said.keys()
            self.again_names += numberless_name(said)

    def take_from(self, listed: Listed | None) -> Listed | None:
        """Return what lists have said without this one; None if that is nothing."""
        if listed is None:
            return None
        values = {**listed["values"]}
        for key in self.values.keys() & values.keys():
            if not self.is_own(key, values[key]):
                continue
            del values[key]
            if key in self.before["values"]:
                values[key] = self.before["values"][key]
        staying = [*self.before["names"], *self.again_names]
        names = [
            name
            for name in listed["names"]
            if name not in self.names or name in staying
        ]
        return {"values": values, "names": names} if values or names else None

    def is_own(self, key: str, value: Any) -> bool:
        """Whether a value is there because this list said it.

        What the list wrote is put back, so a list that says it again must count as
        news even if another one has said so in between. A parent that was said by name
        may be kept by its number.
        """
        if key in self.taken:
            return True
        is_same = key == "parent" or value == self.values[key]
        return is_same and key not in self.again


def forget(told: Sequence[Told]) -> None:
    """Put back what lists had said before one, also as later lists remember it.

    A fixed number of queries.
    """
    if not told:
        return
    reader = RowReader()
    pks = [one.organisation.pk for one in told]
    later = rows_after(told[0].rows[0].batch, pks)
    kept = ImportedValues.objects.in_bulk(pks)
    changed: list[ImportRow] = []
    for one in told:
        forgetting = Forgetting(one, reader)
        rows = later.get(one.organisation.pk, ())
        for _batch, group in groupby(rows, key=lambda row: row.batch_id):
            # All rows of a list remember what was said before any of them.
            changed += take_from_rows(forgetting, list(group))
        if memory := kept.get(one.organisation.pk):
            take_from_memory(forgetting, memory)
    update_rows(changed, ["before"])
    write_memories(kept.values())


def take_from_rows(
    forgetting: Forgetting, rows: Sequence[ImportRow]
) -> Sequence[ImportRow]:
    """Change what the rows of a later list remember; return them."""
    for row in rows:
        row.before[LISTED] = forgetting.take_from(row.before.get(LISTED))
    for row in rows:
        forgetting.hear(row)
    return rows


def take_from_memory(forgetting: Forgetting, memory: ImportedValues) -> None:
    """Change in memory what lists have said of an organisation."""
    listed = {"values": memory.values, "names": memory.names}
    left = forgetting.take_from(listed) or {"values": {}, "names": []}
    memory.values, memory.names = left["values"], left["names"]


def write_memories(memories: Iterable[ImportedValues]) -> None:
    """Store what lists have said, and nothing where they have said nothing."""
    memories = list(memories)
    blank = [one.pk for one in memories if not one.values and not one.names]
    ImportedValues.objects.filter(pk__in=blank).delete()
    create_in_parts(
        ImportedValues,
        (one for one in memories if one.values or one.names),
        update_conflicts=True,
        update_fields=["values", "names"],
        unique_fields=["organisation"],
    )


def rows_after(batch: ImportBatch, pks: Sequence[int]) -> Mapping[int, list[ImportRow]]:
    """Return what later lists have written into organisations, the earliest first."""
    rows = ImportRow.objects.filter(
        organisation__in=pks,
        is_applied=True,
        batch__imported_at__gt=batch.imported_at,
    )
    found: dict[int, list[ImportRow]] = {}
    for row in rows.order_by("batch__imported_at", "batch", "number").prefetch_related(
        "batch"
    ):
        found.setdefault(row.organisation_id or 0, []).append(row)
    return found


def forget_private(batch: ImportBatch) -> None:
    """Blank the private values of what was undone: they are of no use any more."""
    headings = {heading for key, heading in kept_under(batch) if key in PRIVATE}
    if not headings:
        return
    rows = batch.rows.filter(is_undone=True).order_by().iterator(chunk_size=500)
    update_rows(
        (without_private(row, headings) for row in rows),
        ["raw", "before", "after", "changes"],
    )


def without_private(row: ImportRow, headings: Set[str]) -> ImportRow:
    """Return a row without its private values."""
    row.raw |= dict.fromkeys(row.raw.keys() & headings, "")
    listed = row.before.get(LISTED) or {"values": {}}
    for image in (row.before, row.after, listed["values"]):
        for key in PRIVATE & image.keys():
            del image[key]
    row.changes = [one for one in row.changes if one["field"] not in PRIVATE]
    return row


def update_rows(rows: Iterable[ImportRow], columns: Sequence[str]) -> None:
    """Store some columns of rows; `bulk_update` would cost ten times as much."""
    create_in_parts(
        ImportRow,
        rows,
        update_conflicts=True,
        update_fields=columns,
        unique_fields=["id"],
    )
