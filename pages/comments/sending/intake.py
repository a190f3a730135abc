"""Takes in what came on paper, by e-mail or was said: the law counts it the same."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from wagtail.log_actions import log

from pages.comments.mail.mailing import notify
from pages.comments.models import (
    Channel,
    CommentRegister,
    Consultation,
    NoticeKind,
    PublicComment,
)
from pages.comments.moving import publish_unless_moderated
from pages.comments.placing import place_of
from pages.comments.states import CHANGE, ENTER, State

from .cleaning import same_words
from .seals import digest

# What is never written into the log: who wrote.
PRIVATE = ("name", "email", "scan", "name_is_public")
# Written into it as they were before, where staff correct them.
LOGGED = (
    "channel",
    "kind",
    "citation",
    "text",
    "proposed_wording",
    "justification",
    "language",
    "on_behalf",
    "organisation",
    "organisation_name",
    "clause",
    "received_at",
)
# Afterwards people read the words, or answer them: they stay.
CORRECTED_IN = (State.REGISTERED, State.INCOMPLETE)
# What follows from them.
COMPUTED = (
    "is_late",
    "fingerprint",
    "clause_kind",
    "clause_number",
    "quoted",
    "area",
)


def enter_comment(*, comment: PublicComment, user: Any) -> PublicComment:
    """Register a new comment, not saved yet, that a member of staff typed in.

    It gets its number at once; what came after the last day is kept, and flagged.
    With an e-mail a receipt goes out. Raises LookupError where the version has no
    such clause.
    """
    if not user.has_perm(ENTER):
        raise PermissionDenied
    with transaction.atomic():
        comment.year = comment.consultation.year
        comment.state, comment.entered_by = State.REGISTERED, user
        complete(comment)
        comment.number = CommentRegister.next_number(comment.year)
        comment.save()
        log(comment, "public_comments.enter", user=user)
        notify(comment, NoticeKind.RECEIPT)
        publish_unless_moderated(comment)
    return comment


def may_change(comment: PublicComment) -> bool:
    """Whether staff entered the comment, and nobody reads or answers it yet."""
    is_entered = comment.entered_by_id is not None and comment.channel != Channel.FORM
    return is_entered and comment.state in CORRECTED_IN


def change_entered(*, comment: PublicComment, user: Any) -> PublicComment:
    """Save what was corrected of a comment that staff entered, and note what was.

    The words of the public form are their author's: nobody else changes them. What was
    erased of who wrote does not come back from a form that was opened before; private
    links that went to an address which was wrong work no more.
    """
    if not user.has_perm(CHANGE):
        raise PermissionDenied
    with transaction.atomic():
        stored = PublicComment.objects.select_for_update(of=("self",)).get(
            pk=comment.pk
        )
        if not may_change(stored):
            raise PermissionDenied
        if stored.contacts_erased_at:
            for name in PRIVATE:
                setattr(comment, name, getattr(stored, name))
        complete(comment)
        changed = [name for name in LOGGED if _differs(stored, comment, name)]
        private = [name for name in PRIVATE if _differs(stored, comment, name)]
        before = {name: _shown(stored, name) for name in changed}
        comment.save(update_fields=[*LOGGED, *PRIVATE, *COMPUTED])
        if comment.email.lower() != stored.email.lower():
            stored.links.all().delete()
        data = {"before": before, "private": private}
        log(comment, "public_comments.change_intake", user=user, data=data)
    return comment


def complete(comment: PublicComment) -> None:
    """Compute what follows from what was typed in: place, lateness, fingerprint."""
    consultation: Consultation = comment.consultation
    place = place_of(consultation.draft, comment.clause_id)
    for name, value in place.values.items():
        setattr(comment, name, value)
    comment.is_late = comment.received_at >= consultation.closes_at
    words = same_words(comment.text, comment.proposed_wording)
    clause = str(comment.clause_id or "")
    comment.fingerprint = digest(clause, comment.kind, words)


def _differs(before: PublicComment, after: PublicComment, name: str) -> bool:
    field: Any = PublicComment._meta.get_field(name)
    return bool(getattr(before, field.attname) != getattr(after, field.attname))


def _shown(comment: PublicComment, name: str) -> str:
    """Return a field as staff read it in the history."""
    shown = getattr(comment, f"get_{name}_display", None)
    value = shown() if shown else getattr(comment, name)
    if isinstance(value, datetime):
        return date_format(localtime(value), "SHORT_DATETIME_FORMAT")
    return "" if value is None else str(value)
