"""Texts that a spreadsheet would run as formulas, made harmless in CSV files.

The cells of XLSX and ODS files carry their type; a cell of CSV is whatever the
spreadsheet takes it for. An apostrophe in front says that it is text. OWASP, CSV
injection: https://owasp.org/www-community/attacks/CSV_Injection
"""

# The wide forms: East Asian editions of spreadsheets run them as well.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def disarm(text: str) -> str:
    """Return the text as a CSV cell that stays text: „=1+1” becomes „'=1+1”."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
