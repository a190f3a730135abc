"""The parts of a ZIP package, unpacked bit by bit and never past the limit."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from .limits import Limits, UnreadableError

_IS_ENCRYPTED = 0x1
# Large, since old expat looks through a long attribute anew with each chunk.
_CHUNK = 2**20
# The other methods give no way to stop a small part from growing at once.
_METHODS = frozenset({ZIP_DEFLATED, ZIP_STORED})
_BROKEN = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)


class Package:
    """A package that is open; all that is read of it together has one limit."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        try:
            self._archive = ZipFile(BytesIO(content))
        except _BROKEN as problem:
            raise UnreadableError("damaged") from problem
        self._infos = {info.filename.lower(): info for info in self._archive.infolist()}
        self._left = limits.unpacked

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._infos

    @property
    def names(self) -> list[str]:
        """The parts, in small letters."""
        return list(self._infos)

    def stream(self, name: str) -> Iterator[bytes]:
        """Unpack a part; raise `UnreadableError` where it is broken or too much."""
        info = self._infos.get(name.lower())
        if info is None or info.compress_type not in _METHODS:
            raise UnreadableError("damaged")
        if info.flag_bits & _IS_ENCRYPTED:
            raise UnreadableError("encrypted")
        try:
            with self._archive.open(info) as part:
                while chunk := part.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise UnreadableError("too_large")
                    yield chunk
        except _BROKEN as problem:
            raise UnreadableError("damaged") from problem
