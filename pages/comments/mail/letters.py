"""Writes the mail to the author of a comment, in the author's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from pages.comments.limits import limits
from pages.comments.models import LinkPurpose, Notice, NoticeKind, PublicComment
from pages.comments.sending.links import link_path, make_link


@dataclass(frozen=True)
class Letter:
    """A mail in plain text."""

    subject: str
    body: str


def write_letter(notice: Notice) -> Letter:
    """Return the mail, with a new private link in it; the active language is used."""
    comment = notice.comment
    is_confirm = notice.kind == NoticeKind.CONFIRM
    purpose = LinkPurpose.CONFIRM if is_confirm else LinkPurpose.FOLLOW
    link, secret = make_link(comment=comment, purpose=purpose)
    root = root_url(comment)
    context = {
        "comment": comment,
        "consultation": comment.consultation,
        "answer": notice.answer,
        "message": notice.message,
        "hours": limits().confirm_hours,
        "link": root + link_path(link, secret),
        "public_url": root + comment.url if comment.number else "",
    }
    body = render_to_string(f"public_comments/mail/{notice.kind}.txt", context)
    return Letter(subject_of(notice), body.strip() + "\n")


def subject_of(notice: Notice) -> str:
    """Return the subject, on one line: it holds no words of the author."""
    subjects: Mapping[str, Any] = {
        NoticeKind.CONFIRM: _("Confirm your comment"),
        NoticeKind.RECEIPT: _("We have received your comment %(code)s"),
        NoticeKind.ASKED_BACK: _("Please complete your comment %(code)s"),
        NoticeKind.HIDDEN: _("Your comment %(code)s is not shown"),
        NoticeKind.ANSWERED: _("The answer to your comment %(code)s"),
    }
    return str(subjects[notice.kind]) % {"code": notice.comment.code}


def root_url(comment: PublicComment) -> str:
    """Return the address of the site that the comment was made on."""
    parts = comment.consultation.draft.get_url_parts()
    return parts[1] if parts else str(settings.WAGTAILADMIN_BASE_URL)
