"""What a row of a list is, by its cells alone: blank, a total, a remark, numbering."""

import re
from collections.abc import Sequence
from statistics import median

Row = tuple[str, ...]

_TOTAL = re.compile(
    r"(?:razem|og[oó][lł]em|suma|[lł][aą]cznie|w sumie|total|sum)"
    r"(?:[ :]+(?:liczba|wszystkich|organizacji|podmiotów|stowarzyszeń|fundacji|pozycji"
    r"|wpisów|of|organi[sz]ations|[0-9]+))*\W*",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[0-9][0-9 .,]{0,8}(?:zł|%)?")
# These begin nobody's name.
_REMARK = re.compile(
    r"\*|opracowa(?:nie|ł|ła|no)\b|sporządz(?:ił|iła|ono|enie)\b|wygenerowano\b"
    r"|stan na\b|data (?:sporządzenia|wydruku|aktualizacji)\b"
    r"|(?:strona|str\.|page) [0-9]+|prepared by\b|generated (?:on|by)\b|as of\b",
    re.IGNORECASE,
)
# These may: „Źródło Nadziei”.
_DOUBTFUL_REMARK = re.compile(
    r"(?:źródł[oa]|sources?|uwag[ai]|objaśnieni[ae]|legenda|notes?)\b(\s*:)?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"[0-9]{1,6}[.)]?")
_NUMBERING = re.compile(r"\(?(?:kol\. ?)?([0-9]{1,3})[.)]?")
_DATA = re.compile(
    r"[0-9]{5}|@|https?://|\bwww\.|^[0-9]{2}-[0-9]{3}\b|^[0-9]{1,4}[-./][0-9]{1,2}[-./]"
    r"|^\W*[0-9][0-9\s.,]*(?:%|zł)?$"
)
_FEW = 2


def filled(row: Row) -> int:
    """How many cells are not blank."""
    return len(row) - row.count("")


def first_filled(row: Row) -> int:
    """The place of the first cell that is not blank, in a row that has one."""
    return next(index for index, cell in enumerate(row) if cell)


def text_of_row(row: Row) -> str:
    """A title or a remark, whatever cells it is spread over."""
    return " ".join(cell for cell in row if cell)


def usual_fill(rows: Sequence[Row]) -> int:
    """How many filled cells the rows of the list have, blank rows left out."""
    counts = [count for row in rows if (count := filled(row))]
    return int(median(counts)) if counts else 0


def is_blank(row: Row, usual: int) -> bool:
    """Is nothing in it, or only an ordinal number typed in advance?"""
    count = filled(row)
    if count != 1 or usual < _FEW:
        return count == 0
    return bool(_ORDINAL.fullmatch(row[first_filled(row)]))


def is_total(row: Row) -> bool:
    """„Razem; 113”: a word for a total, and beside it nothing but small numbers."""
    first = next(filter(None, row), "")
    if not _TOTAL.fullmatch(first):
        return False
    cells = [cell for cell in row if cell]
    return all(_COUNT.fullmatch(cell) for cell in cells[1:])


def is_remark(row: Row, usual: int) -> bool:
    """A source, an author, a footnote: one cell, or a label with what it labels."""
    if not 0 < filled(row) < max(min(usual, _FEW + 1), _FEW):
        return False
    cells = [cell for cell in row if cell]
    if len(cells) > 1 and not cells[0].endswith((":", "*")):
        return False
    if _REMARK.match(cells[0]):
        return True
    doubtful = _DOUBTFUL_REMARK.match(cells[0])
    return bool(doubtful and (doubtful[1] or usual > _FEW))


def is_numbering(row: Row) -> bool:
    """The row of official tables that numbers the columns: 1, 2, 3 …"""
    found = [_NUMBERING.fullmatch(cell) for cell in row if cell]
    numbers = [int(match[1]) for match in found if match]
    return (
        len(numbers) == len(found) > _FEW
        and numbers[0] in {0, 1}
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )


def is_data_like(cell: str) -> bool:
    """A number, a date, an address of the net: more likely data than a heading."""
    return bool(_DATA.search(cell))


def is_same(row: Row, other: Row) -> bool:
    """Do two rows say the same, in capitals or not?"""
    return all(
        cell == said or cell.casefold() == said.casefold()
        for cell, said in zip(row, other, strict=True)
    )
