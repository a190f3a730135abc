"""What became of the comments of one organisation."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest

from pages.comments.models import (
    AnswerState,
    CoveredComment,
    OnBehalf,
    PublicComment,
    Ruling,
)
from snippets.models import Organisation

from .excerpts import foreign
from .reading import PUBLIC_FIELDS, place_of, status_of
from .versions import Version, find_versions

MOST_SHOWN = 50


@dataclass(frozen=True)
class Outcome:
    """A comment in one line, and what became of it."""

    code: str
    url: str
    date: datetime.datetime
    status: str
    place: str
    excerpt: str
    language: str = ""
    version: Version | None = None


@dataclass(frozen=True)
class Outcomes:
    """The newest comments of an organisation; `total` counts the older ones too."""

    total: int = 0
    newest: Sequence[Outcome] = field(default=())


def read_outcomes(organisation: Organisation, request: HttpRequest) -> Outcomes:
    """Return what an organisation said in its own name: three queries.

    What somebody else said who only named it is not its own.
    """
    comments = PublicComment.objects.public().filter(
        organisation=organisation, on_behalf=OnBehalf.ORGANISATION
    )
    answers = CoveredComment.objects.filter(
        comment=OuterRef("pk"), answer__state=AnswerState.PUBLISHED
    )
    ruled = comments.annotate(ruling=Subquery(answers.values("answer__ruling")[:1]))
    rows = list(
        ruled.select_related("consultation__draft")
        .only(*(name for name in PUBLIC_FIELDS if "organisation" not in name))
        .order_by("-received_at", "-pk")[:MOST_SHOWN]
    )
    keys = {row.consultation.draft.translation_key for row in rows}
    versions = find_versions(keys, request)
    newest = [
        Outcome(
            code=row.code,
            url=row.url,
            date=row.received_at,
            status=status_of(row.state, ruling_label(row.ruling)),
            place=place_of(row),
            excerpt=row.excerpt,
            language=foreign(row.language),
            version=versions.get(row.consultation.draft.translation_key),
        )
        for row in rows
    ]
    return Outcomes(comments.count(), newest)


def ruling_label(ruling: str | None) -> str:
    """Return a ruling in words, nothing where there is none."""
    return str(Ruling(ruling).label) if ruling else ""
