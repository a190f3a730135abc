"""What staff do with comments: publish, hide, ask, assign, group duplicates."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from pages.comments.mail.mailing import may_write, notify
from pages.comments.models import AnswerState, NoticeKind, OfficialAnswer, PublicComment
from pages.comments.moving import MoveRefusedError, move
from pages.comments.states import CHANGE, MODERATE, State
from snippets.models import CityUnit

from .covering import drop_from_open_answers


def publish_comment(*, comment: PublicComment, user: Any) -> PublicComment:
    """Let everybody read a comment."""
    return move(comment, "publish", user=user)


def hide_comment(
    *, comment: PublicComment, reason: str, user: Any, note: str = ""
) -> PublicComment:
    """Hide a comment for a reason; its author is told, its text is kept.

    Nobody is written to whose address was never confirmed.
    """
    with transaction.atomic():
        move(
            comment,
            "hide",
            user=user,
            data={"reason": reason, "note": note},
            hiding_reason=reason,
            hiding_note=note,
        )
        if comment.number is not None:
            notify(comment, NoticeKind.HIDDEN)
    return comment


def restore_comment(*, comment: PublicComment, user: Any) -> PublicComment:
    """Show a hidden comment again, where it belongs now.

    Its author is told of an answer that was published while it was hidden.
    """
    with transaction.atomic():
        move(comment, "restore", user=user, hiding_reason="", hiding_note="")
        if comment.state == State.ANSWERED:
            answer = OfficialAnswer.objects.filter(
                covered__comment=comment, state=AnswerState.PUBLISHED
            ).first()
            told = comment.notices.filter(kind=NoticeKind.ANSWERED, answer=answer)
            if answer and not told.exists():
                notify(comment, NoticeKind.ANSWERED, answer=answer)
    return comment


def ask_back(*, comment: PublicComment, message: str, user: Any) -> PublicComment:
    """Ask an author to complete a comment.

    Raises MoveRefusedError where the author left no e-mail, or never confirmed it:
    nobody would answer.
    """
    _check_right(user, MODERATE)
    if not may_write(comment, NoticeKind.ASKED_BACK):
        raise MoveRefusedError(
            _("The author left no e-mail, and is not asked by the site.")
        )
    with transaction.atomic():
        move(comment, "ask_back", user=user, data={"note": message})
        notify(comment, NoticeKind.ASKED_BACK, message=message)
    return comment


def assign_comment(
    *, comment: PublicComment, unit: CityUnit, user: Any
) -> PublicComment:
    """Let a city unit answer a comment."""
    return move(comment, "assign", user=user, data={"unit": str(unit)}, unit=unit)


def withdraw_for_author(
    *, comment: PublicComment, note: str, user: Any
) -> PublicComment:
    """Withdraw a comment whose author asked the office to; the note says how."""
    with transaction.atomic():
        drop_from_open_answers(comment)
        return move(comment, "withdraw", user=user, data={"note": note})


def group_duplicate(
    *, comment: PublicComment, head: PublicComment, user: Any
) -> PublicComment:
    """Note that a comment says the same as another, the first of its group.

    Both stay listed and are answered; an answer to the first takes in the others.
    Raises ValidationError where the two cannot be grouped.
    """
    _check_right(user)
    with transaction.atomic():
        head = head.duplicate_of or head
        _refuse_group(comment, head)
        comment.duplicates.update(duplicate_of=head)
        _set_head(comment, head)
        log(comment, "public_comments.group", user=user, data={"head": str(head)})
    return comment


def ungroup_duplicate(*, comment: PublicComment, user: Any) -> PublicComment:
    """Take a comment out of its group of duplicates."""
    _check_right(user)
    with transaction.atomic():
        _set_head(comment, None)
        log(comment, "public_comments.group", user=user, data={"head": ""})
    return comment


def _refuse_group(comment: PublicComment, head: PublicComment) -> None:
    if comment.pk == head.pk:
        raise ValidationError(
            _("%(comment)s is the first of its group: choose another one.")
            % {"comment": comment}
        )
    if comment.number is None or head.number is None:
        raise ValidationError(_("A comment that is not confirmed has no duplicates."))
    if comment.year != head.year:
        raise ValidationError(
            _("%(comment)s and %(head)s are about the programmes of two years.")
            % {"comment": comment, "head": head}
        )


def _set_head(comment: PublicComment, head: PublicComment | None) -> None:
    comment.duplicate_of = head
    comment.save(update_fields=["duplicate_of"])


def _check_right(user: Any, right: str = CHANGE) -> None:
    if not user.has_perm(right):
        raise PermissionDenied
