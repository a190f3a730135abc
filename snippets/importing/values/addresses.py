"""Addresses: put together from several columns, or taken apart from one."""

import re
from collections.abc import Mapping

from .reading import is_blank, one_line

_POSTCODE = r"(?P<postcode>\d{2}\s?[-–]\s?\d{3})"
_STREET_MARK = r"(?:ul|al|pl|os|aleja|aleje|plac|rynek|osiedle|ulica)\b\.?"
# „ul. Bema 60/1, 15-370 Białystok”, „15-370 Białystok, ul. Bema 60/1”,
# „Białystok, ul. Bema 60/1”.
_WHOLE = (
    re.compile(rf"(?P<street>.*?)[\s,;]*\b{_POSTCODE}[\s,;]+(?P<city>[^\d,;]+)[\s,;]*"),
    re.compile(rf"{_POSTCODE}\s+(?P<city>[^\d,;]+?)\s*[,;]\s*(?P<street>.+)"),
    re.compile(
        rf"{_POSTCODE}\s+(?P<city>[^\d,;]+?)\s+(?P<street>{_STREET_MARK}.+)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<city>[^\d,;.]+?)\s*[,;]\s*(?P<street>{_STREET_MARK}\s*.+)", re.IGNORECASE
    ),
)
_TOWN_WITH_CODE = re.compile(rf"{_POSTCODE}[\s,]+(?P<city>[^\d]+)")
_LABEL = re.compile(r"(?:adres(?: siedziby)?|siedziba|ulica)\s*:\s*", re.IGNORECASE)
# „ul.” with nothing after it.
_BARE_MARK = re.compile(rf"{_STREET_MARK}\s*", re.IGNORECASE)


def with_address(cells: Mapping[str, str]) -> dict[str, str]:
    """Return cells whose street has its number, apart from postcode and town.

    What stands in columns of their own is believed before what the address says.
    """
    found = dict(cells)
    if town := _TOWN_WITH_CODE.fullmatch(one_line(found.get("city", ""))):
        _fill(found, "postcode", town["postcode"])
        found["city"] = town["city"]
    street = one_line(found.get("street", "")).strip(" ,;")
    if label := _LABEL.match(street):
        street = street[label.end() :]
    for pattern in _WHOLE:
        if whole := pattern.fullmatch(street):
            street = whole["street"].strip(" ,;")
            _fill(found, "city", whole["city"])
            _fill(found, "postcode", whole.groupdict().get("postcode", ""))
            break
    number = _number(found.pop("house", ""), found.pop("flat", ""))
    found["street"] = _with_number(street, number, found.get("city", ""))
    return found


def _fill(cells: dict[str, str], field: str, text: str) -> None:
    if is_blank(one_line(cells.get(field, ""))):
        cells[field] = text.strip(" ,;")


def _number(house: str, flat: str) -> str:
    house, flat = one_line(house).strip(" ,;"), one_line(flat).strip(" ,;")
    if is_blank(flat):
        return "" if is_blank(house) else house
    if is_blank(house):
        return flat
    return f"{house}/{flat}" if flat[0].isdigit() else f"{house} {flat}"


def _with_number(street: str, number: str, city: str) -> str:
    if is_blank(street) or _BARE_MARK.fullmatch(street):
        # A village without streets: its own name stands before the number.
        town = one_line(city).strip(" ,;")
        return f"{town} {number}".strip() if number else ""
    if number and not f" {street}".endswith(f" {number}"):
        return f"{street} {number}"
    return street
