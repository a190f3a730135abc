"""Which encoding the bytes of a text file are in, and the text itself."""

import codecs

from .tables import refusal

ENCODINGS = ("utf-8", "utf-8-sig", "cp1250", "iso-8859-2", "utf-16")

# The Polish letters that the two old encodings put in different places.
_ONLY_CP1250 = b"\xb9\xa5"
_ONLY_ISO = b"\xb6\xbc\xa6\xac\xb1\xa1"
# ś ź Ś Ź, quotation marks and dashes of cp1250; ISO 8859-2 prints nothing there.
_CONTROLS_OF_ISO = bytes(range(0x80, 0xA0))

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAMPLE = 64 * 2**10
# A few cut letters in an honest UTF-8 file are named by row; more is another encoding.
_LOST_SHARE = 0.1


def decode(content: bytes, encoding: str = "") -> tuple[str, str]:
    """Return the text and its encoding, found out unless it is given.

    Letters that cannot be read become U+FFFD where the rest is good UTF-8. Raises
    `UnreadableError` if the given encoding is not the file's, or the file is not text.
    """
    if not encoding:
        return _detect(content)
    if encoding not in ENCODINGS or not _may_be(content, encoding):
        raise refusal("wrong_encoding", encoding=encoding)
    try:
        return _decode_as(content, encoding), encoding
    except UnicodeError as problem:
        raise refusal("wrong_encoding", encoding=encoding) from problem


def _detect(content: bytes) -> tuple[str, str]:
    if _looks_utf_16(content):
        return _decode_as(content, "utf-16", errors="replace"), "utf-16"
    utf_8 = "utf-8-sig" if content.startswith(codecs.BOM_UTF8) else "utf-8"
    if _is_utf_8(content):
        return content.decode(utf_8), utf_8
    text = content.decode(utf_8, errors="replace")
    lost = text.count("\ufffd")
    if utf_8 == "utf-8-sig" or lost <= _LOST_SHARE * _foreign_letters(text):
        return text, utf_8
    legacy = _legacy_guess(content)
    try:
        return content.decode(legacy), legacy
    except UnicodeError as problem:
        raise refusal("not_text") from problem


def _legacy_guess(content: bytes) -> str:
    modern = _count(content, _ONLY_CP1250 + _CONTROLS_OF_ISO)
    return "iso-8859-2" if _count(content, _ONLY_ISO) > modern else "cp1250"


def _count(content: bytes, letters: bytes) -> int:
    return len(content) - len(content.translate(None, letters))


def _may_be(content: bytes, encoding: str) -> bool:
    """Old encodings read any bytes: what is plainly something else is not theirs."""
    if encoding == "utf-16" or _looks_utf_16(content):
        return encoding == "utf-16" and _looks_utf_16(content)
    if encoding.startswith("utf-8"):
        return True
    return content.isascii() or not _is_utf_8(content)


def _decode_as(content: bytes, encoding: str, errors: str = "strict") -> str:
    if encoding == "utf-8":
        encoding = "utf-8-sig"
    elif encoding == "utf-16" and not content.startswith(_UTF_16_MARKS):
        encoding = "utf-16-le" if _nul_share(content, 1) else "utf-16-be"
    return content.decode(encoding, errors)


def _looks_utf_16(content: bytes) -> bool:
    return content.startswith(_UTF_16_MARKS) or any(
        _nul_share(content, start) for start in (0, 1)
    )


def _nul_share(content: bytes, start: int) -> bool:
    """Is every second byte mostly zero, and the byte beside it hardly ever?"""
    half = content[start:_SAMPLE:2]
    other = content[1 - start : _SAMPLE : 2]
    return half.count(0) > len(half) // 2 and other.count(0) <= len(other) // 10


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeError:
        return False
    return True


def _foreign_letters(text: str) -> int:
    return len(text) - len(text.encode("ascii", errors="ignore"))
