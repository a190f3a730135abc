"""The columns of the table of comments, on paper and in spreadsheets."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from pages.comments.models import WARSAW, OnBehalf

from .kinds import FileForm, PaperRequest
from .rows import PaperRow

# Unlike the dates of a language, it also sorts as a text.
MOMENT = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column: its name, its heading in the active language, how it is filled.

    `width` is its share of the table; those of TABLE_COLUMNS make up one.
    """

    name: str
    heading: Any
    width: float
    value: Callable[[PaperRow], str]


def received(row: PaperRow) -> str:
    """When the comment came, by the clocks of Poland, and whether that was late."""
    moment = row.received.astimezone(WARSAW).strftime(MOMENT)
    if not row.is_late:
        return moment
    late = pgettext("received after the last day", "late")
    return f"{moment}\n{late}"


def who(row: PaperRow) -> str:
    """Who speaks; of a person with a name also in what quality."""
    organisation = str(OnBehalf.ORGANISATION.label)
    if not row.author or row.on_behalf in (row.author, organisation):
        return row.author
    words = {"author": row.author, "quality": row.on_behalf}
    return gettext("%(author)s (%(quality)s)") % words


def clause(row: PaperRow) -> str:
    """Number, title and version of the clause, a line each."""
    return "\n".join(filter(None, (row.clause, row.clause_title, row.version)))


def said(row: PaperRow) -> str:
    """What the author says, and in brackets what the office notes of it."""
    note = f"[{row.state_note}]" if row.state_note else ""
    return "\n".join(filter(None, (row.text, note)))


TABLE_COLUMNS: tuple[PaperColumn, ...] = (
    PaperColumn(
        "order",
        pgettext_lazy("ordinal number", "No."),
        0.03,
        lambda row: str(row.order),
    ),
    PaperColumn("code", _("Number"), 0.05, attrgetter("code")),
    PaperColumn(
        "received",
        pgettext_lazy("column of a table of comments", "Received"),
        0.06,
        received,
    ),
    PaperColumn(
        "channel",
        pgettext_lazy("column of a table of comments", "Channel"),
        0.05,
        attrgetter("channel"),
    ),
    PaperColumn("who", _("Who comments"), 0.07, who),
    PaperColumn("clause", _("Clause"), 0.08, clause),
    PaperColumn("quoted", _("Wording in the draft"), 0.11, attrgetter("quoted")),
    PaperColumn("text", pgettext_lazy("what somebody said", "Comment"), 0.14, said),
    PaperColumn(
        "proposed_wording", _("Proposed wording"), 0.1, attrgetter("proposed_wording")
    ),
    PaperColumn(
        "justification",
        pgettext_lazy("column of a table of comments", "Justification"),
        0.08,
        attrgetter("justification"),
    ),
    PaperColumn("ruling", _("Ruling"), 0.06, attrgetter("ruling_label")),
    PaperColumn("reasons", _("Reasons of the ruling"), 0.1, attrgetter("reasons")),
    PaperColumn("effect", _("What came of it"), 0.07, attrgetter("effect")),
)
# A spreadsheet has room to sort by each.
CLAUSE_COLUMNS = (
    PaperColumn("clause", _("Clause"), 0.05, attrgetter("clause")),
    PaperColumn(
        "clause_title",
        pgettext_lazy("heading that a clause is under", "Heading"),
        0.08,
        attrgetter("clause_title"),
    ),
    PaperColumn("version", _("Version"), 0.06, attrgetter("version")),
)
CONTACT_COLUMNS = (
    PaperColumn("contact", _("Name and e-mail"), 0.1, attrgetter("contact")),
)
KEY_COLUMN = PaperColumn(
    "key", _("Key of the row, do not change it"), 0.1, attrgetter("key")
)


def sheet_columns(request: PaperRequest) -> tuple[PaperColumn, ...]:
    """Return the columns of a spreadsheet, the key last where the file brings it."""
    place = _place_of("clause", TABLE_COLUMNS)
    columns = (*TABLE_COLUMNS[:place], *CLAUSE_COLUMNS, *TABLE_COLUMNS[place + 1 :])
    if request.with_contacts:
        place = _place_of("who", columns) + 1
        columns = (*columns[:place], *CONTACT_COLUMNS, *columns[place:])
    return (*columns, KEY_COLUMN) if request.form == FileForm.XLSX else columns


def _place_of(name: str, columns: tuple[PaperColumn, ...]) -> int:
    return [column.name for column in columns].index(name)
