"""Confirms a comment: by the link in the mail, or by staff in its place."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from pages.comments.mail.mailing import notify
from pages.comments.models import (
    CommentLink,
    CommentRegister,
    LinkPurpose,
    NoticeKind,
    PublicComment,
)
from pages.comments.moving import move, publish_unless_moderated
from pages.comments.states import State

from .links import make_link
from .submitting import Receipt


class LinkUsedError(Exception):
    """A link that works once was used before."""


class LinkExpiredError(Exception):
    """A link was used after its time."""


def confirm_comment(*, link: CommentLink) -> Receipt:
    """Register a comment whose author followed the link in the mail.

    Raises LinkUsedError and LinkExpiredError; then nothing has changed.
    """
    with transaction.atomic():
        # A comment may have several links: it is confirmed by one of them.
        comment = PublicComment.objects.select_for_update(of=("self",)).get(
            pk=link.comment_id
        )
        # An erasure of the contact data, a moment ago, took the link with it.
        kept = CommentLink.objects.filter(pk=link.pk).first()
        if kept is None or kept.used_at or comment.state != State.UNCONFIRMED:
            raise LinkUsedError
        link = kept
        if link.is_expired:
            raise LinkExpiredError
        link.used_at = timezone.now()
        link.save(update_fields=["used_at"])
        register_comment(comment=comment)
        follow, secret = make_link(comment=comment, purpose=LinkPurpose.FOLLOW)
    return Receipt(comment, follow, secret)


def register_comment(*, comment: PublicComment, user: Any = None) -> PublicComment:
    """Give an unconfirmed comment its number, and its author a receipt.

    Where staff do it in the author's place, the address stays unconfirmed: no mail
    goes there, now or later.
    """
    with transaction.atomic():
        number = CommentRegister.next_number(comment.year)
        move(comment, "register", user=user, number=number)
        notify(comment, NoticeKind.RECEIPT)
        publish_unless_moderated(comment)
    return comment
