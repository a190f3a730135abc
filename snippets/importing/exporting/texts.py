"""Texts as every format of export can hold them, and as an import reads them back."""

import re

# What XML 1.0 has no way to write: https://www.w3.org/TR/xml/#charsets
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n?")


def plain(text: str) -> str:
    """Return the text without control characters; lines end with a line feed."""
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return _FORBIDDEN.sub("", lines).strip()
