"""Makes private links and finds what they lead to."""

import secrets
from datetime import timedelta
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from pages.comments.limits import limits
from pages.comments.models import CommentLink, LinkPurpose, PublicComment

from .seals import digest

# Compared with where there is no link, so that both answers take as long.
_NOTHING = digest("")
# It leads to more than one comment, so it does not lie about in a mailbox for long.
DATA_LASTS = timedelta(hours=24)


def make_link(
    *, comment: PublicComment, purpose: str, secret: str = ""
) -> tuple[CommentLink, str]:
    """Make a private link; return it and its secret, which is kept nowhere.

    A link to confirm works once and for a day, one to all data of an e-mail for a
    day, one to follow for good.
    """
    secret = secret or secrets.token_urlsafe(32)
    expires_at = None
    if purpose == LinkPurpose.CONFIRM:
        expires_at = timezone.now() + limits().confirmation
    elif purpose == LinkPurpose.DATA:
        expires_at = timezone.now() + DATA_LASTS
    link = CommentLink.objects.create(
        comment=comment, purpose=purpose, digest=digest(secret), expires_at=expires_at
    )
    return link, secret


def find_link(*, uid: UUID, secret: str, purpose: str) -> CommentLink | None:
    """Return the link that has the secret, expired and used ones too."""
    links = CommentLink.objects.filter(uid=uid, purpose=purpose)
    link = links.select_related("comment__consultation").first()
    matches = constant_time_compare(link.digest if link else _NOTHING, digest(secret))
    return link if link and matches else None


def link_path(link: CommentLink, secret: str) -> str:
    """Return the address of a private link in the active language."""
    return reverse(f"comment_{link.purpose}", args=[link.uid, secret])
