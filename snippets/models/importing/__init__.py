"""Lists taken into the register: what they said, what became of each row."""

from .batches import ImportBatch
from .mappings import ColumnMapping
from .notes import Note
from .rows import ImportRow, ImportRowQuerySet
from .written import ImportedValues

__all__ = [
    "ColumnMapping",
    "ImportBatch",
    "ImportRow",
    "ImportRowQuerySet",
    "ImportedValues",
    "Note",
]
