"""What an ODS file tells of its sheets before their cells are laid out.

A row or cell of ODS may say that it is repeated a million times: the sizes found here
count that, without laying anything out; so do the lengths of the texts.
"""

from collections.abc import Callable

from .packages import Attributes, Package
from .tables import Limits, Merged, SheetFacts, refusal

CONTENT = "content.xml"
_MANIFEST = "meta-inf/manifest.xml"
_LONGEST_COUNT = 9
_ROW, _TABLE = "table:table-row", "table:table"
_CELLS = frozenset(("table:table-cell", "table:covered-table-cell"))
_TEXTS = ("office:string-value", "table:formula")
# Any of them makes a cell that the reader lays out.
_FILLING = frozenset(
    (
        *_TEXTS,
        "office:value-type",
        "office:value",
        "office:date-value",
        "office:time-value",
        "office:boolean-value",
    )
)

_Named = dict[str, str]


def scan_ods(package: Package, limits: Limits) -> dict[str, SheetFacts]:
    """Look through all XML parts; return the facts of the sheets by name."""
    if _MANIFEST in package:
        package.parse(_MANIFEST, _refuse_encrypted)
    for name in package.names:
        if name.endswith((".xml", ".rdf")) and name not in {CONTENT, _MANIFEST}:
            package.check(name)
    scan = _ContentScan(limits)
    package.parse(CONTENT, scan.start, on_end=scan.end, on_text=scan.text)
    return scan.facts()


def _refuse_encrypted(name: str, _attributes: Attributes) -> None:
    if name == "encryption-data":
        raise refusal("password")


class _SheetScan:
    """What was seen of one sheet up to now."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self.broken: list[tuple[int, int, str]] = []
        self.merged: list[Merged] = []
        self.hidden: set[int] = set()
        self.next_row = self.next_column = 0
        self.declared_columns = 0
        self.row_repeats = 1


class _ContentScan:
    """Follows the elements of content.xml."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._sheets: dict[str, _SheetScan] = {}
        self._sheet = _SheetScan()
        self._open: set[str] = set()
        # How many cells get the text that is being read, and what all got until now.
        self._copies = self._letters = 0
        self._handlers: dict[str, Callable[[_Named], None]] = {
            "table": self._on_table,
            "table-column": self._on_columns,
            "table-row": self._on_row,
            "table-cell": self._on_cell,
            "covered-table-cell": self._on_cell,
            "p": self._on_text,
            "s": self._on_spaces,
        }

    def start(self, name: str, attributes: Attributes) -> None:
        handle = self._handlers.get(name)
        if handle:
            handle(dict(zip(attributes[::2], attributes[1::2], strict=True)))

    def end(self, name: str) -> None:
        if name in _CELLS:
            self._copies = 0
        else:
            self._open.discard(name)

    def text(self, text: str) -> None:
        self._add_letters(len(text))

    def facts(self) -> dict[str, SheetFacts]:
        return {
            name: SheetFacts(
                rows=sheet.rows,
                columns=sheet.columns,
                broken=tuple(sheet.broken),
                merged=tuple(sheet.merged),
                hidden_columns=frozenset(sheet.hidden),
            )
            for name, sheet in self._sheets.items()
        }

    def _on_table(self, attributes: _Named) -> None:
        self._enter(_TABLE)
        self._sheet = _SheetScan()
        # What a link to another file was last seen to hold has no name: no sheet.
        name = attributes.get("table:name")
        if name is None:
            return
        if name in self._sheets:
            raise refusal("corrupt")
        self._sheets[name] = self._sheet

    def _on_columns(self, attributes: _Named) -> None:
        sheet = self._sheet
        first = sheet.declared_columns
        sheet.declared_columns += _count(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility") in {"collapse", "filter"}:
            last = min(sheet.declared_columns, self._limits.columns)
            sheet.hidden.update(range(first, last))

    def _on_row(self, attributes: _Named) -> None:
        self._enter(_ROW)
        sheet = self._sheet
        sheet.row_repeats = _count(attributes, "table:number-rows-repeated")
        sheet.next_row += sheet.row_repeats
        sheet.next_column = 0

    def _on_cell(self, attributes: _Named) -> None:
        sheet = self._sheet
        row, column = sheet.next_row - sheet.row_repeats, sheet.next_column
        repeats = _count(attributes, "table:number-columns-repeated")
        sheet.next_column += repeats
        if not _FILLING.isdisjoint(attributes):
            self._copies = repeats * sheet.row_repeats
            self._add_letters(sum(len(attributes.get(name, "")) for name in _TEXTS))
            self._on_text(attributes)
        if attributes.get("calcext:value-type") == "error":
            sheet.broken.append((row, column, "cell_error"))
        last_row = row + _count(attributes, "table:number-rows-spanned") - 1
        last_column = column + _count(attributes, "table:number-columns-spanned") - 1
        if (last_row, last_column) != (row, column):
            sheet.merged.append((row, column, last_row, last_column))

    def _on_text(self, _attributes: _Named) -> None:
        sheet = self._sheet
        sheet.rows = max(sheet.rows, sheet.next_row)
        sheet.columns = max(sheet.columns, sheet.next_column)

    def _on_spaces(self, attributes: _Named) -> None:
        self._add_letters(_count(attributes, "text:c"))

    def _add_letters(self, count: int) -> None:
        self._letters += count * self._copies
        if self._letters > self._limits.unpacked:
            raise refusal("unpacked_too_large", limit=self._limits.unpacked // 2**20)

    def _enter(self, name: str) -> None:
        """The reader takes rows of a table within a table for rows of the outer one."""
        if name in self._open:
            raise refusal("corrupt")
        self._open.add(name)


def _count(attributes: _Named, name: str) -> int:
    text = attributes.get(name, "1")
    if not text.isdecimal() or len(text) > _LONGEST_COUNT:
        raise refusal("corrupt")
    return max(1, int(text))
