"""The site's Atom feeds: that of meeting reports, and those that other rooms bring."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pages.base.visibility import visible

from .models import MeetingPage

REPORTS_IN_FEED = 20


class ReportFeed(Feed):
    """The latest reports of meetings in one language."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return _("Reports of meetings")

    def subtitle(self) -> str:
        return _("What the working group found, agreed and proposed.")

    def author_name(self) -> str:
        """Return the site's name: RFC 4287 asks a feed for its author."""
        return str(settings.WAGTAIL_SITE_NAME)

    def link(self) -> str:
        return reverse("feed", kwargs={"kind": "reports"})

    def items(self) -> Any:
        """Return the reports, the newest meeting first."""
        meetings = visible(MeetingPage.objects).reports()
        return (
            meetings.filter(locale__language_code=get_language(), alias_of__isnull=True)
            .defer_streamfields()
            .newest_first()[:REPORTS_IN_FEED]
        )

    def item_title(self, item: MeetingPage) -> str:
        return str(item.title)

    def item_description(self, item: MeetingPage) -> str:
        return item.lead

    def item_link(self, item: MeetingPage) -> str:
        return item.full_url or ""

    def item_guid(self, item: MeetingPage) -> str:
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item: MeetingPage) -> datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: MeetingPage) -> datetime | None:
        return item.last_published_at


_feeds: dict[str, Feed] = {"reports": ReportFeed()}


def register(kind: str, served: Feed) -> None:
    """Let a room serve a feed of its own at `feeds/<kind>/`."""
    _feeds[kind] = served


@dataclass(frozen=True)
class ListedFeed:
    """A feed as an index names it."""

    kind: str
    title: str
    subtitle: str
    path: str
    media_type: str


def listed() -> Iterator[ListedFeed]:
    """Yield the feeds in the active language, in the order of their kinds."""
    for kind, served in sorted(_feeds.items()):
        yield ListedFeed(
            kind,
            said(served, "title"),
            said(served, "subtitle"),
            reverse("feed", kwargs={"kind": kind}),
            media_type_of(served),
        )


def media_type_of(served: Feed) -> str:
    """Return the media type of a feed, without its character set."""
    content_type: str = getattr(served.feed_type, "content_type", "application/xml")
    return content_type.partition(";")[0]


def said(served: Feed, name: str) -> str:
    """Return what a feed says of itself: Django lets it be a text or a method."""
    value = getattr(served, name, "")
    return str(value() if callable(value) else value)


def feed(request: HttpRequest, kind: str) -> HttpResponse:
    """Serve one of the feeds by its kind."""
    if kind not in _feeds:
        raise Http404(_("There is no such feed."))
    return _feeds[kind](request)
