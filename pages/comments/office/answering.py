"""Drafts, approves, publishes and corrects the office's answers."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from pages.comments.mail.mailing import notify
from pages.comments.models import (
    AnswerAmendment,
    AnswerKeptError,
    AnswerState,
    CoveredComment,
    NoticeKind,
    OfficialAnswer,
    PublicComment,
    Ruling,
)
from pages.comments.moving import move
from pages.comments.signals import answer_published
from pages.comments.states import ANSWERABLE, APPROVE, DRAFT, State
from pages.drafting.models import AmendmentStatus
from snippets.models import CityUnit

from .authorship import has_written, refuse_unseen
from .covering import (
    AnswerRefusedError,
    comments_of,
    lock_comments,
    refuse_taken,
    with_duplicates,
)

# An amendment that the office has not refused; publishing the answer agrees it.
NOT_AGREED_YET = (AmendmentStatus.PROPOSED, AmendmentStatus.DISCUSSED)
REFUSED = (AmendmentStatus.REJECTED, AmendmentStatus.POSTPONED)


def draft_answer(
    *, comments: Iterable[PublicComment], user: Any, unit: CityUnit | None = None
) -> OfficialAnswer:
    """Start one answer to comments, and to their duplicates.

    Raises MoveRefusedError where one of them cannot be answered now.
    """
    _check_right(user, DRAFT)
    with transaction.atomic():
        comments = with_duplicates(comments)
        lock_comments(comments)
        unit = unit or next((c.unit for c in comments if c.unit), None)
        answer = OfficialAnswer.objects.create(unit=unit, drafted_by=user)
        for order, comment in enumerate(comments):
            move(comment, "draft_answer", user=user, data={"answer": answer.pk})
            CoveredComment.objects.create(
                answer=answer, comment=comment, sort_order=order
            )
        log(answer, "public_comments.answer_draft", user=user)
    return answer


def keep_draft(*, answer: OfficialAnswer, user: Any) -> None:
    """Note that somebody changed the text of an answer: it must be approved anew.

    Called after the answer and its rows are saved; comments that were added or left
    out are led to their new states. Raises AnswerKeptError for a published one, and
    AnswerRefusedError where somebody else answers one of the comments already.
    """
    _check_right(user, DRAFT)
    with transaction.atomic():
        _check_open(answer)
        refuse_taken(answer)
        answer.drafted_by = user
        answer.save(update_fields=["drafted_by"])
        _reopen(answer, user)
        log(answer, "public_comments.answer_change", user=user)


def _reopen(answer: OfficialAnswer, user: Any) -> None:
    """Let an answer wait for approval, and its comments with it."""
    answer.state = AnswerState.DRAFT
    answer.approved_by = answer.approved_at = None
    answer.save(update_fields=["state", "approved_by", "approved_at"])
    for comment in comments_of(answer):
        if comment.state in ANSWERABLE:
            move(comment, "draft_answer", user=user, data={"answer": answer.pk})
        elif comment.state == State.APPROVED:
            move(comment, "return_answer", user=user, data={"answer": answer.pk})


def leave_out(*, answer: OfficialAnswer, comment: PublicComment, user: Any) -> None:
    """Take a comment out of an answer that is not published."""
    _check_right(user, DRAFT)
    with transaction.atomic():
        _check_open(answer)
        CoveredComment.objects.filter(answer=answer, comment=comment).delete()
        comment.refresh_from_db(fields=["state"])
        if comment.state in (State.DRAFTED, State.APPROVED):
            move(comment, "drop_answer", user=user, data={"answer": answer.pk})


def missing_in(answer: OfficialAnswer) -> list[str]:
    """Say what an answer lacks before it may be approved; nothing if it is whole.

    Source: the rule of the Government Legislation Centre that a comment which is not
    taken into account is answered with the reason; and ours, that one which is names
    the change of the text.
    """
    missing = []
    comments = list(comments_of(answer))
    if not comments:
        missing.append(_("It covers no comment."))
    if not answer.ruling:
        missing.append(_("It has no ruling."))
    if not answer.reasons.strip() and answer.ruling != Ruling.ACCEPTED:
        missing.append(_("It has no reasons: only an accepted comment may do without."))
    linked = [row.amendment for row in answer.amendments.select_related("amendment")]
    if answer.ruling == Ruling.ACCEPTED and not linked:
        missing.append(_("It names no change of the text that comes of it."))
    if any(amendment.status in REFUSED for amendment in linked):
        missing.append(_("A change that it names is rejected or postponed."))
    if answer.previous_id and not answer.correction.strip():
        missing.append(_("It does not say what was corrected."))
    others = OfficialAnswer.objects.filter(
        state=AnswerState.PUBLISHED, covered__comment__in=[c.pk for c in comments]
    ).exclude(pk__in=(answer.pk, answer.previous_id))
    if others.exists():
        missing.append(_("A comment that it covers is answered already."))
    return missing


def approve_answer(
    *, answer: OfficialAnswer, user: Any, shown: str | None = None
) -> OfficialAnswer:
    """Approve an answer that somebody else drafted.

    Raises AnswerRefusedError where it lacks something, where the approver wrote any
    of it, since two pairs of eyes must have seen every answer, or where it is not
    what was `shown` to the approver.
    """
    _check_right(user, APPROVE)
    with transaction.atomic():
        answer = _locked(answer, AnswerState.DRAFT)
        refuse_unseen(answer, shown)
        if has_written(answer, user):
            raise AnswerRefusedError(
                _("You wrote it: another person has to approve it.")
            )
        missing = missing_in(answer)
        if missing:
            raise AnswerRefusedError(missing)
        answer.state = AnswerState.APPROVED
        answer.approved_by, answer.approved_at = user, timezone.now()
        answer.save(update_fields=["state", "approved_by", "approved_at"])
        for comment in comments_of(answer):
            if comment.state == State.DRAFTED:
                move(comment, "approve_answer", user=user, data={"answer": answer.pk})
        log(answer, "public_comments.answer_approve", user=user)
    return answer


def return_answer(*, answer: OfficialAnswer, user: Any, note: str = "") -> None:
    """Send an answer that is not published back to who wrote it, who stays its author.

    Whoever returns it has not written it, and may approve what comes of it.
    """
    _check_right(user, DRAFT)
    with transaction.atomic():
        answer = _locked(answer, AnswerState.DRAFT, AnswerState.APPROVED)
        _reopen(answer, user)
        log(answer, "public_comments.answer_return", user=user, data={"note": note})


def publish_answer(
    *, answer: OfficialAnswer, user: Any, shown: str | None = None
) -> OfficialAnswer:
    """Publish an approved answer, and tell the authors who left an e-mail.

    The changes that an accepted comment leads to are agreed by it. An earlier
    version stays readable beside this one.
    """
    _check_right(user, APPROVE)
    with transaction.atomic():
        answer = _locked(answer, AnswerState.APPROVED)
        refuse_unseen(answer, shown)
        missing = missing_in(answer)
        if missing:
            raise AnswerRefusedError(missing)
        if answer.previous_id:
            OfficialAnswer.objects.filter(pk=answer.previous_id).update(
                state=AnswerState.REVISED
            )
        answer.state, answer.published_at = AnswerState.PUBLISHED, timezone.now()
        answer.save(update_fields=["state", "published_at"])
        _agree_amendments(answer)
        for comment in comments_of(answer):
            if comment.state == State.APPROVED:
                move(comment, "publish_answer", user=user, data={"answer": answer.pk})
            if comment.state == State.ANSWERED:
                notify(comment, NoticeKind.ANSWERED, answer=answer)
        log(answer, "public_comments.answer_publish", user=user)
        answer_published.send(sender=OfficialAnswer, answer=answer)
    return answer


def _agree_amendments(answer: OfficialAnswer) -> None:
    if answer.ruling != Ruling.ACCEPTED:
        return
    for row in answer.amendments.select_related("amendment"):
        if row.amendment.status in NOT_AGREED_YET:
            row.amendment.status = AmendmentStatus.AGREED
            row.amendment.save(update_fields=["status"])


def revise_answer(*, answer: OfficialAnswer, user: Any) -> OfficialAnswer:
    """Start a new version of a published answer; it covers the same comments."""
    _check_right(user, DRAFT)
    with transaction.atomic():
        answer = _locked(answer, AnswerState.PUBLISHED)
        if OfficialAnswer.objects.filter(previous=answer).exists():
            raise AnswerRefusedError(_("A new version of it is drafted already."))
        new = OfficialAnswer.objects.create(
            ruling=answer.ruling,
            reasons=answer.reasons,
            unit=answer.unit,
            previous=answer,
            drafted_by=user,
        )
        for row in answer.covered.all():
            CoveredComment.objects.create(
                answer=new, comment_id=row.comment_id, sort_order=row.sort_order
            )
        for row in answer.amendments.all():
            AnswerAmendment.objects.create(answer=new, amendment_id=row.amendment_id)
        log(new, "public_comments.answer_revise", user=user)
    return new


def _check_open(answer: OfficialAnswer) -> None:
    """Refuse to change an answer that was published, perhaps a moment ago."""
    stored = OfficialAnswer.objects.select_for_update(of=("self",)).get(pk=answer.pk)
    if not stored.is_open:
        raise AnswerKeptError


def _locked(answer: OfficialAnswer, *states: AnswerState) -> OfficialAnswer:
    """Return the answer, locked; raise AnswerRefusedError in another state."""
    locked = OfficialAnswer.objects.select_for_update(of=("self",)).get(pk=answer.pk)
    if locked.state not in states:
        raise AnswerRefusedError(
            _("This cannot be done: the answer is “%(state)s”.")
            % {"state": locked.get_state_display()}
        )
    return locked


def _check_right(user: Any, right: str) -> None:
    if not user.has_perm(right):
        raise PermissionDenied
