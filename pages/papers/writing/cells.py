"""A comment as one row of a printed table: fourteen columns grouped into seven.

So much text does not fit beside each other on a page; offices name each part in bold.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.comments.models import WARSAW
from pages.papers.columns import CLAUSE_COLUMNS, CONTACT_COLUMNS, TABLE_COLUMNS
from pages.papers.rows import PaperRow

# Parts are named as the columns of the spreadsheets are.
LABELS = {
    column.name: column.heading
    for column in (*TABLE_COLUMNS, *CLAUSE_COLUMNS, *CONTACT_COLUMNS)
}

# Shares of the width of the page, in the order of the headings.
WIDTHS = (4, 11, 14, 19, 26, 17, 11)
# A row of at most so many characters is short enough to stay on one page.
KEPT_TOGETHER = 1200


@dataclass(frozen=True, slots=True)
class Part:
    """A text in a cell, and its name in bold; without a name the text may be bold."""

    text: str
    label: str = ""
    is_bold: bool = False


Cell = Sequence[Part]


def headings() -> Sequence[str]:
    """Return the headings of the columns."""
    return (
        str(LABELS["order"]),
        pgettext("column of a table of comments", "Number and receipt"),
        str(LABELS["who"]),
        pgettext("column of a table of comments", "Clause and its wording"),
        str(LABELS["text"]),
        pgettext("column of a table of comments", "Official answer"),
        str(LABELS["effect"]),
    )


def cells_of(row: PaperRow) -> Sequence[Cell]:
    """Return the cells of a comment; parts that are empty are left out."""
    return [
        [part for part in cell if part.text]
        for cell in (
            (Part(str(row.order)),),
            _receipt(row),
            _author(row),
            _clause(row),
            _comment(row),
            (Part(row.ruling_label, is_bold=True), Part(row.reasons)),
            (Part(row.effect),),
        )
    ]


def length_of(cells: Sequence[Cell]) -> int:
    """Return how many characters the parts of a row have."""
    return sum(len(part.text) for cell in cells for part in cell)


def _receipt(row: PaperRow) -> Cell:
    return (
        Part(row.code, is_bold=True),
        Part(date_format(row.received.astimezone(WARSAW), "SHORT_DATETIME_FORMAT")),
        Part(row.channel),
        Part(_("after the last day") if row.is_late else "", is_bold=True),
    )


def _author(row: PaperRow) -> Cell:
    kind = row.on_behalf if row.on_behalf != row.author else ""
    return (Part(row.author), Part(kind), Part(row.contact, str(LABELS["contact"])))


def _clause(row: PaperRow) -> Cell:
    title = row.clause_title if row.clause_title != row.clause else ""
    return (
        Part(row.clause or _("the whole version"), is_bold=True),
        Part(title),
        Part(row.version, str(LABELS["version"])),
        Part(row.quoted, str(LABELS["quoted"])),
    )


def _comment(row: PaperRow) -> Cell:
    return (
        Part(row.state_note, is_bold=True),
        Part(row.text, row.kind[:1].upper() + row.kind[1:]),
        Part(row.proposed_wording, str(LABELS["proposed_wording"])),
        Part(row.justification, str(LABELS["justification"])),
    )
