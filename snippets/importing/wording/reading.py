"""What is said of a file and of cells that could not be read."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The file, or the sheet, is not taken in at all.
REFUSED = {
    "empty": _("The file “%(file)s” is empty."),
    "file_too_large": _(
        "The file “%(file)s” is too large: at most %(limit)s MB are taken. Divide the "
        "list into several files."
    ),
    "not_a_list": _(
        "The file “%(file)s” is not a list but a file of another kind (%(kind)s), "
        "whatever its name says. Upload an XLSX, XLS, ODS or CSV file."
    ),
    "save_as_xlsx": _(
        "The file “%(file)s” is in a format that is not read here (%(kind)s), whatever "
        "its name says. Open it in a spreadsheet, save it as XLSX and upload that."
    ),
    "password": _(
        "The file is protected by a password. Save it without one and upload it again."
    ),
    "corrupt": _(
        "The file is damaged and cannot be read. Open it in a spreadsheet, save it "
        "again and upload that."
    ),
    "not_text": _("The file is neither a spreadsheet nor a text file."),
    "unpacked_too_large": _(
        "The file is refused: unpacked it would be larger than %(limit)s MB."
    ),
    "unpacked_too_dense": _(
        "The file is refused: a part of it grows more than %(limit)s times when it is "
        "unpacked."
    ),
    "unpacked_past_size": _(
        "The file is refused: a part of it is larger than the file says."
    ),
    "too_many_parts": _("The file is refused: it has more than %(limit)s parts."),
    "xml_entities": _(
        "The file is refused: it defines document types or entities, which no "
        "spreadsheet program writes."
    ),
    "too_many_rows": _(
        "The sheet has too many rows: at most %(limit)s are taken. Divide the list "
        "into several files."
    ),
    "too_many_columns": _(
        "The sheet has too many columns: at most %(limit)s are taken. Delete those "
        "that are not needed."
    ),
    "too_many_cells": _(
        "The sheet is too large: at most %(limit)s cells are taken, rows times "
        "columns. Delete cells far from the list, or divide it into several files."
    ),
    "wrong_encoding": _(
        "The text of the file is not encoded as %(encoding)s. Choose another encoding, "
        "or let it be found out."
    ),
    "wrong_separator": _(
        "The cells of the file are not separated by the character that was chosen. "
        "Choose another one, or let it be found out."
    ),
    "no_sheet": _("The file has no sheet called “%(sheet)s”."),
    "no_data": _("There is nothing in the sheets of the file."),
}

# The row is taken in without the cell, or as the text says.
CELLS = {
    "cell_error": _(
        "Cell %(column)s%(row)s holds an error instead of a value. It was read as "
        "blank."
    ),
    "cell_formula": _(
        "Cell %(column)s%(row)s holds a formula that was never calculated. It was read "
        "as blank. Open the file in a spreadsheet and save it again."
    ),
    "control_characters": _(
        "Cell %(column)s%(row)s held characters that are not printed. They were left "
        "out."
    ),
    "stray_quote": _(
        "Row %(row)s: the text in column %(column)s begins with a quotation mark that "
        "does not hold the cell together. The line was read by itself."
    ),
}

# The row is refused.
BROKEN = {
    "cell_too_long": _(
        "Cell %(column)s%(row)s is longer than %(limit)s characters. The row was not "
        "taken."
    ),
    "characters_lost": _(
        "Cell %(column)s%(row)s has letters that cannot be read. The row was not taken."
    ),
    "row_swallowed": _(
        "Cell %(column)s%(row)s has swallowed other rows of the list, %(lines)s lines "
        "in all, because of a stray quotation mark. None of them was taken."
    ),
}

READING: dict[str, Promise] = {**REFUSED, **CELLS, **BROKEN}
