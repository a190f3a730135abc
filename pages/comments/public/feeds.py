"""The Atom feed of published comments and of the answers to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Prefetch
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.translation import gettext as _

from pages.comments.models import (
    AnswerState,
    CoveredComment,
    OfficialAnswer,
    PublicComment,
)

from .reading import PUBLIC_FIELDS, author_of

ENTRIES_IN_FEED = 50


@dataclass(frozen=True)
class Entry:
    """A comment or an answer as the feed tells it; `words` are plain text."""

    key: UUID
    title: str
    words: str
    url: str
    date: datetime


class CommentFeed(Feed):
    """The latest comments and answers; they are read in the language they came in."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return _("Comments and answers")

    def subtitle(self) -> str:
        return _("What people say of the programme, and what the office answers.")

    def author_name(self) -> str:
        """Return the site's name: RFC 4287 asks a feed for its author."""
        return str(settings.WAGTAIL_SITE_NAME)

    def link(self) -> str:
        return reverse("feed", kwargs={"kind": "comments"})

    def items(self) -> list[Entry]:
        """Return comments and answers together, the newest first."""
        entries = [*newest_comments(), *newest_answers()]
        entries.sort(key=lambda entry: entry.date, reverse=True)
        return entries[:ENTRIES_IN_FEED]

    def item_title(self, item: Entry) -> str:
        return item.title

    def item_description(self, item: Entry) -> str:
        """Return the words as HTML, which Atom's readers take it for."""
        return linebreaks(item.words, autoescape=True)

    def item_link(self, item: Entry) -> str:
        return item.url

    def item_guid(self, item: Entry) -> str:
        return f"urn:uuid:{item.key}"

    def item_pubdate(self, item: Entry) -> datetime:
        return item.date

    def item_updateddate(self, item: Entry) -> datetime:
        return item.date


def newest_comments() -> Iterable[Entry]:
    """Yield the comments published last: one query."""
    comments = (
        PublicComment.objects.public()
        .filter(number__isnull=False)
        .select_related("organisation", "consultation__draft")
        .only(*PUBLIC_FIELDS)
        .order_by(Coalesce("published_at", "received_at").desc(), "-pk")
    )
    for comment in comments[:ENTRIES_IN_FEED]:
        author = author_of(comment).title
        title = _("Comment %(code)s") % {"code": comment.code}
        place = comment.label or _("the whole version")
        yield Entry(
            entry_key(comment, f"comment/{comment.number}"),
            ", ".join(part for part in (title, place, author) if part),
            comment.text,
            comment.url,
            comment.published_at or comment.received_at,
        )


def newest_answers() -> Iterable[Entry]:
    """Yield the answers published last, to comments that can be read: two queries."""
    readable = PublicComment.objects.public().filter(number__isnull=False)
    covered = CoveredComment.objects.filter(comment__in=readable.order_by())
    rows = covered.select_related("comment__consultation__draft").only(
        *("answer", "sort_order", "comment__number", "comment__year"),
        "comment__consultation__draft__translation_key",
    )
    answers = (
        OfficialAnswer.objects.filter(state=AnswerState.PUBLISHED)
        .filter(pk__in=covered.values("answer"))
        .prefetch_related(Prefetch("covered", rows.order_by("sort_order", "pk")))
        .order_by("-published_at", "-pk")
    )
    for answer in answers[:ENTRIES_IN_FEED]:
        comments = [row.comment for row in answer.covered.all()]
        codes = ", ".join(comment.code for comment in comments)
        ruling = answer.get_ruling_display()
        yield Entry(
            entry_key(comments[0], f"answer/{answer.pk}"),
            _("Answer to %(codes)s: %(ruling)s") % {"codes": codes, "ruling": ruling},
            answer.reasons,
            comments[0].url,
            answer.published_at,
        )


def entry_key(comment: Any, name: str) -> UUID:
    """Return an identity that stays, whatever address the site moves to."""
    key: UUID = comment.consultation.draft.translation_key
    return uuid5(key, name)
