"""Rows that a stray quotation mark drew into one cell of another row."""

SEPARATORS = (";", ",", "\t")

# One line with as many commas as the row has cells can be an address.
_ENOUGH_LINES = 2


def swallowed_lines(text: str, filled: int) -> int:
    """How many rows lie in the text of a cell, in a row with `filled` cells; 0 if none.

    Each swallowed row has kept its separators: one fewer than the cells of the row.
    """
    lines = text.splitlines()
    whole = lines[:-1]
    if filled < 3 or len(whole) < _ENOUGH_LINES:
        return 0
    for separator in SEPARATORS:
        alike = sum(1 for line in whole if line.count(separator) == filled - 1)
        if alike >= _ENOUGH_LINES and alike * 2 > len(whole):
            return len(lines)
    return 0
