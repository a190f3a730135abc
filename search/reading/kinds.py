"""What a file is, by its content; only plain text has nothing but its name to tell."""

import re
from enum import StrEnum

import filetype

from .limits import UnreadableError

_TEXT_EXTENSIONS = frozenset({"csv", "txt"})
_SAMPLE = 4_096
# Where Acrobat, too, still looks for the mark of a PDF.
_START_OF_PDF = 1_024
_PACKAGE_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The stream in which Office keeps a package that is closed with a password.
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Kind(StrEnum):
    """The kinds of content that are told apart before a file is opened."""

    PACKAGE = "package"
    PDF = "pdf"
    RTF = "rtf"
    TEXT = "text"


def kind_of(content: bytes, extension: str) -> Kind:
    """Return the kind of a file; raise `UnreadableError` for what is not read."""
    if content.startswith(_PACKAGE_MARKS):
        return Kind.PACKAGE
    if content.startswith(b"{\\rtf"):
        return Kind.RTF
    if b"%PDF-" in content[:_START_OF_PDF]:
        return Kind.PDF
    if content.startswith(_COMPOUND_MARK) and _ENCRYPTED_PACKAGE in content:
        raise UnreadableError("encrypted")
    if extension not in _TEXT_EXTENSIONS or not _is_text(content):
        raise UnreadableError("not_readable")
    return Kind.TEXT


def _is_text(content: bytes) -> bool:
    if content.startswith(_UTF_16_MARKS):
        return True
    sample = content[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    # Letters alone can look like the mark of a picture: „BM” does.
    is_other = controls and filetype.guess(sample) is not None
    return not is_other and controls <= len(sample) * 0.05
