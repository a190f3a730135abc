"""The one way from the bytes of a document's file to its text."""

from pathlib import PurePath

from .children import read_in_child
from .cleaning import clean
from .kinds import Kind, kind_of
from .limits import LIMITS, WIDEST, Limits, UnreadableError
from .plain import decode

READABLE = frozenset({"csv", "docx", "odt", "pdf", "rtf", "txt"})

# Kinds whose lines end where the paper did, so that words are broken there.
_BROKEN_LINES = frozenset({Kind.PDF, Kind.TEXT})


def read_text(content: bytes, filename: str, *, limits: Limits = LIMITS) -> str:
    """Return the text of a file on one line; a long one is cut at the end of a word.

    The name must have one of the `READABLE` extensions; what the file is, its content
    decides. Raises `UnreadableError`, and nothing else, for a file without text.
    """
    extension = _extension(filename)
    if extension not in READABLE:
        raise UnreadableError("not_readable")
    if len(content) > limits.size:
        raise UnreadableError("too_large")
    if not content.strip():
        raise UnreadableError("no_text")
    kind = kind_of(content, extension)
    if kind is Kind.TEXT:
        text = decode(content[: limits.characters * WIDEST])
    else:
        text = read_in_child(content, kind, limits)
    cut = text[: limits.characters]
    is_list = kind is Kind.TEXT and extension == "csv"
    text = clean(cut, has_broken_lines=kind in _BROKEN_LINES and not is_list)
    if len(cut) == limits.characters:
        text = text.rpartition(" ")[0] or text
    if not any(map(str.isalnum, text)):
        raise UnreadableError("no_text")
    return text


def _extension(filename: str) -> str:
    """The extension of a file's name in small letters, without its dot."""
    return PurePath(filename).suffix.removeprefix(".").lower()
