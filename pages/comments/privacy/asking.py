"""Lets whoever has an e-mail ask what is kept of the comments sent with it."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from pages.comments.mail.mailing import notify
from pages.comments.models import (
    Channel,
    CommentLink,
    LinkPurpose,
    Notice,
    NoticeKind,
    PublicComment,
)

# Nobody can let the site fill a stranger's mailbox.
PAUSE = timedelta(hours=1)


def comments_with(email: str) -> Any:
    """Return the comments that hold an e-mail, in any case of letters, newest first.

    Without an e-mail there are none: those that left none are nobody's.
    """
    comments = PublicComment.objects.order_by("-received_at", "-pk")
    return comments.filter(email__iexact=email) if email else comments.none()


def confirmed_with(email: str) -> Any:
    """Return those of them that are known to be of the e-mail's owner.

    Anybody may have written an address into the form, by mistake too: what came with
    it is not its owner's to see before the link in the mail was followed.
    """
    used = CommentLink.objects.filter(
        comment=OuterRef("pk"), purpose=LinkPurpose.CONFIRM, used_at__isnull=False
    )
    return comments_with(email).filter(~Q(channel=Channel.FORM) | Exists(used))


def ask_for_data(*, email: str) -> None:
    """Send a link to all comments of an e-mail to it, if there are any.

    Who asks is never told whether there are. One address gets one such mail an hour.
    """
    with transaction.atomic():
        # Locked, so that of two who ask at once one waits and sees the other's mail.
        rows = confirmed_with(email).select_for_update(of=("self",))
        comment = rows.first()
        if comment and not _was_told_lately(email):
            notify(comment, NoticeKind.DATA)


def _was_told_lately(email: str) -> bool:
    lately = timezone.now() - PAUSE
    told = Notice.objects.filter(kind=NoticeKind.DATA, created_at__gt=lately)
    return bool(told.filter(comment__email__iexact=email).exists())
