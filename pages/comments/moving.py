"""Leads a comment from one state to another, and notes who did and why."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from .models import AnswerState, CoveredComment, PublicComment
from .office.following import follow_comment
from .states import TRANSITIONS, State, Transition


class MoveRefusedError(ValidationError):
    """The step does not lead on from where the comment is."""


def may_move(comment: PublicComment, name: str, user: Any) -> bool:
    """Whether a member of staff may take a step with a comment now."""
    step = TRANSITIONS[name]
    return comment.state in step.sources and bool(user.has_perm(step.right))


def move(
    comment: PublicComment,
    name: str,
    *,
    user: Any = None,
    by_site: bool = False,
    data: dict[str, Any] | None = None,
    **values: Any,
) -> PublicComment:
    """Take a step, set `values` with it, and note it in the log with `data`.

    Without a user it is the comment's author who takes it, or the site by itself.
    Raises PermissionDenied and MoveRefusedError; then nothing has changed.
    """
    step = TRANSITIONS[name]
    if not by_site:
        _check_right(step, user)
    with transaction.atomic():
        locked = PublicComment.objects.select_for_update(of=("self",)).get(
            pk=comment.pk
        )
        if locked.state not in step.sources:
            raise MoveRefusedError(
                _("“%(step)s” cannot be done with %(comment)s: it is “%(state)s”.")
                % {
                    "step": step.label,
                    "comment": locked,
                    "state": locked.get_state_display(),
                }
            )
        before, target = locked.state, step.target or state_to_return_to(locked)
        values = {**values, "state": target.value}
        if name == "publish":
            values |= {"published_at": timezone.now(), "is_held": False}
        if name in ("hide", "restore"):
            values["state_before"] = before if name == "hide" else ""
        for field, value in values.items():
            setattr(locked, field, value)
            setattr(comment, field, value)
        locked.save(update_fields=list(values))
        if name in ("register", "restore"):  # a newer version may be there already
            follow_comment(locked)
        noted = {"from": before, "to": target.value, **(data or {})}
        log(locked, step.action, user=user, data=noted)
    return comment


def publish_unless_moderated(comment: PublicComment) -> None:
    """Publish at once where the city reads comments only afterwards."""
    if not (comment.consultation.is_moderated or comment.is_held):
        move(comment, "publish", by_site=True)


def state_to_return_to(comment: PublicComment) -> State:
    """Return where a hidden comment belongs now.

    That is where it was, unless an answer that covers it went on or was dropped
    meanwhile.
    """
    covering = CoveredComment.objects.filter(comment=comment)
    answers = set(covering.values_list("answer__state", flat=True))
    if AnswerState.PUBLISHED in answers:
        return State.ANSWERED
    if AnswerState.APPROVED in answers:
        return State.APPROVED
    if AnswerState.DRAFT in answers:
        return State.DRAFTED
    before = State(comment.state_before)
    if before in (State.DRAFTED, State.APPROVED):
        return State.ASSIGNED if comment.unit_id else State.PUBLISHED
    return before


def _check_right(step: Transition, user: Any) -> None:
    """Refuse what the user, or the author, may not do."""
    allowed = step.by_author if user is None else user.has_perm(step.right)
    if not allowed:
        raise PermissionDenied
