"""Tells readers of changes which comments led to them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import gettext as _

from pages.comments.models import (
    AnswerAmendment,
    AnswerState,
    CoveredComment,
    PublicComment,
)
from pages.drafting.models import ChangeReason
from pages.programmes.reasons import Reason


def comment_reasons(
    drafts: Sequence[Any], request: HttpRequest
) -> Mapping[str, Sequence[Reason]]:
    """Return the answered comments behind the changes of versions: three queries.

    Only published answers count, and comments that everybody may read.
    """
    published = AnswerAmendment.objects.filter(answer__state=AnswerState.PUBLISHED)
    changed = list(
        ChangeReason.objects.filter(
            draft__translation_key__in={draft.translation_key for draft in drafts},
            draft__locale__language_code=settings.LANGUAGE_CODE,
            amendment__in=published.values("amendment"),
        )
        .order_by("draft__number", "pk")
        .values_list("clause", "amendment")
    )
    if not changed:
        return {}
    told = reasons_by_amendment({amendment for _clause, amendment in changed})
    found: dict[str, dict[str, Reason]] = {}
    for clause, amendment in changed:
        known = found.setdefault(str(clause), {})
        known.update({reason.url: reason for reason in told.get(amendment, ())})
    return {uid: list(reasons.values()) for uid, reasons in found.items()}


def reasons_by_amendment(amendments: set[int]) -> dict[int, list[Reason]]:
    """Return the comments whose answers led to amendments, by primary key: a query."""
    rows = (
        CoveredComment.objects.filter(
            answer__state=AnswerState.PUBLISHED,
            answer__amendments__amendment__in=amendments,
            comment__in=PublicComment.objects.public().order_by(),
        )
        .annotate(amendment=F("answer__amendments__amendment"))
        .select_related("comment", "answer")
        .only("answer__ruling", "comment__number", "comment__year")
        .order_by("comment__number")
    )
    told: dict[int, list[Reason]] = {}
    for row in rows:
        title = _("comment %(code)s (%(ruling)s)") % {
            "code": row.comment.code,
            "ruling": row.answer.get_ruling_display(),
        }
        told.setdefault(row.amendment, []).append(Reason(title, url=row.comment.url))
    return told
