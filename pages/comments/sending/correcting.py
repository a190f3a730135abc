"""Lets an author correct a comment or withdraw it, until the last day."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from pages.comments.models import PublicComment
from pages.comments.moving import move, publish_unless_moderated
from pages.comments.office.covering import drop_from_open_answers
from pages.comments.states import CHANGEABLE

from .cleaning import same_words
from .seals import digest
from .submitting import ConsultationClosedError

# What the author may change afterwards; who speaks and on what stays.
CORRECTED = ("kind", "text", "proposed_wording", "justification")


def may_author_change(comment: PublicComment) -> bool:
    """Whether the author may still correct the comment or withdraw it."""
    return (
        comment.state in CHANGEABLE and timezone.now() < comment.consultation.closes_at
    )


def correct_comment(*, comment: PublicComment, values: dict[str, Any]) -> PublicComment:
    """Put other words in the place of an author's, and keep the earlier ones.

    It is read by staff again, and no answer drafted for the earlier words covers it;
    nor does it count any more as saying the same as another comment, unless it still
    proposes what it did.
    Raises ConsultationClosedError after the last day, MoveRefusedError where it is
    answered, withdrawn or hidden.
    """
    if timezone.now() >= comment.consultation.closes_at:
        raise ConsultationClosedError
    changed = {name: values[name] for name in CORRECTED if name in values}
    with transaction.atomic():
        comment = PublicComment.objects.select_for_update(of=("self",)).get(
            pk=comment.pk
        )
        before = {name: getattr(comment, name) for name in changed}
        drop_from_open_answers(comment)
        words = same_words(
            changed.get("text", comment.text),
            changed.get("proposed_wording", comment.proposed_wording),
        )
        kind = str(changed.get("kind", comment.kind))
        fingerprint = digest(str(comment.clause_id or ""), kind, words)
        regrouped = fingerprint != comment.fingerprint
        move(
            comment,
            "correct",
            data={"before": before},
            fingerprint=fingerprint,
            **changed,
        )
        if regrouped:
            _dissolve_group(comment)
        publish_unless_moderated(comment)
    return comment


def _dissolve_group(comment: PublicComment) -> None:
    """Part a comment from those that said the same, and note it of each that leaves."""
    group = Q(duplicate_of=comment) | Q(pk=comment.pk, duplicate_of__isnull=False)
    for leaving in PublicComment.objects.select_for_update(of=("self",)).filter(group):
        leaving.duplicate_of = None
        leaving.save(update_fields=["duplicate_of"])
        log(leaving, "public_comments.group", data={"head": ""})
    comment.duplicate_of = None


def withdraw_comment(*, comment: PublicComment) -> PublicComment:
    """Withdraw a comment for its author; the register keeps that there was one."""
    if timezone.now() >= comment.consultation.closes_at:
        raise ConsultationClosedError
    with transaction.atomic():
        drop_from_open_answers(comment)
        return move(comment, "withdraw")
