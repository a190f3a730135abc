"""Files as offices save them: bytes in, tables of plain text out; or a note why not."""

from .cells import column_letter
from .encodings import ENCODINGS
from .opening import open_book
from .swallowed import SEPARATORS
from .tables import LIMITS, Book, Limits, SheetInfo, Table, UnreadableError

__all__ = [
    "ENCODINGS",
    "LIMITS",
    "SEPARATORS",
    "Book",
    "Limits",
    "SheetInfo",
    "Table",
    "UnreadableError",
    "column_letter",
    "open_book",
]
