"""The one way from the bytes of an uploaded file to a book that can be read."""

from dataclasses import replace

from . import ole
from .delimited import TextBook
from .encodings import decode
from .jsonlists import JsonBook, is_json_list
from .kinds import check_bytes, check_compound, check_text, package_kind
from .ods import scan_ods
from .packages import Package
from .sheets import SheetBook
from .tables import LIMITS, Book, Limits, UnreadableError, refusal
from .xls import scan_xls
from .xlsx import scan_xlsx

_PACKAGE_MARKS = (b"PK\x03\x04", b"PK\x05\x06")


def open_book(
    content: bytes,
    filename: str,
    *,
    encoding: str = "",
    separator: str = "",
    limits: Limits = LIMITS,
) -> Book:
    """Open a list by its content; its name is only told back in an error.

    `encoding` and `separator` are found out for a text file unless they are given.
    Raises `UnreadableError` with a note that says why.
    """
    try:
        return _open(content, encoding, separator, limits)
    except UnreadableError as problem:
        note = problem.note
        params = {**note.params, "file": filename}
        raise UnreadableError(replace(note, params=params)) from problem


def _open(content: bytes, encoding: str, separator: str, limits: Limits) -> Book:
    if len(content) > limits.size:
        raise refusal("file_too_large", limit=limits.size // 2**20)
    if not content.strip():
        raise refusal("empty")
    if content.startswith(_PACKAGE_MARKS):
        return _open_package(content, limits)
    if content.startswith(ole.MAGIC):
        return _open_compound(content, limits)
    return _open_text(content, encoding, separator, limits)


def _open_package(content: bytes, limits: Limits) -> Book:
    package = Package(content, limits)
    kind = package_kind(package)
    scan = scan_xlsx if kind == "xlsx" else scan_ods
    return SheetBook(content, kind, scan(package, limits), limits)


def _open_compound(content: bytes, limits: Limits) -> Book:
    file = ole.CompoundFile(content)
    check_compound(file.names)
    return SheetBook(content, "xls", scan_xls(file, limits), limits)


def _open_text(content: bytes, encoding: str, separator: str, limits: Limits) -> Book:
    check_bytes(content)
    text, encoding = decode(content, encoding)
    if is_json_list(text):
        return JsonBook(text, encoding=encoding, limits=limits)
    check_text(text)
    if not text.strip():
        raise refusal("empty")
    return TextBook(text, encoding=encoding, separator=separator, limits=limits)
