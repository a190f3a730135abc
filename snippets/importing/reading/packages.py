"""ZIP packages (XLSX, ODS), looked through before anything of them is laid out.

The directory of a package is believed only to refuse it: each part is unpacked as a
stream that stops where the directory said it would end.
"""

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from .tables import Limits, refusal

_IS_ENCRYPTED = 0x1
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_LOCAL_MARK = b"PK\x03\x04"
_CHUNK = 64 * 2**10
# Small parts grow more than any honest sheet and harm nobody.
_TOO_SMALL_TO_HARM = 2**20

# The name of an element without its prefix, and name, value, name, value …
Attributes = list[str]
OnStart = Callable[[str, Attributes], None]
OnText = Callable[[str], None]


class StopReading(Exception):  # noqa: N818 - it says that enough was read
    """Raised by a scan that has seen enough of a part."""


class Package:
    """The parts of a ZIP package; `UnreadableError` if past the limits or broken."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._content = content
        try:
            with ZipFile(BytesIO(content)) as archive:
                infos = [info for info in archive.infolist() if not info.is_dir()]
        except (BadZipFile, ValueError, OSError, struct.error) as problem:
            raise refusal("corrupt") from problem
        _check_directory(infos, limits)
        self._infos = {info.filename.lower(): info for info in infos}
        if len(self._infos) < len(infos):
            raise refusal("corrupt")

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._infos

    @property
    def names(self) -> list[str]:
        """The parts, in small letters."""
        return list(self._infos)

    def read(self, name: str) -> bytes:
        """A part as a whole; for the small ones."""
        return b"".join(self.stream(name))

    def stream(self, name: str) -> Iterator[bytes]:
        """Unpack a part bit by bit; one that is longer than it said is refused."""
        info = self._infos[name.lower()]
        left = info.file_size
        for chunk in _inflate(self._packed(info), info.compress_type):
            left -= len(chunk)
            if left < 0:
                raise refusal("unpacked_past_size")
            yield chunk
        if left:
            raise refusal("corrupt")

    def check(self, name: str) -> None:
        """Refuse a document type in a part that the reader of cells may not need."""
        try:
            self._parse(name, None)
        except expat.ExpatError:
            return

    def parse(
        self,
        name: str,
        on_start: OnStart,
        *,
        on_end: OnText | None = None,
        on_text: OnText | None = None,
    ) -> None:
        """Go through the elements of an XML part; document types are refused.

        `on_end` gets the name of an element with its prefix.
        """
        try:
            self._parse(name, on_start, on_end, on_text)
        except expat.ExpatError as problem:
            raise refusal("corrupt") from problem
        except StopReading:
            return

    def _parse(
        self,
        name: str,
        on_start: OnStart | None,
        on_end: OnText | None = None,
        on_text: OnText | None = None,
    ) -> None:
        parser = expat.ParserCreate()
        parser.ordered_attributes = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        if on_start:
            parser.StartElementHandler = _without_prefix(on_start)
        parser.EndElementHandler = on_end
        parser.CharacterDataHandler = on_text
        for chunk in self.stream(name):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def _packed(self, info: ZipInfo) -> memoryview:
        start = info.header_offset
        header = self._content[start : start + _LOCAL_HEADER.size]
        if len(header) < _LOCAL_HEADER.size:
            raise refusal("corrupt")
        mark, name_length, extra_length = _LOCAL_HEADER.unpack(header)
        start += _LOCAL_HEADER.size + name_length + extra_length
        packed = memoryview(self._content)[start : start + info.compress_size]
        if mark != _LOCAL_MARK or len(packed) < info.compress_size:
            raise refusal("corrupt")
        return packed


def _check_directory(infos: list[ZipInfo], limits: Limits) -> None:
    if len(infos) > limits.parts:
        raise refusal("too_many_parts", limit=limits.parts)
    if any(info.flag_bits & _IS_ENCRYPTED for info in infos):
        raise refusal("password")
    if sum(info.file_size for info in infos) > limits.unpacked:
        raise refusal("unpacked_too_large", limit=limits.unpacked // 2**20)
    for info in infos:
        grows_to = max(_TOO_SMALL_TO_HARM, info.compress_size * limits.ratio)
        if info.file_size > grows_to:
            raise refusal("unpacked_too_dense", limit=limits.ratio)


def _inflate(packed: memoryview, method: int) -> Iterator[bytes]:
    if method == ZIP_STORED:
        for at in range(0, len(packed), _CHUNK):
            yield bytes(packed[at : at + _CHUNK])
        return
    if method != ZIP_DEFLATED:
        raise refusal("corrupt")
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    rest: Any = packed
    try:
        while not unpacker.eof:
            chunk = unpacker.decompress(rest, _CHUNK)
            rest = unpacker.unconsumed_tail
            if not chunk and not rest:
                break
            yield chunk
    except zlib.error as problem:
        raise refusal("corrupt") from problem


def _refuse_doctype(*_declared: Any) -> None:
    raise refusal("xml_entities")


def _without_prefix(on_start: OnStart) -> OnStart:
    known: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        local = known.get(name)
        if local is None:
            local = known[name] = name.rpartition(":")[2]
        on_start(local, attributes)

    return start
