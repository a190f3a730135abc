"""What tells a row of a table that comes back: whose comment, and what it said.

The key stands in the last column of the XLSX. It names consultation and comment, and
the digest of the answer at the time of the export: another answer now means that
somebody wrote meanwhile. Two more characters tell a key that was mistyped.
"""

import hashlib
import re
from dataclasses import dataclass

_KEY = re.compile(r"K(\d{1,18})-(\d{1,18})-([0-9a-f]{12})-([0-9a-f]{2})")


class KeyRefusedError(ValueError):
    """A cell holds no key, or one that was changed."""


@dataclass(frozen=True, slots=True)
class RowKey:
    """Primary keys of consultation and comment, and 12 hex digits of the answer."""

    consultation: int
    comment: int
    answer: str

    def __str__(self) -> str:
        body = f"K{self.consultation}-{self.comment}-{self.answer}"
        return f"{body}-{_check(body)}"


def read_key(text: str) -> RowKey:
    """Return what a cell says; raise KeyRefusedError where it is no key of ours."""
    found = _KEY.fullmatch(text.strip())
    if found is None or _check(found[0].rpartition("-")[0]) != found[4]:
        raise KeyRefusedError(text)
    return RowKey(int(found[1]), int(found[2]), found[3])


def answer_digest(*parts: object) -> str:
    """Return 12 hex digits of an answer: its key, state, ruling, reasons."""
    whole = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


def _check(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:2]
