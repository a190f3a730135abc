"""The register of comments as a spreadsheet, without what is private."""

from collections.abc import Iterator
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from pages.comments.models import (
    AnswerState,
    CoveredComment,
    PublicComment,
    Ruling,
)
from pages.comments.states import STUBS, State

COLUMNS = (
    "code",
    "version",
    "received_at",
    "get_channel_display",
    "is_late",
    "get_state_display",
    "get_on_behalf_display",
    "public_author",
    "get_kind_display",
    "label",
    "area",
    "quoted",
    "text",
    "proposed_wording",
    "justification",
    "unit",
    "duplicate_of",
    "ruling",
    "reasons",
)
PRIVATE_COLUMNS = ("name", "email")
HEADINGS = {
    "code": _("Number"),
    "version": _("Version"),
    "get_channel_display": _("Channel"),
    "get_state_display": _("State"),
    "get_on_behalf_display": _("Who comments"),
    "public_author": _("Author"),
    "get_kind_display": _("Kind"),
    "label": _("Clause"),
    "ruling": _("Ruling"),
    "reasons": _("Reasons of the answer"),
}
TEXTS = ("text", "proposed_wording", "justification")
CHUNK = 1000


class ExportedComments:
    """Comments as rows of a spreadsheet, read a few at a time.

    Hidden and withdrawn ones, and those never confirmed, have no text here; of
    answers only the published ones are told.
    """

    model = PublicComment

    def __init__(self, comments: Any) -> None:
        answers = CoveredComment.objects.filter(
            comment=OuterRef("pk"), answer__state=AnswerState.PUBLISHED
        ).order_by("-answer")
        self.comments = comments.select_related(
            "area", "unit", "organisation", "duplicate_of"
        ).annotate(
            ruling_code=Subquery(answers.values("answer__ruling")[:1]),
            reasons=Subquery(answers.values("answer__reasons")[:1]),
            version=Subquery(
                PublicComment.objects.filter(pk=OuterRef("pk"))
                .order_by()
                .values("consultation__draft__title")[:1]
            ),
        )

    def __iter__(self) -> Iterator[PublicComment]:
        rulings = dict(Ruling.choices)
        for comment in self.comments.iterator(chunk_size=CHUNK):
            comment.ruling = rulings.get(comment.ruling_code, "")
            if comment.state in (*STUBS, State.UNCONFIRMED):
                for name in TEXTS:
                    setattr(comment, name, "")
            yield comment
