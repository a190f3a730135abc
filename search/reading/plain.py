"""Plain text, in whatever encoding Polish was ever saved in."""

import codecs

from .limits import UnreadableError

# The Polish letters that the two old encodings put in different places.
_ONLY_CP1250 = b"\xb9\xa5"
_ONLY_ISO = b"\xb6\xbc\xa6\xac\xb1\xa1"
# ś ź Ś Ź, quotation marks and dashes of cp1250; ISO 8859-2 prints nothing there.
_CONTROLS_OF_ISO = bytes(range(0x80, 0xA0))
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# A few spoiled letters make no other encoding of UTF-8.
_LOST_SHARE = 0.1


def decode(content: bytes) -> str:
    """Return the text; letters that cannot be read become U+FFFD.

    Raises `UnreadableError` for bytes that are no text.
    """
    if content.startswith(_UTF_16_MARKS):
        return _checked(content.decode("utf-16", errors="replace"))
    text = content.decode("utf-8-sig", errors="replace")
    foreign = len(text) - len(text.encode("ascii", errors="ignore"))
    if text.count("\ufffd") <= foreign * _LOST_SHARE:
        return _checked(text)
    return _checked(content.decode(_old_encoding(content), errors="replace"))


def _old_encoding(content: bytes) -> str:
    modern = _count(content, _ONLY_CP1250 + _CONTROLS_OF_ISO)
    return "iso-8859-2" if _count(content, _ONLY_ISO) > modern else "cp1250"


def _count(content: bytes, letters: bytes) -> int:
    return len(content) - len(content.translate(None, letters))


def _checked(text: str) -> str:
    if text.count("\0") + text.count("\ufffd") > len(text) * _LOST_SHARE:
        raise UnreadableError("not_readable")
    return text
