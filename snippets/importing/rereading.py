"""Reads again what rows of lists said, from the cells that are kept of them."""

from collections.abc import Iterator, Mapping
from typing import Any

from snippets.models import ImportBatch, ImportRow, Sphere

from .fields import FIELDS, SECTION
from .reading import column_letter
from .register import is_numberless, listed_name
from .values import clean_record

# Notes of values that were not taken in.
DROPPING = frozenset(("regon_taken", "parent_unknown", "parent_circle"))


class RowReader:
    """Gives the values of rows, with the spheres that are known now."""

    def __init__(self) -> None:
        self.spheres = frozenset(Sphere.objects.values_list("code", flat=True))

    def read(self, row: ImportRow) -> dict[str, Any]:
        """Return the values of a row as they were taken in."""
        kept = kept_under(row.batch)
        cells = {key: row.raw.get(heading, "") for key, heading in kept}
        if section_field := row.batch.field_of.get(SECTION):
            cells[section_field] = row.section
        cleaned = clean_record(cells, section=row.section, known_spheres=self.spheres)
        dropped = {note.field for note in row.noted if note.code in DROPPING}
        values = {
            key: value
            for key, value in cleaned.values.items()
            if key not in dropped and not FIELDS[key].is_key
        }
        return {**values, **{one["field"]: one["new"] for one in row.changes}}


def numberless_name(values: Mapping[str, Any]) -> list[list[str]]:
    """Return the name under which a row without any number is remembered."""
    return [list(listed_name(values))] if is_numberless(values) else []


def kept_under(batch: ImportBatch) -> Iterator[tuple[str, str]]:
    """Give the fields of a list, each with the heading that its cells are kept under.

    The heading of a part of the list is kept apart.
    """
    for column in batch.columns:
        if column["field"] and column["index"] != SECTION:
            yield column["field"], column["heading"] or column_letter(column["index"])
