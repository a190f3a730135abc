"""Where the header of a list is: the row of names, rows over it and rows under it."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from snippets.folding import fold
from snippets.importing.reading import Table

from .rows import Row, filled, is_data_like, is_numbering, is_same, usual_fill
from .shapes import MOST_HEADER_ROWS

IsKnown = Callable[[str], bool]

_SEARCHED_ROWS = 60
_SAMPLE_ROWS = 200
_LOOKED_UNDER = 30
_LONGEST_HEADING = 80
_LONGEST_GROUP = 60
_LONG = 15

_TITLE = re.compile(
    r"(?:wykaz|rejestr|lista|ewidencja|spis|zestawienie|stan na|dane na|aktualizacja"
    r"|list of|register of|as of)\b."
)
# A row that begins like this holds an organisation, not headings.
_NAME = re.compile(
    r"(?:fundacja|stowarzyszenie|klub|uczniowski klub|zwiazek|towarzystwo|ochotnicza"
    r"|kolo|osrodek|parafia|caritas|foundation|association)\b."
)
_HINT = re.compile(
    r"\b(?:np\.|e\.g\.|m\.in\.|należy|prosz[ęe]|wpis[zać]+|poda[ćj]|wybierz|format"
    r"|cyfr\w*|if applicable|jeśli dotyczy)",
    re.IGNORECASE,
)


def find_header(table: Table, is_known: IsKnown) -> tuple[int, int]:
    """The first row of the header and the number of its rows; 0 if it has none."""
    names = _known_names(table.rows, is_known)
    if names is None:
        names = _likely_names(table.rows)
    if names is None:
        return _first_data(table.rows), 0
    first = last = names
    while last - first + 1 < MOST_HEADER_ROWS and _is_over(table, first):
        first -= 1
    while last - first + 1 < MOST_HEADER_ROWS and _is_under(table, last, is_known):
        last += 1
    return first, last - first + 1


def is_explanation(row: Row, names: Row, under: Sequence[Row]) -> bool:
    """Does it say how to fill the columns in, or number them?

    `under` are the rows that come next: prose over a column of numbers is no record.
    """
    if filled(row) <= 1 or is_same(row, names):
        return False
    if is_numbering(row):
        return True
    if any(is_data_like(cell) for cell in row):
        return False
    hints = sum(1 for cell in row if _HINT.search(cell))
    breaks = [cell for cell in _over_numbers(row, under) if len(cell) >= _LONG]
    return len(breaks) > 1 or (hints > 0 and (bool(breaks) or hints * 3 > filled(row)))


def _known_names(rows: list[Row], is_known: IsKnown) -> int | None:
    best, most = None, 0
    for index, row in enumerate(rows[:_SEARCHED_ROWS]):
        known = sum(1 for cell in row if cell and is_known(cell))
        if known > most and (known > 1 or known * 2 >= filled(row)):
            best, most = index, known
    if best is not None and most == 1 and filled(rows[best]) == 1:
        # One known word above a table of many columns is its title.
        return best if usual_fill(rows[:_SAMPLE_ROWS]) <= 1 else None
    return best


def _likely_names(rows: list[Row]) -> int | None:
    """Without a heading that we know: the first full row, unlike those below it."""
    index = _first_data(rows)
    if index >= len(rows):
        return None
    row, under = rows[index], rows[index + 1 : index + 1 + _LOOKED_UNDER]
    cells = [cell for cell in row if cell]
    if any(is_data_like(cell) or len(cell) > _LONGEST_HEADING for cell in cells):
        return None
    if any(_NAME.match(fold(cell)) for cell in cells) or not under:
        return None
    recurs = any(
        cell and any(cell == other[place] for other in under)
        for place, cell in enumerate(row)
    )
    return None if recurs or max(Counter(cells).values()) > 2 else index


def _first_data(rows: list[Row]) -> int:
    """The first row about as full as most."""
    usual = usual_fill(rows[:_SAMPLE_ROWS])
    for index, row in enumerate(rows):
        if filled(row) * 5 >= usual * 3 and filled(row):
            return index
    return len(rows)


def _is_over(table: Table, first: int) -> bool:
    """Is the row above the header a row of it: names of groups of columns?"""
    if first == 0 or not filled(table.rows[first - 1]):
        return False
    row, names = table.rows[first - 1], table.rows[first]
    for top, left, bottom, right in table.merged:
        if top < first <= bottom:
            return True
        if top == bottom == first - 1 and _is_part(left, right, names):
            return True
    cells = [cell for cell in row if cell]
    columns = sum(1 for pair in zip(row, names, strict=True) if any(pair))
    return (
        1 < len(cells) < columns
        and all(_is_group_name(cell) for cell in cells)
        and _spans(row, names)
    )


def _is_part(left: int, right: int, names: Row) -> bool:
    """Does a merged cell reach over some columns, and not over all as a title does?"""
    outside = names[:left] + names[right + 1 :]
    return right > left and any(outside) and any(names[left : right + 1])


def _is_group_name(cell: str) -> bool:
    return (
        len(cell) <= _LONGEST_GROUP
        and not is_data_like(cell)
        and not _TITLE.match(fold(cell))
    )


def _spans(row: Row, names: Row) -> bool:
    """Is a cell over a name followed by a blank cell over another name?"""
    return any(
        row[at] and not row[at + 1] and names[at] and names[at + 1]
        for at in range(len(row) - 1)
    )


def _is_under(table: Table, last: int, is_known: IsKnown) -> bool:
    """Is the row below the header a row of it: names in groups, or explanations?"""
    if last + 1 >= len(table.rows):
        return False
    if any(top <= last < bottom for top, _, bottom, _ in table.merged):
        return True
    row, names = table.rows[last + 1], table.rows[last]
    cells = [cell for cell in row if cell]
    if len(cells) <= 1 or is_same(row, names):
        return False
    known = sum(1 for cell in cells if is_known(cell))
    if known * 2 >= len(cells) and not any(is_data_like(cell) for cell in cells):
        return True
    under = table.rows[last + 2 : last + 2 + _LOOKED_UNDER]
    return is_explanation(row, names, under)


def _over_numbers(row: Row, under: Sequence[Row]) -> list[str]:
    """Cells without a number in columns that hold numbers below."""
    found = []
    for place, cell in enumerate(row):
        values = [other[place] for other in under if other[place]]
        numbers = sum(1 for value in values if is_data_like(value))
        if cell and values and numbers * 5 >= len(values) * 4:
            found.append(cell)
    return found
