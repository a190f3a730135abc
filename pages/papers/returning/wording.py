"""What is said of a table that came back, and of its rows, in words."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pages.comments.models import Ruling
from pages.comments.states import State
from snippets.importing.wording import word as word_reading
from snippets.models import Note

# The table is refused as a whole.
REFUSED: dict[str, Promise] = {
    "file_too_large": _(
        "The file “%(file)s” is too large: at most %(limit)s MB are taken."
    ),
    "not_a_list": _(
        "The file “%(file)s” is not a spreadsheet but a file of another kind "
        "(%(kind)s), whatever its name says. Upload the XLSX file that was taken here."
    ),
    "not_text": _(
        "The file is no spreadsheet. Upload the XLSX file that was taken here."
    ),
    "too_many_rows": _("The sheet has too many rows: at most %(limit)s are taken."),
    "column_missing": _(
        "The file has no column “%(column)s”. These headings were found: "
        "%(found)s. Give the column its name back, or take the table again."
    ),
    "columns_missing": _(
        "The file has no headings of a table of comments. A column "
        "“%(column)s” is needed. Take the table again and fill it in."
    ),
    "column_twice": _(
        "The file has the column “%(column)s” more than once. Delete the "
        "one that does not count."
    ),
    "other_consultation": _(
        "The file is the table of another consultation: %(title)s. Bring it back there."
    ),
    "unknown_consultation": _(
        "The file has rows of another consultation. Nothing of it was read."
    ),
    "file_gone": _("The table is not kept any more. Bring it back again."),
}
# A row is refused, or something about it should be known.
ROWS: dict[str, Promise] = {
    "key_missing": _(
        "The row has no key in the last column, so nobody can tell whose comment it "
        "answers. Copy the key from the table that was taken here, or delete the row."
    ),
    "key_broken": _(
        "The key in the last column was changed. Copy it from the table that was taken "
        "here."
    ),
    "comment_unknown": _("There is no such comment in this consultation."),
    "row_doubled": _(
        "The comment has several rows that say different things: %(rows)s. Leave one."
    ),
    "ruling_unknown": _("“%(ruling)s” is no ruling. These are: %(rulings)s."),
    "reasons_too_long": _(
        "The reasons have %(n)s characters, and %(most)s is the most."
    ),
    "cell_error": _("Cell %(column)s%(row)s holds an error instead of a value."),
    "cell_formula": _(
        "Cell %(column)s%(row)s holds a formula without a result. Formulas are not "
        "counted here: put the text itself into the cell."
    ),
    "answer_differs": _(
        "One answer covers %(codes)s, but their rows say different things. Write the "
        "same into all, or leave all but one blank."
    ),
    "answer_published": _(
        "The answer is published: it can only be corrected by a new version, which is "
        "started on the page of the answer."
    ),
    "comment_state": _("The comment cannot be answered now. It is: %(state)s."),
    "approved_anew": _("The answer was approved: it has to be approved anew."),
    "lacks_ruling": _(
        "The answer has no ruling yet and cannot be approved without one."
    ),
    "lacks_reasons": _("It has no reasons yet, and cannot be approved without."),
}
# Nothing of a table that was confirmed is written.
NOT_TAKEN: dict[str, Promise] = {
    "no_right": _("You may not draft answers any more. Nothing was written."),
    "not_as_seen": _(
        "Something changed since you looked at the differences. Nothing was written."
    ),
    "has_problems": _("The table has problems. Nothing was written."),
    "has_conflicts": _(
        "Somebody wrote into some of the answers since the table was taken. Nothing "
        "was written."
    ),
    "write_refused": _("Nothing was written: %(why)s"),
    "failed": _(
        "Something went wrong and nothing was written. Try again; if it happens again, "
        "tell whoever looks after the site."
    ),
}
TEXTS = {**REFUSED, **ROWS, **NOT_TAKEN}


def word(note: Note) -> str:
    """Return a note as a sentence."""
    if note.code not in TEXTS:
        return word_reading(note)
    return str(TEXTS[note.code]) % {**note.params, **_labels(note)}


def _labels(note: Note) -> dict[str, Any]:
    """Return what a note speaks of in the words of whoever reads it."""
    if note.code == "ruling_unknown":
        return {"rulings": ", ".join(str(ruling.label) for ruling in Ruling)}
    if note.code == "comment_state":
        return {"state": State(note.params["state"]).label}
    return {}
