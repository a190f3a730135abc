"""The numbers of people (PESEL), which must never be kept."""

import re

from stdnum.pl import pesel

_ELEVEN = re.compile(r"(?<!\d)\d{6}[ -]?\d{5}(?!\d)")
_LABELLED = re.compile(r"\bpesel\W{0,5}\d[\d -]{8,12}\d(?!\d)", re.IGNORECASE)
_NOT_DIGIT = re.compile(r"\D")


def has_personal_number(text: str) -> bool:
    """Whether a text holds a PESEL number, or eleven digits that are called one."""
    return hide_personal_numbers(text) != text


def hide_personal_numbers(text: str) -> str:
    """Return a text with an ellipsis for each PESEL number in it."""
    if sum(map(str.isdigit, text)) < 10:
        return text
    return _ELEVEN.sub(_hidden, _LABELLED.sub("…", text))


def _hidden(found: re.Match[str]) -> str:
    digits = _NOT_DIGIT.sub("", found[0])
    return "…" if pesel.is_valid(digits) else found[0]
