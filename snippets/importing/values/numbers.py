"""Register numbers; one that is wrong is told and not kept."""

from collections.abc import Callable

from snippets.identifiers import (
    Identifier,
    IdentifierStatus,
    read_krs,
    read_nip,
    read_regon,
)
from snippets.models.importing import Note

from .personal import has_personal_number
from .reading import Read, about, one_line

READERS: dict[str, Callable[[object], Identifier]] = {
    "krs": read_krs,
    "nip": read_nip,
    "regon": read_regon,
}


def read_identifier(field: str, text: str) -> Read:
    """Read a register number; one that is wrong leaves the field blank, with a note.

    A number of another register has the code `other_register`; the record moves it.
    """
    line = one_line(text)
    if has_personal_number(line):
        return Read(notes=(Note("pesel", field),))
    found = READERS[field](line)
    if found.status in {IdentifierStatus.VALID, IdentifierStatus.EMPTY}:
        return Read(found.digits)
    if found.status is IdentifierStatus.PADDED:
        restored = about("zeros_restored", field, found.text, digits=found.digits)
        return Read(found.digits, (restored,))
    if found.status is IdentifierStatus.PESEL:
        return Read(notes=(Note("pesel", field),))
    return Read(notes=(about(found.status.value, field, found.text),))
