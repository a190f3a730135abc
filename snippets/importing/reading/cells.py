"""Values of cells as plain text: on one line, without what spreadsheets put around."""

import math
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from unicodedata import category

from snippets.models import Note

from .swallowed import swallowed_lines
from .tables import Limits

# Beyond these a spreadsheet has filled the end of a number up with zeros.
_EXACT_DIGITS = 15
# Short texts repeat (towns, „tak”): one string in memory is enough for each.
_REMEMBERED = 20_000
_SHORT = 60

_WRAPPED = re.compile(r'="((?:[^"]++|"")*+)"')
_ESCAPED_STARTS = frozenset("=+-@'0123456789")
_ERROR = re.compile(
    r"#(?:N/A|N/D|REF!|ADR!|VALUE!|ARG!|NAME\?|NAZWA\?|DIV/0!|DZIEL/0!|NUM!|LICZBA!"
    r"|NULL!|ZERO!|SPILL!|ROZLANIE!|CALC!)|(?:Err|Błąd):[0-9]{3}"
)
_BLANKS = re.compile(r"\s+")
_SPACES = frozenset("\t\n\v\f\r\x85\u2028\u2029")


def column_letter(index: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_note(code: str, number: int, column: int, **params: Any) -> Note:
    """Something said of one cell: the number of its row, the letter of its column."""
    return Note(code, params={"row": number, "column": column_letter(column), **params})


def text_of(value: object) -> str:
    """A value of a spreadsheet as people would type it; dates as ISO."""
    if isinstance(value, str):
        return value
    write = _WRITERS.get(type(value))
    return write(value) if write else str(value)


def _number(value: float) -> str:
    if not math.isfinite(value):
        return ""
    if abs(value) >= 10**_EXACT_DIGITS:
        return f"{value:.{_EXACT_DIGITS - 1}E}".replace(".", ",")
    if value == int(value):
        return str(int(value))
    return f"{value:.{_EXACT_DIGITS}g}"


def _moment(value: datetime) -> str:
    if value.time() == time():
        return value.date().isoformat()
    return value.isoformat(" ", "minutes")


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


_WRITERS: dict[type, Callable[[Any], str]] = {
    bool: lambda value: "tak" if value else "nie",
    int: _number,
    float: _number,
    datetime: _moment,
    date: date.isoformat,
    time: lambda value: value.isoformat("minutes"),
    timedelta: _duration,
}


def unwrap(text: str) -> str:
    """Take off what marks a cell as text: `="0123"` and a leading apostrophe.

    An apostrophe that belongs to a pair, as in 'Nasz Dom', stays.
    """
    wrapped = _WRAPPED.fullmatch(text)
    if wrapped:
        return wrapped[1].replace('""', '"')
    rest = text[1:]
    if text.startswith("'") and (rest[:1] in _ESCAPED_STARTS or "'" not in rest):
        return rest
    return text


def plain(text: str) -> tuple[str, bool]:
    """Text on one line with single spaces; and were control characters taken out."""
    if text.isprintable():
        return _BLANKS.sub(" ", text).strip(), False
    kept: list[str] = []
    has_control = False
    for char in text:
        kind = category(char)
        if char in _SPACES or kind == "Zs":
            kept.append(" ")
        elif kind in {"Cc", "Cs"}:
            has_control = True
        elif kind != "Cf":
            kept.append(char)
    return _BLANKS.sub(" ", "".join(kept)).strip(), has_control


class CellReader:
    """Reads the cells of one table; remembers short texts and what is wrong with some.

    After a row, `notes` tells what is wrong in it.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._glance = min(_PLAIN_LENGTH, limits.cell_length)
        self._known: dict[str, str] = {}
        self._wrong: dict[str, tuple[str, ...]] = {}

    def read(self, raw: Iterable[str]) -> tuple[str, ...]:
        """Clean the texts of a row."""
        known = self._known
        return tuple(
            [known[text] if text in known else self._clean(text) for text in raw]
        )

    def notes(self, raw: list[str], number: int) -> list[Note]:
        """Say what is wrong in a row just read; `number` is the row people see."""
        if not self._wrong:
            return []
        found = [
            cell_note(code, number, column, **self._params(code))
            for column, text in enumerate(raw)
            for code in self._wrong.get(text, ())
            if code != _SUSPICIOUS
        ]
        return found + self._swallowed(raw, number)

    def _params(self, code: str) -> dict[str, Any]:
        return {"limit": self._limits.cell_length} if code == "cell_too_long" else {}

    def _swallowed(self, raw: list[str], number: int) -> list[Note]:
        filled = sum(1 for text in raw if text)
        return [
            cell_note("row_swallowed", number, column, lines=lines)
            for column, text in enumerate(raw)
            if _SUSPICIOUS in self._wrong.get(text, ())
            and (lines := swallowed_lines(text, filled))
        ]

    def _clean(self, raw: str) -> str:
        text = raw.strip()
        if len(text) <= self._glance and _is_plain(text):
            return self._remember(raw, text)
        wrong = []
        if len(text) > self._limits.cell_length:
            text = text[: self._limits.cell_length]
            wrong.append("cell_too_long")
        if "\ufffd" in text:
            wrong.append("characters_lost")
        if "\n" in text:
            wrong.append(_SUSPICIOUS)
        text, has_control = plain(unwrap(text))
        if has_control:
            wrong.append("control_characters")
        if _ERROR.fullmatch(text):
            text = ""
            wrong.append("cell_error")
        if wrong:
            self._wrong[raw] = tuple(wrong)
        return self._remember(raw, text)

    def _remember(self, raw: str, text: str) -> str:
        if len(raw) <= _SHORT and len(self._known) < _REMEMBERED:
            self._known[raw] = text
        return text


_SUSPICIOUS = "line_breaks"
_ODD_STARTS = frozenset("='#EB")
_PLAIN_LENGTH = 1_000


def _is_plain(text: str) -> bool:
    """Most cells need nothing more than this glance."""
    return (
        text.isprintable()
        and "  " not in text
        and "\ufffd" not in text
        and text[:1] not in _ODD_STARTS
    )
