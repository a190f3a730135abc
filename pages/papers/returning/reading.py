"""A table that came back, from the bytes of its file to rows of what was filled in.

Only XLSX is read: the other formats lose what a cell is. Formulas are never run; of
one whose result the spreadsheet has stored, the result is read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from python_calamine import CalamineWorkbook

from pages.papers.keys import KeyRefusedError, RowKey, read_key
from snippets.importing.exporting.texts import plain
from snippets.importing.reading import Book, Limits, Table, open_book
from snippets.importing.reading.cells import column_letter, text_of
from snippets.importing.reading.tables import refusal
from snippets.models import Note

from .headings import KEY, REASONS, RULING, find_columns, has_columns

LIMITS = Limits(unpacked=128 * 2**20, rows=20_000, columns=200, cells=2_000_000)
# Somebody may have put sheets of their own before ours.
SHEETS_LOOKED_THROUGH = 5
# What a spreadsheet could not count or write: nothing is known of such a cell.
BROKEN = frozenset(("cell_error", "cell_formula", "characters_lost"))


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as it was filled in; `number` is the one that a spreadsheet shows.

    `key` is None where there is none, or where it was changed; `notes` then say so.
    """

    number: int
    key: RowKey | None
    ruling: str = ""
    reasons: str = ""
    notes: tuple[Note, ...] = ()


def read_sheet(content: bytes, filename: str) -> list[ReadRow]:
    """Return the rows of a table that came back; wholly blank ones are left out.

    Raises `UnreadableError` for a file that is refused as a whole.
    """
    book = open_book(content, filename, limits=LIMITS)
    if book.kind != "xlsx":
        raise refusal("save_as_xlsx", kind=book.kind.upper(), file=filename)
    name, table = _open_table(book)
    first, columns = find_columns(table.rows)
    rows = list(_read_rows(table, _raw_rows(content, name), first + 1, columns))
    if not rows:
        raise refusal("no_data")
    return rows


def _open_table(book: Book) -> tuple[str, Table]:
    """Return the first visible sheet with our headings, else the first with data."""
    chosen = book.chosen()
    names = [sheet.name for sheet in book.sheets if sheet.rows and not sheet.is_hidden]
    for name in names[:SHEETS_LOOKED_THROUGH]:
        table = book.table(name)
        if has_columns(table.rows):
            return name, table
    return chosen.name, book.table(chosen.name)


def _raw_rows(content: bytes, name: str) -> list[list[str]]:
    """Return the cells of a sheet with their line breaks, which a list does without."""
    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name(name)
    left = [""] * (sheet.start[1] if sheet.start else 0)
    return [left + [text_of(value) for value in row] for row in sheet.iter_rows()]


def _read_rows(
    table: Table, raw: Sequence[Sequence[str]], first: int, columns: dict[str, int]
) -> Iterator[ReadRow]:
    letters = {column_letter(index) for index in columns.values()}
    for index in range(first, len(table.rows)):
        notes = [
            note
            for note in table.notes.get(index, ())
            if note.code in BROKEN and note.params["column"] in letters
        ]
        if not any(table.rows[index]) and not notes:
            continue
        key, wrong = _key_of(table.rows[index][columns[KEY]])
        yield ReadRow(
            number=table.numbers[index],
            key=key,
            ruling=table.rows[index][columns[RULING]],
            reasons=plain(raw[index][columns[REASONS]]),
            notes=(*wrong, *notes),
        )


def _key_of(text: str) -> tuple[RowKey | None, list[Note]]:
    if not text:
        return None, [Note("key_missing")]
    try:
        return read_key(text), []
    except KeyRefusedError:
        return None, [Note("key_broken")]
