"""A row's cells to the values of an organisation, and what is to be said of them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from snippets.importing.fields import FIELDS
from snippets.models import Organisation
from snippets.models.importing import Note

from .addresses import with_address
from .choices import read_legal_form, read_status, read_yes_no, reads_as_legal_form
from .codes import SPHERE_CODES, read_spheres, read_teryt
from .contacts import read_email, read_people, read_phone, read_website
from .dates import read_date
from .names import read_aliases, read_name, read_other_body
from .numbers import read_identifier
from .personal import has_personal_number, hide_personal_numbers
from .places import read_county, read_postcode, read_town, read_voivodeship
from .reading import BLANK, Read, about, is_blank, limit_of, many_lines, one_line

REFUSING = frozenset(("name_missing", "name_too_long"))
# The number of a phone may look like anything; the other texts must name nobody so.
_MAY_HOLD_ANY_NUMBER = frozenset(
    # Those of register numbers and of contact persons see to it themselves.
    ("phone", "email", "website", "contact_persons", "krs", "nip", "regon")
)
_LIMITS = {
    key: limit_of(Organisation, key)
    for key in FIELDS
    if key not in {"aliases", "house", "flat", "spheres", "parent", "contact_persons"}
} | {"parent": limit_of(Organisation, "name")}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What a row says: values that are not blank; a refused row says nothing of use."""

    values: dict[str, Any] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    @property
    def is_refused(self) -> bool:
        return any(note.code in REFUSING for note in self.notes)


def _read_line(_field: str, text: str) -> Read:
    line = one_line(text)
    return BLANK if is_blank(line) else Read(line)


def _read_text(_field: str, text: str) -> Read:
    lines = many_lines(text)
    return BLANK if is_blank(lines) else Read(lines)


_READERS: dict[str, Callable[[str, str], Read]] = {
    "name": read_name,
    "aliases": read_aliases,
    "legal_form": read_legal_form,
    "krs": read_identifier,
    "nip": read_identifier,
    "regon": read_identifier,
    "opp": read_yes_no,
    "opp_since": read_date,
    "postcode": read_postcode,
    "city": read_town,
    "municipality": read_town,
    "county": read_county,
    "voivodeship": read_voivodeship,
    "teryt": read_teryt,
    "acts_in_city": read_yes_no,
    "parent": read_other_body,
    "spheres": read_spheres,
    "website": read_website,
    "email": read_email,
    "phone": read_phone,
    "about": _read_text,
    "status": read_status,
    "verified_at": read_date,
    "contact_persons": read_people,
    "private_note": _read_text,
}


def clean_record(
    cells: Mapping[str, str | list[str]],
    *,
    section: str = "",
    known_spheres: Collection[str] = SPHERE_CODES,
) -> Cleaned:
    """Read the cells of a row, by the field that each is read into.

    A section says the legal form of rows that do not say it themselves, when it reads
    as one. Several cells of one field stand below each other.
    """
    texts = {key: _joined(cell) for key, cell in cells.items() if key in FIELDS}
    if "name" not in texts:
        texts["name"] = ""
    if is_blank(one_line(texts.get("legal_form", ""))) and reads_as_legal_form(section):
        texts["legal_form"] = section
    values: dict[str, Any] = {}
    notes: list[Note] = []
    for key, text in with_address(texts).items():
        read = clean_value(key, text, known_spheres=known_spheres)
        notes += read.notes
        if read.value != "":
            values[key] = read.value
    return Cleaned(values, _moved_number(values, notes))


def clean_value(
    key: str, text: str, *, known_spheres: Collection[str] = SPHERE_CODES
) -> Read:
    """Read one cell into one field."""
    if not text or text.isspace():
        return read_name(key, "") if key == "name" else BLANK
    hidden: tuple[Note, ...] = ()
    if key not in _MAY_HOLD_ANY_NUMBER and has_personal_number(text):
        text, hidden = hide_personal_numbers(text), (Note("pesel", key),)
    if key == "spheres":
        read = read_spheres(key, text, known_spheres)
    else:
        read = _READERS.get(key, _read_line)(key, text)
    return _fitting(key, Read(read.value, hidden + read.notes))


def _fitting(key: str, read: Read) -> Read:
    """The value if its field has room for it, else a note of how much it has."""
    if read.value == []:
        return Read(notes=read.notes)
    limit = _LIMITS.get(key)
    if not limit or not isinstance(read.value, str) or len(read.value) <= limit:
        return read
    return Read(notes=(*read.notes, Note("value_too_long", key, {"limit": limit})))


def _moved_number(values: dict[str, Any], notes: list[Note]) -> tuple[Note, ...]:
    """Let a number of another register that stood as KRS number go to its field."""
    told = []
    for note in notes:
        if note.code == "other_register":
            number = note.params["text"]
            if values.setdefault("other_register_number", number) != number:
                note = about("other_register_taken", note.field, number)
        told.append(note)
    return tuple(told)


def _joined(cell: str | list[str]) -> str:
    return cell if isinstance(cell, str) else "\n".join(filter(None, cell))
