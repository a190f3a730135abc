"""The compound file that XLS, and XLSX behind a password, are kept in (MS-CFB)."""

import struct
from collections.abc import Iterator

from .tables import refusal

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = struct.Struct("<24x4xHHH6x4xIIIIIIII")
_ENTRY = struct.Struct("<64sHBB12x36xIQ")
_ENTRY_SIZE = 128
_LAST_SECTOR = 0xFFFFFFFA
_DIFAT_IN_HEADER = 109
_DIFAT_AT = 76


class CompoundFile:
    """The streams of a compound file by name; `UnreadableError` if it is broken."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._read()
        except (struct.error, ValueError, IndexError) as problem:
            raise refusal("corrupt") from problem

    def _read(self) -> None:
        header = _HEADER.unpack_from(self._content)
        _order, shift, mini_shift = header[:3]
        _, directory, _, self._cutoff, mini_fat, _, difat, _ = header[3:]
        if shift not in {9, 12} or mini_shift != 6:
            raise refusal("corrupt")
        self._sector, self._mini_sector = 1 << shift, 1 << mini_shift
        self._fat = self._read_fat(difat)
        self._mini_fat = _numbers(self._chain(mini_fat))
        self._entries: dict[str, tuple[int, int]] = {}
        self._mini = b""
        for name, kind, first, size in _entries(self._chain(directory)):
            if kind == _ROOT:
                self._mini = self._chain(first)
            elif kind == _STREAM:
                self._entries[name] = (first, size)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._entries)

    def read(self, name: str) -> bytes:
        """A stream as a whole."""
        first, size = self._entries[name]
        if size >= self._cutoff:
            return self._chain(first)[:size]
        sectors = _follow(self._mini_fat, first)
        width = self._mini_sector
        return b"".join(self._mini[at * width : (at + 1) * width] for at in sectors)[
            :size
        ]

    def _read_fat(self, difat: int) -> list[int]:
        """Sectors that hold the table are listed in the header, then in a chain."""
        listed = list(
            struct.unpack_from(f"<{_DIFAT_IN_HEADER}I", self._content, _DIFAT_AT)
        )
        seen: set[int] = set()
        while difat < _LAST_SECTOR and difat not in seen:
            seen.add(difat)
            *more, difat = _numbers(self._at(difat))
            listed += more
        used = [sector for sector in listed if sector < _LAST_SECTOR]
        if len(used) * self._sector > len(self._content):
            raise refusal("corrupt")
        return _numbers(b"".join(self._at(sector) for sector in used))

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        return self._content[start : start + self._sector]

    def _chain(self, first: int) -> bytes:
        return b"".join(self._at(sector) for sector in _follow(self._fat, first))


_STREAM = 2
_ROOT = 5


def _follow(table: list[int], first: int) -> Iterator[int]:
    steps = 0
    while first < _LAST_SECTOR:
        if first >= len(table) or steps >= len(table):
            raise refusal("corrupt")
        yield first
        first = table[first]
        steps += 1


def _entries(directory: bytes) -> Iterator[tuple[str, int, int, int]]:
    for at in range(0, len(directory) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
        raw, length, kind, _colour, first, size = _ENTRY.unpack_from(directory, at)
        name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        yield name, kind, first, size & 0xFFFFFFFF


def _numbers(data: bytes) -> list[int]:
    count = len(data) // 4
    return list(struct.unpack(f"<{count}I", data[: count * 4]))
