"""Named mappings of columns: saved by a person, offered again for a like list."""

from typing import Any

from snippets.folding import fold
from snippets.models import ColumnMapping, ImportBatch

from .columns import ColumnChoice, as_saved, misfits
from .layout import Content


def find_mapping(content: Content) -> ColumnMapping | None:
    """Return the mapping last saved that knows every heading of a list, if any."""
    headings = {fold(column.heading) for column in content.columns}
    for mapping in ColumnMapping.objects.order_by("-updated_at"):
        known = set(mapping.columns)
        if headings <= known and not misfits(mapping.columns, content.columns):
            return mapping
    return None


def save_mapping(batch: ImportBatch, name: str, *, user: Any) -> ColumnMapping:
    """Save the columns of a batch under a name, in place of what had it."""
    columns = as_saved(ColumnChoice(**column) for column in batch.columns)
    mapping, _is_new = ColumnMapping.objects.update_or_create(
        name=name, defaults={"columns": columns, "updated_by": user}
    )
    batch.mapping = mapping
    batch.save(update_fields=["mapping"])
    return mapping
