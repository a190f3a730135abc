"""How to reach an organisation: website, e-mail, phone, and the people staff call."""

import re
from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from snippets.models import ContactPerson, Organisation
from snippets.models.importing import Note

from .personal import hide_personal_numbers
from .reading import BLANK, Read, about, is_blank, limit_of, lines_of, one_line

PERSON_PARTS = ("name", "role", "email", "phone")

_LIMITS = {
    field: limit_of(Organisation, field) for field in ("website", "email", "phone")
}
_PERSON_LIMITS = {part: limit_of(ContactPerson, part) for part in PERSON_PARTS}
_LABELS = re.compile(
    r"(?:(?:tel|telefon|phone|fax|faks|kom)(?:\.\s*:?|\s*:|\s+(?=[+(\d]))\s*|"
    r"(?:(?:adres|strona|e-?mail|mail(?:to)?|www|internetowa)\s*)+:(?!//)\s*)+",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?:https?)?:?//+(?:https?:/+)?", re.IGNORECASE)
_BETWEEN_URLS = re.compile(r"[\s;|]+|,\s+")
_BETWEEN_EMAILS = re.compile(r"[\s;,|]+|/(?=\S+@)")
_NEXT_PERSON = re.compile(r"\n|;;")
_PART = re.compile(r"\s*\|\s*")

_validate_url = URLValidator(schemes=["http", "https"])


def read_website(field: str, text: str) -> Read:
    """Read the address of a website; „http://” alone is none."""
    line = one_line(text).strip(" ,;")
    addresses = [part for part in _BETWEEN_URLS.split(_without_label(line)) if part]
    parts = _BETWEEN_URLS.split(_without_label(line))
    addresses = [part for part in parts if not is_blank(_SCHEME.sub("", part, 1))]
    if is_blank(line) or not addresses:
        return BLANK
    good = [url for part in addresses if is_url(url := _with_scheme(part))]
    if not good or (len(addresses) > 1 and "." not in addresses[0]):
        return Read(notes=(about("invalid_website", field, line),))
    return Read(good[0], _others(field, good))


def read_email(field: str, text: str) -> Read:
    """Read the first good e-mail address of a cell."""
    line = one_line(text).strip(" ,;")
    if is_blank(line):
        return BLANK
    parts = _BETWEEN_EMAILS.split(_without_label(line))
    good = [part for part in (part.strip("<>().") for part in parts) if is_email(part)]
    if not good:
        return Read(notes=(about("invalid_email", field, line),))
    return Read(good[0], _others(field, good))


def read_phone(field: str, text: str) -> Read:
    """Read phone numbers as they are written; several are set apart by semicolons."""
    parts = (part for line in lines_of(text) for part in line.split(";"))
    numbers = [_without_label(one_line(part)).strip(" ,;") for part in parts]
    phone = "; ".join(dict.fromkeys(part for part in numbers if not is_blank(part)))
    if len(phone) > _LIMITS["phone"]:
        return Read(notes=(Note("value_too_long", field, {"limit": _LIMITS["phone"]}),))
    return Read(phone)


def read_people(field: str, text: str) -> Read:
    """Read contact persons, one a line: name | role | e-mail | phone.

    The note only counts what was left out: it must not quote private data.
    """
    entries = [one_line(part) for part in _NEXT_PERSON.split("\n".join(lines_of(text)))]
    entries = [entry for entry in entries if not is_blank(entry)]
    people = [person for entry in entries if (person := _person(entry))]
    left_out = len(entries) - len(people)
    notes = (Note("contacts_left_out", field, {"count": left_out}),) if left_out else ()
    return Read(people, notes)


def write_people(people: Iterable[Mapping[str, str]]) -> str:
    """Write contact persons so that `read_people` reads them back."""
    lines = (
        " | ".join(person[part].replace("|", "/") for part in PERSON_PARTS)
        for person in people
    )
    # A reader of files puts a cell on one line.
    return ";;\n".join(line.rstrip(" |") for line in lines)


def is_email(text: str) -> bool:
    """Whether a text is one e-mail address that fits its field."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= _LIMITS["email"]


def is_url(text: str) -> bool:
    """Whether a text is the address of a website that fits its field."""
    try:
        _validate_url(text)
    except ValidationError:
        return False
    return len(text) <= _LIMITS["website"]


def _person(entry: str) -> dict[str, str] | None:
    parts = [*_PART.split(hide_personal_numbers(entry)), "", "", "", ""]
    person = dict(zip(PERSON_PARTS, map(str.strip, parts[:4]), strict=True))
    is_good = (
        person["name"]
        and not any(parts[4:])
        and (not person["email"] or is_email(person["email"]))
        and all(len(person[part]) <= _PERSON_LIMITS[part] for part in PERSON_PARTS)
    )
    return person if is_good else None


def _with_scheme(address: str) -> str:
    return f"https://{address}" if "://" not in address else address


def _without_label(text: str) -> str:
    """A text without „tel.” or „e-mail:” at its front."""
    label = _LABELS.match(text)
    return text[label.end() :] if label else text


def _others(field: str, good: list[str]) -> tuple[Note, ...]:
    others = [part for part in dict.fromkeys(good) if part != good[0]]
    if not others:
        return ()
    params = {"kept": good[0], "left": ", ".join(others)}
    hidden = {name: hide_personal_numbers(text) for name, text in params.items()}
    return (Note("several_values", field, hidden),)
