"""Erases who wrote a comment; what was said stays in the register.

A public name stays, since it is part of what was published, unless its owner takes
the consent back. With the address goes all that was kept for writing to it: mail
that waits, what staff wrote in it, and their notes of an author's letters.
"""

import logging
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from pages.comments.models import (
    CommentLink,
    LinkPurpose,
    Notice,
    NoticeState,
    PublicComment,
)
from pages.comments.states import SEE_CONTACT

from .contacts import LETTERS, contacts_of
from .registry import tell_followers

logger = logging.getLogger(__name__)

ERASED = "public_comments.erase_contacts"
# Mail that would go out, now or once staff let it: there is nobody to send it to.
UNSENT = (NoticeState.WAITING, NoticeState.FAILED)


def erase_contacts(
    *,
    comment: PublicComment,
    user: Any = None,
    by_author: bool = False,
    with_public_name: bool = False,
    with_links: bool = False,
) -> bool:
    """Erase the contact data of a comment; return whether there were any.

    A link to follow the comment holds none and stays, unless `with_links`. Erasing
    twice does nothing, and notes nothing. The database forgets a scan only once its
    file is gone, so that a run that is cut off leaves none behind.
    """
    if user is not None and not user.has_perm(SEE_CONTACT):
        raise PermissionDenied
    with transaction.atomic():
        locked = PublicComment.objects.select_for_update(of=("self",)).get(
            pk=comment.pk
        )
        _drop_links(locked, with_links=with_links)
        erased = contacts_of(locked, with_public_name=with_public_name)
        if erased:
            _empty(locked, erased)
            _drop_letters(locked)
            tell_followers(locked)
            who = "author" if by_author else "staff" if user else "site"
            log(locked, ERASED, user=user, data={"by": who, "fields": list(erased)})
            scan = str(locked.scan.name or "")
            if scan:
                transaction.on_commit(lambda: _delete_scan(locked, scan))
    for name in ("name", "name_is_public", "email", "contacts_erased_at"):
        setattr(comment, name, getattr(locked, name))
    return bool(erased)


def _empty(comment: PublicComment, erased: tuple[str, ...]) -> None:
    """Empty the fields but for the scan, whose file has to go first."""
    comment.contacts_erased_at = timezone.now()
    comment.email = ""
    if "name" in erased:
        comment.name, comment.name_is_public = "", False
    comment.save(
        update_fields=["contacts_erased_at", "email", "name", "name_is_public"]
    )


def _drop_links(comment: PublicComment, *, with_links: bool) -> None:
    links = CommentLink.objects.filter(comment=comment)
    if not with_links:
        links = links.exclude(purpose=LinkPurpose.FOLLOW)
    links.delete()


def _drop_letters(comment: PublicComment) -> None:
    """Let mail not go out, and forget what staff wrote to and of the author.

    That there was a letter, when, and by whom, stays.
    """
    notices = Notice.objects.filter(comment=comment)
    notices.filter(state__in=UNSENT).update(state=NoticeState.DROPPED, error="")
    notices.exclude(message="").update(message="")
    entries = ModelLogEntry.objects.for_instance(comment).filter(action__in=LETTERS)
    for entry in entries:
        if entry.data.get("note"):
            entry.data = {**entry.data, "note": ""}
            entry.save(update_fields=["data"])


def _delete_scan(comment: PublicComment, scan: str) -> None:
    """Delete the file, then forget it; a failure leaves both for the next time."""
    try:
        comment.scan.storage.delete(scan)
    except OSError:
        logger.exception("The scan of comment %s could not be deleted", comment.pk)
        return
    PublicComment.objects.filter(pk=comment.pk, scan=scan).update(scan="")
