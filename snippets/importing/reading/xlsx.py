"""What the parts of an XLSX file tell of its sheets before their cells are laid out."""

import posixpath
from collections.abc import Callable, Sequence

from .packages import Attributes, Package, StopReading
from .tables import Limits, SheetFacts, refusal

WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_SHARED = "sharedstrings.xml"
_DIGITS = "0123456789"


def scan_xlsx(package: Package, limits: Limits) -> dict[str, SheetFacts]:
    """Look through all XML parts of the package; return the facts of its sheets."""
    sheets = _sheet_parts(package)
    parts = {part for part in sheets.values() if part in package}
    for name in package.names:
        if name.endswith((".xml", ".rels")) and name not in parts:
            package.check(name)
    lengths = _shared_lengths(package)
    facts = {}
    for part in parts:
        scan = _SheetScan(limits)
        package.parse(part, scan.start)
        facts[part] = scan.facts()
        if scan.shared * max(lengths, default=0) > limits.unpacked:
            _check_shared(package, part, lengths, limits)
    return {name: facts.get(part, SheetFacts()) for name, part in sheets.items()}


def _shared_lengths(package: Package) -> list[int]:
    """How long the texts are that cells point at."""
    lengths: list[int] = []

    def start(name: str, _attributes: Attributes) -> None:
        if name == "si":
            lengths.append(0)

    def text(piece: str) -> None:
        if lengths:
            lengths[-1] += len(piece)

    for name in package.names:
        if posixpath.basename(name) == _SHARED:
            package.parse(name, start, on_text=text)
    return lengths


def _check_shared(
    package: Package, part: str, lengths: Sequence[int], limits: Limits
) -> None:
    """Refuse a sheet whose cells, pointing at the same texts, would fill the memory."""
    shared = False
    number, total = "", 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal shared, number
        if name == "c":
            shared = _as_dict(attributes).get("t") == "s"
        number = ""

    def text(piece: str) -> None:
        nonlocal number
        number += piece if shared else ""

    def end(name: str) -> None:
        nonlocal total, number
        if shared and number and name.rpartition(":")[2] == "v":
            place = _whole(number.strip())
            total += lengths[place] if 0 <= place < len(lengths) else 0
            number = ""
            if total > limits.unpacked:
                raise refusal("unpacked_too_large", limit=limits.unpacked // 2**20)

    package.parse(part, start, on_end=end, on_text=text)


def _sheet_parts(package: Package) -> dict[str, str]:
    """Names of sheets, and in which part of the package each lies."""
    targets: dict[str, str] = {}
    parts: dict[str, str] = {}

    def relation(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            found = _as_dict(attributes)
            if targets.setdefault(found["Id"], found["Target"]) != found["Target"]:
                raise refusal("corrupt")

    def sheet(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            found = _as_dict(attributes)
            if found["name"] in parts:
                raise refusal("corrupt")
            parts[found["name"]] = _part_of(targets.get(found["id"], ""))

    try:
        package.parse(_RELATIONS, relation)
        package.parse(WORKBOOK, sheet)
    except KeyError as problem:
        raise refusal("corrupt") from problem
    return parts


def _part_of(target: str) -> str:
    path = posixpath.normpath(posixpath.join("/xl", target))
    return path.lstrip("/").lower()


def _as_dict(attributes: Attributes) -> dict[str, str]:
    names = [name.rpartition(":")[2] for name in attributes[::2]]
    return dict(zip(names, attributes[1::2], strict=True))


class _SheetScan:
    """Follows the elements of a sheet; stops where its rows pass the limit."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        # Cells that point at a text instead of having one.
        self.shared = 0
        self._rows = self._columns = 0
        self._row = self._column = -1
        self._type = ""
        self._broken: list[tuple[int, int, str]] = []
        self._hidden: set[int] = set()
        self._letters: dict[str, int] = {}
        self._handlers: dict[str, Callable[[Attributes], None]] = {
            "row": self._on_row,
            "c": self._on_cell,
            "f": self._on_formula,
            "v": self._on_value,
            "is": self._on_value,
            "col": self._on_columns,
            "sheetData": self._on_part,
        }

    def start(self, name: str, attributes: Attributes) -> None:
        handle = self._handlers.get(name)
        if handle:
            handle(attributes)

    def facts(self) -> SheetFacts:
        return SheetFacts(
            rows=self._rows,
            columns=self._columns,
            broken=tuple(self._broken),
            hidden_columns=frozenset(self._hidden),
        )

    def _on_part(self, _attributes: Attributes) -> None:
        self._row = -1

    def _on_row(self, attributes: Attributes) -> None:
        self._row += 1
        self._column = -1
        for at in range(0, len(attributes), 2):
            if attributes[at] == "r":
                self._row = _whole(attributes[at + 1]) - 1

    def _on_cell(self, attributes: Attributes) -> None:
        self._column += 1
        self._type = ""
        for at in range(0, len(attributes), 2):
            name = attributes[at]
            if name == "r":
                self._go_to(attributes[at + 1])
            elif name == "t":
                self._type = attributes[at + 1]
                self.shared += self._type == "s"

    def _on_formula(self, _attributes: Attributes) -> None:
        """Only a formula that gives a text may give a blank one."""
        self._extend()
        if self._type not in {"str", "e"}:
            self._broken.append((self._row, self._column, "cell_formula"))

    def _on_value(self, _attributes: Attributes) -> None:
        self._extend()
        if self._type == "e":
            self._broken.append((self._row, self._column, "cell_error"))

    def _on_columns(self, attributes: Attributes) -> None:
        column = _as_dict(attributes)
        if column.get("hidden") in {"1", "true"}:
            first = _whole(column.get("min", "1"))
            last = min(_whole(column.get("max", "1")), self._limits.columns)
            self._hidden.update(range(first - 1, last))

    def _go_to(self, reference: str) -> None:
        letters = reference.rstrip(_DIGITS)
        self._row = _whole(reference[len(letters) :]) - 1
        column = self._letters.get(letters)
        if column is None:
            column = self._letters[letters] = _column_index(letters)
        self._column = column

    def _extend(self) -> None:
        if self._column >= self._columns:
            self._columns = self._column + 1
        if self._row >= self._rows:
            self._rows = self._row + 1
            if self._rows > self._limits.rows:
                raise StopReading


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError as problem:
        raise refusal("corrupt") from problem


def _column_index(letters: str) -> int:
    """A is 0, Z is 25, AA is 26."""
    index = 0
    for letter in letters.upper():
        place = ord(letter) - ord("A") + 1
        if not 1 <= place <= 26:
            raise refusal("corrupt")
        index = index * 26 + place
    if not 1 <= index <= 16_384:
        raise refusal("corrupt")
    return index - 1
