"""All that is kept of a person's comments, for that person: to read and as JSON.

What the office is still working on is not told before it answers, nor who of its
staff did what. Of digests it is said what they are for.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.comments.models import PublicComment
from pages.comments.public.tracking import SAID_OF

from .facts import Row, about_comment, about_contact, version_of
from .records import Records, read_records


@dataclass(frozen=True)
class Part:
    """One kind of what is kept: `entries` are tables of facts, in order of time.

    `is_one` says that there is exactly one entry.
    """

    key: str
    title: str
    entries: Sequence[Sequence[Row]]
    is_one: bool = False


@dataclass(frozen=True)
class OwnData:
    """All that is kept of one comment; `public_url` where everybody may read it."""

    code: str
    version: str
    status: str
    public_url: str
    parts: Sequence[Part]


def read_data(comments: Any) -> list[OwnData]:
    """Return all that is kept of the comments of a queryset; five queries."""
    found = list(
        comments.select_related(
            "consultation__draft", "area", "organisation", "duplicate_of"
        ).defer("consultation__draft__body", "consultation__draft__summary")
    )
    records = read_records(found)
    return [
        OwnData(
            code=comment.code,
            version=version_of(comment),
            status=str(SAID_OF[comment.state]),
            public_url=comment.url if comment.is_visible else "",
            parts=parts_of(comment, records[comment.pk]),
        )
        for comment in found
    ]


def parts_of(comment: PublicComment, records: Records) -> list[Part]:
    """Return what is kept of one comment, kind by kind, but for what there is not."""
    parts = [
        Part("comment", _("The comment"), [about_comment(comment)], is_one=True),
        Part("contact", _("Contact data"), [about_contact(comment)], is_one=True),
        Part("history", _("What happened to it"), records.history),
        Part("answers", _("The office's answers"), records.answers),
        Part("mail", _("Mail to you"), records.mail),
        Part("links", _("Private links"), records.links),
    ]
    return [part for part in parts if part.entries]


def not_kept() -> list[str]:
    """Return what somebody may think is kept, and is not."""
    return [
        _(
            "Your network address: against abuse a code is made of it, from which it "
            "cannot be read; it belongs to no comment and is deleted after seven days."
        ),
        _(
            "The secret part of your private links: we keep a digest of it, by which "
            "a link is recognised."
        ),
        _(
            "The text of mail to you: it is put together when it is sent. What staff "
            "added by hand is above."
        ),
        _(
            "Who else wrote the same: digests of the words only tell a comment that "
            "was sent twice from two comments."
        ),
    ]


def as_json(found: Sequence[OwnData]) -> str:
    """Return the data as JSON that is laid out to be read."""
    content = {
        "made_at": timezone.localtime(),
        "comments": [_plain(data) for data in found],
        "not_kept": not_kept(),
    }
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def _plain(data: OwnData) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for part in data.parts:
        entries = [{row.key: row.value for row in rows} for rows in part.entries]
        plain[part.key] = entries[0] if part.is_one else entries
    return plain
