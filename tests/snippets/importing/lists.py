"""Lists as offices have them, made up, and the way from one to the register."""

from snippets.importing.fields import FIELDS
from snippets.importing.running import request_check, request_import, start_batch
from snippets.models import ImportBatch, ImportRow
from tests.factories.snippets import made_up_krs

HEADINGS = ("Nazwa", "KRS", "REGON", "NIP", "Miejscowość")
# The rows of a short list.
TWO = (["Fundacja A", made_up_krs(1)], ["Fundacja B", made_up_krs(2)])


def as_csv(*rows, headings=HEADINGS, encoding="utf-8"):
    """The bytes of a list; a row may be shorter than the headings."""
    lines = [";".join(headings)]
    for row in rows:
        cells = [*row, *[""] * (len(headings) - len(row))]
        lines.append(";".join(quoted(cell) for cell in cells))
    return "\r\n".join([*lines, ""]).encode(encoding)


def as_fields(*rows, fields):
    """The bytes of a list whose columns are named by the keys of their fields."""
    return as_csv(*rows, headings=[str(FIELDS[key].label) for key in fields])


def quoted(cell):
    doubled = str(cell).replace('"', '""')
    return f'"{doubled}"' if {'"', ";", "\n"} & set(str(cell)) else str(cell)


def uploaded(content, *, user=None, filename="lista.csv"):
    return start_batch(content=content, filename=filename, user=user)


def checked(content, **kwargs):
    """A batch whose rows have been judged."""
    batch = uploaded(content, **kwargs)
    request_check(batch)
    assert batch.state == ImportBatch.State.CHECKED, batch.problem
    return batch


def imported(content, **kwargs):
    """A batch that has been imported with nothing decided."""
    batch = checked(content, **kwargs)
    request_import(batch, user=kwargs.get("user"))
    assert batch.state == ImportBatch.State.IMPORTED, batch.problem
    return batch


def outcomes(batch):
    return list(batch.rows.values_list("outcome", flat=True))


def row_of(batch, number):
    return ImportRow.objects.get(batch=batch, number=number)


def codes(row):
    return [note.code for note in row.noted]
