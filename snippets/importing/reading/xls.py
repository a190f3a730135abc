"""What the records of an XLS file (BIFF) tell of its sheets."""

import struct
from collections.abc import Iterator

from .ole import CompoundFile
from .tables import Limits, SheetFacts, refusal

STREAMS = ("Workbook", "Book")

_RECORD = struct.Struct("<HH")
_CELL = struct.Struct("<HH")
_BOUND_SHEET, _FILE_PASS, _END, _COLUMNS = 0x85, 0x2F, 0x0A, 0x7D
_DIMENSIONS = 0x200
_FORMULA, _BOOLEAN_OR_ERROR, _MANY_NUMBERS = 0x06, 0x205, 0xBD
_ONE_CELL = frozenset({0x203, 0x27E, 0x204, 0xFD, 0xD6, _FORMULA, _BOOLEAN_OR_ERROR})
_IS_HIDDEN = 0x1
# First row, row after the last, and the same of columns, by the length of the record.
_SIZES = {10: struct.Struct("<HHHH"), 14: struct.Struct("<IIHH")}
_LARGEST_SHEET = 65_536 * 256


def scan_xls(file: CompoundFile, limits: Limits) -> list[SheetFacts]:
    """Return the facts of the sheets in their order; a locked file is refused."""
    stream = next((name for name in STREAMS if name in file.names), "")
    try:
        data = file.read(stream)
        return _scan_sheets(data, limits)
    except (struct.error, KeyError, IndexError) as problem:
        raise refusal("corrupt") from problem


def _scan_sheets(data: bytes, limits: Limits) -> list[SheetFacts]:
    sheets = []
    left = len(data)
    for start in _sheet_starts(data):
        facts, end = _scan_sheet(data, start, limits)
        sheets.append(facts)
        # Sheets that lie over each other would be read over and over.
        left -= end - start
        if left < 0:
            raise refusal("corrupt")
    return sheets


def _records(data: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, start and length of each record up to the end of its part."""
    while at + _RECORD.size <= len(data):
        kind, length = _RECORD.unpack_from(data, at)
        at += _RECORD.size
        yield kind, at, length
        if kind == _END:
            return
        at += length


def _sheet_starts(data: bytes) -> list[int]:
    starts = []
    for kind, at, _length in _records(data, 0):
        if kind == _FILE_PASS:
            raise refusal("password")
        if kind == _BOUND_SHEET:
            starts.append(struct.unpack_from("<I", data, at)[0])
    return starts


def _scan_sheet(data: bytes, start: int, limits: Limits) -> tuple[SheetFacts, int]:
    """Return the facts of a sheet, and where it ends."""
    rows = columns = 0
    end = start
    broken: list[tuple[int, int, str]] = []
    hidden: set[int] = set()
    for kind, at, length in _records(data, start):
        end = at + length
        if kind in _ONE_CELL or kind == _MANY_NUMBERS:
            row, column = _CELL.unpack_from(data, at)
            if _is_error(kind, data, at):
                broken.append((row, column, "cell_error"))
            if kind == _MANY_NUMBERS:
                column = struct.unpack_from("<H", data, at + length - 2)[0]
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind == _COLUMNS:
            hidden |= _hidden_columns(data, at, limits)
        elif kind == _DIMENSIONS:
            _check_size(data, at, length)
    facts = SheetFacts(
        rows, columns, broken=tuple(broken), hidden_columns=frozenset(hidden)
    )
    return facts, end


def _check_size(data: bytes, at: int, length: int) -> None:
    """The reader sets aside room for a sheet of the size that is said."""
    top, bottom, left, right = _SIZES[length].unpack_from(data, at)
    if not bottom or not right:
        return
    if bottom < top or right < left:
        raise refusal("corrupt")
    if (bottom - top) * (right - left) > _LARGEST_SHEET:
        raise refusal("corrupt")


def _is_error(kind: int, data: bytes, at: int) -> bool:
    if kind == _BOOLEAN_OR_ERROR:
        return data[at + 7] == 1
    # A result that is no number ends in FFFF and begins with its kind; 2 is an error.
    return (
        kind == _FORMULA
        and data[at + 12 : at + 14] == b"\xff\xff"
        and (data[at + 6] == 2)
    )


def _hidden_columns(data: bytes, at: int, limits: Limits) -> set[int]:
    first, last, _width, _format, flags = struct.unpack_from("<HHHHH", data, at)
    if not flags & _IS_HIDDEN:
        return set()
    return set(range(first, min(last + 1, limits.columns)))
