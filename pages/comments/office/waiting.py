"""What waits in the office: comments without an answer, mail not sent, open places."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, FilteredRelation, Q, Subquery, Value, Window
from django.db.models.functions import Coalesce
from django.utils import timezone

from pages.comments.limits import limits
from pages.comments.models import (
    WARSAW,
    CommentPlacement,
    Consultation,
    Notice,
    PlacementKind,
    PublicComment,
)
from pages.comments.states import State

# States in which somebody in the office has something to do.
WAITING = (
    State.REGISTERED,
    State.PUBLISHED,
    State.ASSIGNED,
    State.DRAFTED,
    State.APPROVED,
)


@dataclass(frozen=True)
class WaitingComment:
    """A comment that nobody has answered yet."""

    pk: int
    code: str
    days: int
    is_overdue: bool


@dataclass(frozen=True)
class Waiting:
    """What waits: all comments counted, the oldest named.

    `mail_state` is that of most concern among the mail that does not go out;
    `proposals_in` is the key of a version with comments whose place is not decided.
    """

    comments: int = 0
    oldest: Sequence[WaitingComment] = ()
    failed_mail: int = 0
    mail_state: str = ""
    proposals: int = 0
    proposals_in: int | None = None


def read_waiting(most: int) -> Waiting:
    """Return what waits, with the `most` oldest comments; one query."""
    waiting = FilteredRelation("comments", condition=_is_waiting())
    proposed = CommentPlacement.objects.filter(kind=PlacementKind.PROPOSED).order_by()
    rows = list(
        Consultation.objects.alias(waiting=waiting)
        .order_by(F("waiting__received_at").asc(nulls_last=True), "waiting__pk")
        .values("waiting__pk", "waiting__number", "year", "waiting__received_at")
        .annotate(
            total=Window(Count("waiting__pk")),
            failed=_count(Notice.objects.troubled()),
            mail_state=Subquery(
                Notice.objects.troubled().order_by("state").values("state")[:1]
            ),
            proposals=_count(proposed),
            proposals_in=Subquery(proposed.order_by("-draft").values("draft")[:1]),
        )[:most]
    )
    if not rows:
        return Waiting()
    first = rows[0]
    return Waiting(
        comments=first["total"],
        oldest=[_read(row) for row in rows if row["waiting__pk"]],
        failed_mail=first["failed"],
        mail_state=first["mail_state"] or "",
        proposals=first["proposals"],
        proposals_in=first["proposals_in"],
    )


def _is_waiting() -> Q:
    """Return which comments wait for the office, and not for their authors.

    Whom nobody can ask, or who can correct nothing any more, completes nothing.
    """
    today = timezone.now().astimezone(WARSAW).date()
    is_stuck = Q(comments__email="") | Q(closes_on__lt=today)
    return Q(comments__state__in=[state.value for state in WAITING]) | (
        Q(comments__state=State.INCOMPLETE.value) & is_stuck
    )


def _count(rows: Any) -> Any:
    """Return how many rows there are, as part of another query."""
    counted = rows.order_by().values(one=Value(1)).annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


def _read(row: Any) -> WaitingComment:
    comment = PublicComment(number=row["waiting__number"], year=row["year"])
    waited = timezone.now() - row["waiting__received_at"]
    return WaitingComment(
        pk=row["waiting__pk"],
        code=comment.code,
        days=waited.days,
        is_overdue=waited > datetime.timedelta(days=limits().answer_days),
    )
