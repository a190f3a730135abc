"""Follows organisations and units of the city where other things name them."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q

from pages.comments.models import PublicComment
from pages.meetings.models import MeetingPage
from search.models import CatalogueEntry, Kind, Part
from snippets.models import CityUnit, Organisation

from .cards import plain
from .comments import refresh_comments
from .following import refresh_page


def refresh_about(pks: Collection[int], *, is_any: bool = False) -> None:
    """Make the cards anew of comments and meetings that name organisations otherwise.

    `is_any` asks for all that are about these. One query where there are none.
    """
    rows = CatalogueEntry.organisations.through.objects.filter(
        organisation__in=list(pks),
        catalogueentry__kind__in=(Kind.COMMENT, Kind.MEETING),
    ).select_related("catalogueentry", "organisation")
    outdated = [
        row.catalogueentry
        for row in rows.defer("catalogueentry__further")
        if is_any or not names(row.catalogueentry, row.organisation)
    ]
    comments = [int(one.subject) for one in outdated if one.kind == Kind.COMMENT]
    refresh_comments(PublicComment.objects.filter(pk__in=comments))
    refresh_meetings(Q(pk__in=[one.page_id for one in outdated if one.page_id]))


def names(entry: CatalogueEntry, organisation: Organisation) -> bool:
    """Whether an entry has the name of an organisation among those who speak."""
    name = plain(organisation.name)
    return any(
        part in (Part.AUTHOR, Part.PARTICIPANTS) and name in text
        for part, text in entry.parts
    )


def refresh_meetings_with(unit: CityUnit) -> None:
    """Make the cards anew of meetings that a unit came to, where it has a new name."""
    came = MeetingPage.objects.filter(units__unit=unit).values("pk")
    entries = CatalogueEntry.objects.filter(kind=Kind.MEETING, page__in=came)
    name = plain(unit.name)
    outdated = [
        entry.page_id
        for entry in entries.defer("further")
        if not any(name in text for _part, text in entry.parts)
    ]
    refresh_meetings(Q(pk__in=outdated))


def refresh_meetings(which: Any) -> None:
    """Make the cards of meetings anew."""
    for meeting in MeetingPage.objects.filter(which):
        refresh_page(meeting)
