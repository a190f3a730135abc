"""The text of one file, piece by piece until the limit: what the child does."""

import re
from collections.abc import Callable, Iterator

from .docx import is_docx, read_docx
from .kinds import Kind
from .limits import Code, Limits, UnreadableError
from .odt import read_odt
from .packages import Package
from .rtf import read_rtf

_SPACES = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r"\n+")


def extract(
    content: bytes, kind: Kind, limits: Limits, write: Callable[[str], None]
) -> Code | None:
    """Write the text in pieces; return the code of what went wrong, if anything did."""
    left = limits.characters
    try:
        for piece in _pieces(content, kind, limits):
            text = _LINE_ENDS.sub("\n", _SPACES.sub(" ", piece))[:left]
            write(text)
            left -= len(text)
            if not left:
                break
    except UnreadableError as refusal:
        return refusal.code
    except MemoryError:
        return "too_large"
    except Exception:  # noqa: BLE001 - a broken file breaks its reader in any way
        return "damaged"
    return None


def _pieces(content: bytes, kind: Kind, limits: Limits) -> Iterator[str]:
    if kind is Kind.PDF:
        # pypdf takes longer to load than a letter in DOCX takes to be read.
        from .pdf import read_pdf

        return read_pdf(content, limits)
    if kind is Kind.RTF:
        return read_rtf(content)
    package = Package(content, limits)
    return read_docx(package) if is_docx(package) else read_odt(package)
