"""Dates as offices and spreadsheets write them."""

import datetime
import re

from .reading import BLANK, Read, about, is_blank, one_line

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})")
_NUMBERS = re.compile(r"(?P<d>\d{1,2})\s?([./-])\s?(?P<m>\d{1,2})\s?\2\s?(?P<y>\d{4})")
_WORDS = re.compile(r"(?P<d>\d{1,2})\s+(?P<month>[^\W\d_]+)\s+(?P<y>\d{4})")
# A time of midnight, „r.”, „roku”.
_TAIL = re.compile(r"(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?|\s*(?:r\.?|roku))$")
_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
            *("lipca", "sierpnia", "września", "października", "listopada"),
            "grudnia",
        ),
        start=1,
    )
}
# Spreadsheets count days from here; five digits are the years 1927 to 2173.
_SERIAL = re.compile(r"[1-9]\d{4}(?:[.,]0+)?")
_FIRST_DAY = datetime.date(1899, 12, 30)
_YEARS = range(1900, 2101)


def read_date(field: str, text: str) -> Read:
    """Read a date; day comes before month, as in Poland."""
    line = one_line(text)
    if is_blank(line):
        return BLANK
    if day := _date(_TAIL.sub("", line)):
        return Read(day.isoformat())
    return Read(notes=(about("invalid_date", field, line),))


def _date(text: str) -> datetime.date | None:
    if _SERIAL.fullmatch(text):
        day = _FIRST_DAY + datetime.timedelta(days=int(text[:5]))
        return day if day.year in _YEARS else None
    if found := _WORDS.fullmatch(text):
        month = _MONTHS.get(found["month"].lower(), 0)
    elif found := _ISO.fullmatch(text) or _NUMBERS.fullmatch(text):
        month = int(found["m"])
    else:
        return None
    try:
        day = datetime.date(int(found["y"]), month, int(found["d"]))
    except ValueError:
        return None
    return day if day.year in _YEARS else None
