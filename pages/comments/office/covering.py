"""Which comments an answer covers."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pages.comments.models import (
    AnswerState,
    CoveredComment,
    OfficialAnswer,
    PublicComment,
)
from pages.comments.states import ANSWERABLE

_OPEN = (AnswerState.DRAFT, AnswerState.APPROVED)


class AnswerRefusedError(ValidationError):
    """The answer cannot go on as it is; the message says what it lacks."""


def comments_of(answer: OfficialAnswer) -> Any:
    """Return the comments that an answer covers, as the database has them."""
    return PublicComment.objects.filter(answer_links__answer=answer.pk).order_by(
        "answer_links__sort_order"
    )


def with_duplicates(comments: Iterable[PublicComment]) -> list[PublicComment]:
    """Return comments and what was grouped with them, each once."""
    found = {comment.pk: comment for comment in comments}
    duplicates = PublicComment.objects.filter(
        duplicate_of__in=list(found), state__in=ANSWERABLE
    )
    for comment in duplicates.select_related("unit"):
        found.setdefault(comment.pk, comment)
    return list(found.values())


def lock_comments(comments: Iterable[PublicComment]) -> None:
    """Let two people who answer the same comments wait for each other, in order."""
    keys = [comment.pk for comment in comments]
    locked = PublicComment.objects.select_for_update(of=("self",)).filter(pk__in=keys)
    list(locked.order_by("pk").values_list("pk", flat=True))


def drop_from_open_answers(comment: PublicComment) -> None:
    """Take a comment out of every answer that is not published yet."""
    CoveredComment.objects.filter(comment=comment, answer__state__in=_OPEN).delete()


def refuse_taken(answer: OfficialAnswer) -> None:
    """Refuse comments that another answer, not published yet, covers."""
    taken = CoveredComment.objects.filter(
        comment__in=comments_of(answer).order_by().values("pk"),
        answer__state__in=_OPEN,
    ).exclude(answer=answer)
    codes = [str(row.comment) for row in taken.select_related("comment")]
    if codes:
        raise AnswerRefusedError(
            _("Another answer that is not published covers: %(comments)s.")
            % {"comments": ", ".join(codes)}
        )
