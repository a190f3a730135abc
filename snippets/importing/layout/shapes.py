"""How a list lies in its table, and what is read off it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from snippets.models import Note

# A row with one of these is broken: its cells are not what their headings say.
REFUSING = frozenset(
    {"row_shifted", "row_swallowed", "cell_too_long", "characters_lost"}
)
MOST_HEADER_ROWS = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the header and the data lie: indices of rows; `data_end` is past the last.

    Without headings `header_rows` is 0.
    """

    header_first: int
    header_rows: int
    data_first: int
    data_end: int

    def to_json(self) -> dict[str, int]:
        """The layout as it is kept with a batch."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """Read a layout that was kept."""
        return cls(**{name: int(kept[name]) for name in cls.__slots__})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list; `index` is its place in the table and in `Record.cells`.

    `heading` joins its `parts`, one of each header row; it is "" over a column that has
    none. `filled` counts the records that say something here.
    """

    index: int
    heading: str
    parts: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    filled: int = 0
    is_hidden: bool = False


@dataclass(slots=True)
class Record:
    """A row of the list; `number` is the row people see, `section` stands above it."""

    number: int
    cells: tuple[str, ...]
    section: str = ""
    notes: tuple[Note, ...] = ()

    @property
    def is_broken(self) -> bool:
        """May nothing be read from it?"""
        return any(note.code in REFUSING for note in self.notes)


@dataclass(slots=True)
class Content:
    """What a list holds; `sections` are counted, `footers` are left out totals."""

    columns: tuple[Column, ...] = ()
    records: list[Record] = field(default_factory=list)
    sections: dict[str, int] = field(default_factory=dict)
    blank_rows: int = 0
    titles: list[str] = field(default_factory=list)
    footers: list[str] = field(default_factory=list)
