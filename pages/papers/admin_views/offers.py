"""What the page of the papers says of a consultation and of each paper."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from pages.comments.models import Consultation, Phase, PublicComment
from pages.comments.states import OPEN, State
from pages.papers.jobs import MOST_IN_PDF, is_too_long
from pages.papers.kinds import FORMS, FileForm, Paper
from pages.papers.protocol.facts import day

SAID = {
    Paper.TABLE: gettext_lazy(
        "All comments in their order, each with its clause, ruling and reasons. In "
        "Excel, rulings and reasons can be filled in and brought back; Word and PDF "
        "are for printing; CSV and JSON are for other programs and for open data."
    ),
    Paper.PROTOCOL: gettext_lazy(
        "The report on how the consultation went, with the table of comments in it: "
        "to be signed, published and attached to the draft resolution."
    ),
    Paper.PARAGRAPH: gettext_lazy(
        "How the programme was made and how the consultation went: the law asks for it "
        "in the programme itself (art. 5a ust. 4 pkt 10). Copy it or take it as a file."
    ),
}
BUTTONS = {
    FileForm.XLSX: gettext_lazy("Excel (XLSX)"),
    FileForm.DOCX: gettext_lazy("Word (DOCX)"),
    FileForm.PDF: "PDF",
    FileForm.CSV: "CSV",
    FileForm.JSON: "JSON",
}
NUMBERS = {
    "comments": pgettext_lazy("number of comments", "registered"),
    "answered": pgettext_lazy("number of comments", "answered"),
    "waiting": pgettext_lazy("number of comments", "waiting for an answer"),
    "hidden": pgettext_lazy("number of comments", "hidden"),
    "withdrawn": pgettext_lazy("number of comments", "withdrawn"),
}


@dataclass(frozen=True, slots=True)
class OfferedPaper:
    """A paper, what it is for, and a button for each kind of file."""

    paper: Paper
    buttons: tuple[tuple[str, Any], ...]

    @property
    def heading(self) -> Any:
        """Its name."""
        return capfirst(self.paper.label)

    @property
    def said(self) -> Any:
        """A sentence or two on what it is for."""
        return SAID[self.paper]


def offered_papers(rows: int) -> list[OfferedPaper]:
    """Return the papers of so many comments; the files that most want come first."""
    return [
        OfferedPaper(
            paper,
            tuple(
                (f"{paper}-{form}", label)
                for form, label in BUTTONS.items()
                if form in FORMS[paper] and not is_too_long(paper, form, rows)
            ),
        )
        for paper in Paper
    ]


def count_comments(consultation: Consultation) -> dict[str, int]:
    """Return the numbers of registered comments by what became of them; one query."""
    registered = PublicComment.objects.filter(
        consultation=consultation, number__isnull=False
    )
    counts: dict[str, int] = registered.order_by().aggregate(
        comments=Count("pk"),
        answered=Count("pk", Q(state=State.ANSWERED)),
        waiting=Count("pk", Q(state__in=OPEN)),
        hidden=Count("pk", Q(state=State.HIDDEN)),
        withdrawn=Count("pk", Q(state=State.WITHDRAWN)),
    )
    return counts


def too_long() -> str:
    """Return why there is no PDF of so many comments."""
    words = _(
        "There is no PDF of more than %(most)s comments. Take Word or Excel, and make "
        "a PDF there if you need one."
    )
    return words % {"most": MOST_IN_PDF}


def warnings_of(consultation: Consultation, counts: dict[str, int]) -> list[str]:
    """Return why papers taken now are not the last ones, or not all there are."""
    waiting = counts["waiting"]
    warnings = [too_long()] if counts["comments"] > MOST_IN_PDF else []
    if consultation.phase != Phase.CLOSED:
        words = _(
            "The consultation lasts until the end of %(day)s: more comments may come, "
            "and papers taken now are not final."
        )
        warnings.append(words % {"day": day(consultation.closes_on)})
    if waiting:
        words = ngettext(
            "%(n)s comment has no published answer: the protocol is not final yet.",
            "%(n)s comments have no published answer: the protocol is not final yet.",
            waiting,
        )
        warnings.append(words % {"n": waiting})
    return warnings
