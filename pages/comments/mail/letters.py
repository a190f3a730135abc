"""Writes the mail to the author of a comment, in the author's language."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from pages.comments.limits import limits
from pages.comments.models import LinkPurpose, Notice, NoticeKind, PublicComment
from pages.comments.sending.links import DATA_LASTS, link_path, make_link

from .queue import Letter

# What the private link in a mail is for; in all others it follows the comment.
PURPOSES: Mapping[str, LinkPurpose] = {
    NoticeKind.CONFIRM: LinkPurpose.CONFIRM,
    NoticeKind.DATA: LinkPurpose.DATA,
}


def write_letter(notice: Notice) -> Letter:
    """Return the mail, with a new private link in it; the active language is used."""
    comment = notice.comment
    purpose = PURPOSES.get(notice.kind, LinkPurpose.FOLLOW)
    link, secret = make_link(comment=comment, purpose=purpose)
    root = root_url(comment)
    context = {
        "comment": comment,
        "consultation": comment.consultation,
        "answer": notice.answer,
        "message": notice.message,
        "hours": hours_of(purpose),
        "link": root + link_path(link, secret),
        "public_url": root + comment.url if comment.number else "",
    }
    body = render_to_string(f"public_comments/mail/{notice.kind}.txt", context)
    return Letter(subject_of(notice), body.strip() + "\n")


def hours_of(purpose: LinkPurpose) -> int:
    """Return for how many hours the link in a mail works, where it ends."""
    if purpose == LinkPurpose.DATA:
        return round(DATA_LASTS.total_seconds() / 3600)
    return limits().confirm_hours


def subject_of(notice: Notice) -> str:
    """Return the subject, on one line: it holds no words of the author."""
    subjects: Mapping[str, Any] = {
        NoticeKind.CONFIRM: _("Confirm your comment"),
        NoticeKind.RECEIPT: _("We have received your comment %(code)s"),
        NoticeKind.ASKED_BACK: _("Please complete your comment %(code)s"),
        NoticeKind.HIDDEN: _("Your comment %(code)s is not shown"),
        NoticeKind.ANSWERED: _("The answer to your comment %(code)s"),
        NoticeKind.DATA: _("What we keep of your comments"),
    }
    return str(subjects[notice.kind]) % {"code": notice.comment.code}


def root_url(comment: PublicComment) -> str:
    """Return the address of the site that the comment was made on."""
    parts = comment.consultation.draft.get_url_parts()
    return parts[1] if parts else str(settings.WAGTAILADMIN_BASE_URL)
