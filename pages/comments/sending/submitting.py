"""Takes a comment of the public form in."""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from pages.comments.limits import limits
from pages.comments.mail.mailing import notify
from pages.comments.models import (
    CommentLink,
    CommentRegister,
    Consultation,
    LinkPurpose,
    Notice,
    NoticeKind,
    PublicComment,
)
from pages.comments.moving import publish_unless_moderated
from pages.comments.placing import place_of
from pages.comments.states import State
from snippets.models import Organisation

from .cleaning import same_words
from .links import make_link
from .seals import Seal, digest, secret_of

# Whoever sends the same words again may have lost the receipt, but not every minute.
RECEIPT_PAUSE = timedelta(hours=1)


class ConsultationClosedError(Exception):
    """The consultation takes no comments: it has not begun, or is over."""


@dataclass(frozen=True)
class Submission:
    """What an author sends, cleaned; `clause` is empty for the whole version."""

    kind: str
    text: str
    on_behalf: str
    clause: UUID | None = None
    proposed_wording: str = ""
    justification: str = ""
    organisation: Organisation | None = None
    organisation_name: str = ""
    name: str = ""
    name_is_public: bool = False
    email: str = ""
    language: str = "pl"

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the comment, but for its place."""
        names = (field.name for field in fields(self) if field.name != "clause")
        return {name: getattr(self, name) for name in names}

    @property
    def fingerprint(self) -> str:
        """What two comments have in common that say the same of the same clause."""
        words = same_words(self.text, self.proposed_wording)
        return digest(str(self.clause or ""), self.kind, words)

    @property
    def whole(self) -> str:
        """All that was sent, to tell the same form sent twice from two comments."""
        return digest(*(str(getattr(self, field.name)) for field in fields(self)))


@dataclass(frozen=True)
class Receipt:
    """A comment that was taken in; without an e-mail, with its private link.

    `secret` cannot be had again: only its digest is kept.
    """

    comment: PublicComment
    link: CommentLink | None = None
    secret: str = ""


def submit_comment(
    *,
    consultation: Consultation,
    submission: Submission,
    seal: Seal,
    is_held: bool = False,
) -> Receipt:
    """Take a comment in: at once, or with an e-mail once it is confirmed.

    One that is held is published by staff only, whatever the consultation says. The
    same form sent again gives the same receipt. With an e-mail the receipt never
    tells whether the address is known, or was written to: whoever guesses it learns
    nothing. Raises ConsultationClosedError, and LookupError where the version has no
    such clause.
    """
    now = timezone.now()
    is_late = check_open(consultation, opened_at=seal.opened_at, now=now)
    key = digest(seal.nonce, submission.whole)
    secret = "" if submission.email else secret_of(seal.nonce, submission.whole)
    known = PublicComment.objects.filter(submission=key).first()
    if known:
        return _same_receipt(known, secret)
    known = _said_before(consultation, submission)
    if known:
        if known.submission != key:  # the same form may have come a moment ago
            _write_again(known)
        return Receipt(known)
    comment = PublicComment(
        consultation=consultation,
        year=consultation.year,
        state=State.UNCONFIRMED if submission.email else State.REGISTERED,
        received_at=now,
        is_late=is_late,
        is_held=is_held,
        submission=key,
        fingerprint=submission.fingerprint,
        **submission.values,
        **place_of(consultation.draft, submission.clause).values,
    )
    try:
        with transaction.atomic():
            return _save(comment, secret)
    except IntegrityError:
        known = PublicComment.objects.filter(submission=key).first()
        if known is None:
            raise
        return _same_receipt(known, secret)  # the same form came twice at a time


def _same_receipt(comment: PublicComment, secret: str) -> Receipt:
    """Return the receipt that a form got which is sent once more."""
    link = comment.links.filter(digest=digest(secret)).first() if secret else None
    return Receipt(comment, link, secret)


def check_open(
    consultation: Consultation, *, opened_at: datetime, now: datetime
) -> bool:
    """Return whether a comment is late; raise ConsultationClosedError if too late.

    A form opened in time may be sent after the end: it is kept, and flagged.
    """
    if now < consultation.opens_at or opened_at >= consultation.closes_at:
        raise ConsultationClosedError
    return now >= consultation.closes_at


def _said_before(
    consultation: Consultation, submission: Submission
) -> PublicComment | None:
    """Return the author's comment with these words, but for withdrawn ones."""
    if not submission.email:
        return None
    same = PublicComment.objects.filter(
        consultation=consultation,
        email__iexact=submission.email,
        fingerprint=submission.fingerprint,
    ).exclude(state=State.WITHDRAWN)
    known: PublicComment | None = (
        same.exclude(state=State.UNCONFIRMED).first() or same.first()
    )
    return known


def _write_again(comment: PublicComment) -> None:
    """Send a mail that may have been lost once more: to confirm, or the receipt."""
    if comment.state == State.UNCONFIRMED:
        if _may_ask_to_confirm(comment):
            send_link_again(comment=comment)
        return
    lately = timezone.now() - RECEIPT_PAUSE
    receipts = comment.notices.filter(kind=NoticeKind.RECEIPT, created_at__gt=lately)
    if not receipts.exists():
        notify(comment, NoticeKind.RECEIPT)


def _may_ask_to_confirm(comment: PublicComment) -> bool:
    """Whether one address was not asked too often today without an answer."""
    asked = Notice.objects.filter(
        kind=NoticeKind.CONFIRM,
        created_at__gt=timezone.now() - timedelta(days=1),
        comment__consultation=comment.consultation_id,
        comment__email__iexact=comment.email,
        comment__state=State.UNCONFIRMED,
    )
    return asked.count() < limits().most_unconfirmed


def _save(comment: PublicComment, secret: str) -> Receipt:
    if comment.email:
        comment.save()
        if _may_ask_to_confirm(comment):
            notify(comment, NoticeKind.CONFIRM)
        return Receipt(comment)
    comment.number = CommentRegister.next_number(comment.year)
    comment.save()
    link, _secret = make_link(
        comment=comment, purpose=LinkPurpose.FOLLOW, secret=secret
    )
    publish_unless_moderated(comment)
    return Receipt(comment, link, secret)


def send_link_again(*, comment: PublicComment) -> None:
    """Send a new link to confirm; the earlier ones stop working."""
    with transaction.atomic():
        comment.links.filter(purpose=LinkPurpose.CONFIRM).update(
            expires_at=timezone.now()
        )
        notify(comment, NoticeKind.CONFIRM)
