"""What a file gives: its sheets, and the cells of one of them as text."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from snippets.models import Note

Merged = tuple[int, int, int, int]


class UnreadableError(Exception):
    """A file, or a sheet of it, that cannot be taken in; its note says why."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.code)
        self.note = note


def refusal(code: str, **params: Any) -> UnreadableError:
    """What to raise for a file that is refused; `params` name the limit or the part."""
    return UnreadableError(Note(code, params=params))


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a file may hold; a refusal names the limit that it passes.

    Sizes in bytes; `ratio` is how many times a part of a package may grow.
    """

    size: int = 20 * 2**20
    unpacked: int = 512 * 2**20
    ratio: int = 250
    parts: int = 2_000
    rows: int = 200_000
    columns: int = 500
    cells: int = 4_000_000
    cell_length: int = 32_767


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """A sheet as a person chooses it; a text file is one sheet without a name."""

    name: str
    rows: int
    columns: int
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the source of a sheet tells before its cells are laid out in memory.

    `rows` and `columns` reach to the last cell with something in it; `broken` are cells
    (row, column, code of a note) that are an error, or a formula never counted, if
    they turn out to be blank.
    """

    rows: int = 0
    columns: int = 0
    broken: tuple[tuple[int, int, str], ...] = ()
    merged: tuple[Merged, ...] = ()
    hidden_columns: frozenset[int] = frozenset()

    def check(self, limits: Limits) -> None:
        """Raise `UnreadableError` for what is past a limit."""
        if self.rows > limits.rows:
            raise refusal("too_many_rows", limit=limits.rows)
        if self.columns > limits.columns:
            raise refusal("too_many_columns", limit=limits.columns)
        check_cells([self], limits)


def check_cells(sheets: Iterable[SheetFacts], limits: Limits) -> None:
    """Raise `UnreadableError` for sheets with more cells together than may be."""
    if sum(sheet.rows * sheet.columns for sheet in sheets) > limits.cells:
        raise refusal("too_many_cells", limit=limits.cells)


@dataclass(slots=True)
class Table:
    """The cells of a sheet as text; rows and columns count from zero, from cell A1.

    `rows` are rectangular, "" is a blank cell; `numbers` are the rows that people see:
    of the spreadsheet, or the line of a text file where the row begins. `merged` are
    first row, first column, last row, last column. `notes` go by index in `rows`.
    `widths` are how many cells a line of a text file had; none in a spreadsheet.
    """

    rows: list[tuple[str, ...]]
    numbers: list[int]
    merged: list[Merged] = field(default_factory=list)
    notes: dict[int, list[Note]] = field(default_factory=dict)
    hidden_columns: frozenset[int] = frozenset()
    widths: list[int] = field(default_factory=list)


class Book(ABC):
    """A file that was opened: what it is, and its sheets."""

    def __init__(
        self,
        kind: str,
        sheets: tuple[SheetInfo, ...],
        *,
        encoding: str = "",
        separator: str = "",
    ) -> None:
        self.kind = kind
        self.sheets = sheets
        self.encoding = encoding
        self.separator = separator

    @abstractmethod
    def table(self, sheet: str = "") -> Table:
        """Read a sheet, or the first visible one that has data.

        Raises `UnreadableError`.
        """

    def chosen(self, name: str = "") -> SheetInfo:
        """Return the sheet of a name, or the first visible one that has data.

        Raises `UnreadableError` if there is none.
        """
        for sheet in self.sheets:
            if name and sheet.name == name:
                return sheet
            if not name and not sheet.is_hidden and sheet.rows:
                return sheet
        if name:
            raise refusal("no_sheet", sheet=name)
        raise refusal("no_data")
