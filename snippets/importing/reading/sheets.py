"""Spreadsheets (XLSX, XLS, ODS) as books; their cells are read by calamine."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from .cells import CellReader, cell_note, plain, text_of
from .tables import (
    Book,
    Limits,
    SheetFacts,
    SheetInfo,
    Table,
    UnreadableError,
    check_cells,
    refusal,
)

# Of these all sheets are laid out in memory as soon as the file is opened.
_LAID_OUT_AT_ONCE = frozenset(("xls", "ods"))
_LONGEST_NAME = 255
_NO_FACTS = SheetFacts()


class SheetBook(Book):
    """A spreadsheet whose source was looked through; lays out one sheet at a time."""

    def __init__(
        self,
        content: bytes,
        kind: str,
        facts: dict[str, SheetFacts] | list[SheetFacts],
        limits: Limits,
    ) -> None:
        if len(facts) > limits.parts:
            raise refusal("too_many_parts", limit=limits.parts)
        if kind in _LAID_OUT_AT_ONCE:
            found = facts if isinstance(facts, list) else facts.values()
            check_cells(found, limits)
        with _as_unreadable():
            self._workbook = CalamineWorkbook.from_filelike(BytesIO(content))
            known = self._workbook.sheets_metadata
        if isinstance(facts, list):
            names = [sheet.name for sheet in known]
            facts = dict(zip(names, facts, strict=False))
        sheets = [sheet for sheet in known if sheet.typ == SheetTypeEnum.WorkSheet]
        self._names = [sheet.name for sheet in sheets]
        self._facts = facts
        self._limits = limits
        super().__init__(
            kind,
            tuple(_info(sheet, facts.get(sheet.name, _NO_FACTS)) for sheet in sheets),
        )

    def table(self, sheet: str = "") -> Table:
        name = self._names[self.sheets.index(self.chosen(sheet))]
        facts = self._facts.get(name, _NO_FACTS)
        facts.check(self._limits)
        if not facts.rows:
            raise refusal("no_data")
        with _as_unreadable():
            found = self._workbook.get_sheet_by_name(name)
            return _read(found, facts, self._limits)


def _info(sheet: SheetMetadata, facts: SheetFacts) -> SheetInfo:
    is_hidden = sheet.visible != SheetVisibleEnum.Visible
    return SheetInfo(_kept_name(sheet.name), facts.rows, facts.columns, is_hidden)


def _kept_name(name: str) -> str:
    """The name of a sheet as a database can keep it."""
    if not name.isprintable():
        name, _has_control = plain(name)
    if len(name) > _LONGEST_NAME:
        raise refusal("corrupt")
    return name


def _read(sheet: CalamineSheet, facts: SheetFacts, limits: Limits) -> Table:
    if sheet.start is None:
        raise refusal("no_data")
    reader = CellReader(limits)
    left = [""] * sheet.start[1]
    table = Table([], [], hidden_columns=facts.hidden_columns)
    table.merged = [
        (*first, *last) for first, last in sheet.merged_cell_ranges or ()
    ] or list(facts.merged)
    for index, values in enumerate(sheet.iter_rows()):
        raw = left + [
            value if isinstance(value, str) else text_of(value) for value in values
        ]
        table.rows.append(reader.read(raw))
        table.numbers.append(index + 1)
        if notes := reader.notes(raw, index + 1):
            table.notes[index] = notes
    _note_broken(table, facts)
    return table


def _note_broken(table: Table, facts: SheetFacts) -> None:
    for row, column, code in facts.broken:
        if row < len(table.rows) and not _has_text(table.rows[row], column):
            note = cell_note(code, row + 1, column)
            table.notes.setdefault(row, []).append(note)


def _has_text(row: tuple[str, ...], column: int) -> bool:
    return column < len(row) and row[column] != ""


@contextmanager
def _as_unreadable() -> Iterator[None]:
    """Whatever stops the reader, its own panic too, means that the file is broken."""
    try:
        yield
    except (UnreadableError, KeyboardInterrupt, SystemExit):
        raise
    except PasswordError as problem:
        raise refusal("password") from problem
    except BaseException as problem:
        # A panic in Rust is no Exception.
        raise refusal("corrupt") from problem
