"""Values as they are written into the cells of an exported list."""

from typing import Any

from .choices import write_choice, write_yes_no
from .contacts import write_people


def say(field: str, value: Any) -> str:
    """Write a value in the active language; `clean_value` reads it back the same.

    A list of names is apart by semicolons, of points of the statute by commas; contact
    persons stand one a line. Numbers and dates are as they are kept.
    """
    if field == "aliases":
        return "; ".join(value)
    if field == "spheres":
        return ", ".join(value)
    if field == "contact_persons":
        return write_people(value)
    if isinstance(value, bool):
        return write_yes_no(value)
    if field in {"legal_form", "status"}:
        return write_choice(field, value)
    return "" if value is None else str(value)
