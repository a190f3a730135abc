"""Polish register numbers as people and spreadsheets write them.

KRS has ten digits and no check digit; NIP has ten and REGON nine or fourteen, both
with check digits. A reader never raises and never guesses lost digits: it says what it
found. Only zeros that a spreadsheet dropped from the front are put back, and reported.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from stdnum.pl import nip, pesel, regon


class IdentifierStatus(Enum):
    """What a reader made of a value; only VALID and PADDED give digits to store."""

    VALID = "valid"
    PADDED = "valid_after_padding"
    EMPTY = "empty"
    INVALID_CHECKSUM = "invalid_checksum"
    INVALID_LENGTH = "invalid_length"
    NOT_A_NUMBER = "not_a_number"
    PLACEHOLDER = "invalid_placeholder"
    DAMAGED = "damaged"
    OTHER_REGISTER = "other_register"
    PESEL = "pesel"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A value read: its status, the digits to store, and the text as it was written.

    `digits` is blank unless the number is good; `text` is blank for an empty value and
    for a PESEL, which must not be kept even in an error report.
    """

    status: IdentifierStatus
    digits: str = ""
    text: str = ""

    @property
    def is_usable(self) -> bool:
        return bool(self.digits)


Judge = Callable[[str], tuple[IdentifierStatus, str]]

_EMPTY = re.compile(
    r"[-–—]*|brak|nie (?:dotyczy|posiada)|n/d|nd\.?|n\.d\.|b/d|bd\.?|n/a|none|null",
    re.IGNORECASE,
)
_FILLERS = frozenset({"0123456789", "1234567890"})
_EXCEL_TEXT = re.compile(r'="(.*)"|\'(.*)', re.DOTALL)
_LABELS = re.compile(
    r"(?:(?:nr|numer|krs|nip|regon|pesel|pl)(?![^\W\d_])[\s.:]*)+", re.IGNORECASE
)
_SCIENTIFIC = re.compile(r"[0-9]+(?:[.,][0-9]+)?e[+-]?[0-9]+", re.IGNORECASE)
_WHOLE_FLOAT = re.compile(r"([0-9]+)[.,]0+")
_GROUPED_DIGITS = re.compile(r"[0-9](?:[\s\u2010-\u2015-]*[0-9])*")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_OTHER_REGISTER = re.compile(r"(?=.*[0-9])(?=.*(?:[^\W\d_]|/)).*", re.DOTALL)


def read_krs(value: object) -> Identifier:
    """Read a number in the National Court Register; it has no check digit."""
    found = _read(value, _judge_krs)
    if found.status is IdentifierStatus.NOT_A_NUMBER and _OTHER_REGISTER.match(
        found.text
    ):
        return Identifier(IdentifierStatus.OTHER_REGISTER, text=found.text)
    return found


def read_nip(value: object) -> Identifier:
    """Read a tax number; „PL”, spaces and dashes are dropped."""
    return _read(value, _judge_nip)


def read_regon(value: object) -> Identifier:
    """Read a statistical number, of a body (9 digits) or its local unit (14 digits)."""
    return _read(value, _judge_regon)


def group_krs(digits: str) -> str:
    """Write ten digits as 0000 123 456."""
    return _grouped(digits, {10: (4, 3, 3)}, " ")


def group_nip(digits: str) -> str:
    """Write ten digits as 123-456-78-90."""
    return _grouped(digits, {10: (3, 3, 2, 2)}, "-")


def group_regon(digits: str) -> str:
    """Write nine digits as 123 456 789 and fourteen as 123 456 789 01234."""
    return _grouped(digits, {9: (3, 3, 3), 14: (3, 3, 3, 5)}, " ")


def _read(value: object, judge: Judge) -> Identifier:
    text = _as_text(value)
    bare = _LABELS.sub("", text, count=1) if _LABELS.match(text) else text
    if _EMPTY.fullmatch(bare):
        return Identifier(IdentifierStatus.EMPTY)
    if _SCIENTIFIC.fullmatch(bare):
        return Identifier(IdentifierStatus.DAMAGED, text=text)
    if whole := _WHOLE_FLOAT.fullmatch(bare):
        bare = whole[1]
    if not _GROUPED_DIGITS.fullmatch(bare):
        return Identifier(IdentifierStatus.NOT_A_NUMBER, text=text)
    digits = _NOT_DIGITS.sub("", bare)
    if pesel.is_valid(digits):
        return Identifier(IdentifierStatus.PESEL)
    status, digits = judge(digits)
    return Identifier(status, digits, text)


def _as_text(value: object) -> str:
    """The value as one line, without the marks spreadsheets put around text."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = " ".join(str(value).split())
    if escaped := _EXCEL_TEXT.fullmatch(text):
        text = (escaped[1] or escaped[2] or "").strip()
    return text


def _judge_krs(digits: str) -> tuple[IdentifierStatus, str]:
    # Numbers are given in turn and are far from ten million: eight or nine digits are
    # some other number or a slip, not a KRS number that lost its zeros.
    padded = digits.zfill(10)
    if _is_placeholder(digits, 10) or padded in _FILLERS:
        return IdentifierStatus.PLACEHOLDER, ""
    if len(digits) == 10:
        return IdentifierStatus.VALID, digits
    if len(digits) <= 7:
        return IdentifierStatus.PADDED, padded
    return IdentifierStatus.INVALID_LENGTH, ""


def _judge_nip(digits: str) -> tuple[IdentifierStatus, str]:
    if _is_placeholder(digits, 10):
        return IdentifierStatus.PLACEHOLDER, ""
    if len(digits) != 10:
        return IdentifierStatus.INVALID_LENGTH, ""
    if not nip.is_valid(digits):
        return IdentifierStatus.INVALID_CHECKSUM, ""
    return IdentifierStatus.VALID, digits


def _judge_regon(digits: str) -> tuple[IdentifierStatus, str]:
    if _is_placeholder(digits, 9, 14):
        return IdentifierStatus.PLACEHOLDER, ""
    if len(digits) in {9, 14}:
        if regon.is_valid(digits):
            return IdentifierStatus.VALID, digits
        return IdentifierStatus.INVALID_CHECKSUM, ""
    # The first two digits stand for the voivodeship: at most two zeros can be lost.
    padded = digits.zfill(9 if len(digits) < 9 else 14)
    if len(padded) - len(digits) in {1, 2} and regon.is_valid(padded):
        return IdentifierStatus.PADDED, padded
    return IdentifierStatus.INVALID_LENGTH, ""


def _is_placeholder(digits: str, *lengths: int) -> bool:
    """Zeros only, or one digit all along: NIP 1111111111 has a right check digit."""
    return set(digits) == {"0"} or (len(digits) in lengths and len(set(digits)) == 1)


def _grouped(digits: str, patterns: dict[int, tuple[int, ...]], separator: str) -> str:
    """Split digits of a known length; anything else is returned as it is."""
    groups, start = [], 0
    for size in patterns.get(len(digits), ()) if digits.isdigit() else ():
        groups.append(digits[start : start + size])
        start += size
    return separator.join(groups) or digits
