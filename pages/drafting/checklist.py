"""The statutory checklist of a version: read for the public, carried on by staff."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from pages.base.visibility import visible
from pages.meetings.models import MeetingPage
from pages.programmes.models import ProgrammeDraftPage

from .models import Part, PartStatus, ProgrammePart

AGREED = (PartStatus.AGREED, PartStatus.ADOPTED)


@dataclass(frozen=True)
class PartView:
    """A part as its reader sees it; `meeting` only where its page is public."""

    number: int
    name: str
    status: str
    is_agreed: bool = False
    date: datetime.date | None = None
    meeting: MeetingPage | None = None


@dataclass(frozen=True)
class Checklist:
    """The eleven parts of a version."""

    parts: Sequence[PartView]

    @property
    def agreed(self) -> int:
        """How many parts are agreed or adopted."""
        return sum(part.is_agreed for part in self.parts)


class ChecklistPanel(Component):
    """The parts as a table below the text of a version."""

    template_name = "drafting/components/checklist.html"

    def __init__(self, checklist: Checklist, request: HttpRequest) -> None:
        self.checklist = checklist
        self.request = request

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"checklist": self.checklist, "request": self.request}


def checklist_panel(
    draft: ProgrammeDraftPage, request: HttpRequest
) -> ChecklistPanel | None:
    """Return the panel of a version whose checklist somebody keeps."""
    checklist = read_checklist(draft)
    return ChecklistPanel(checklist, request) if checklist else None


def read_checklist(draft: ProgrammeDraftPage) -> Checklist | None:
    """Return the checklist to show, None where nobody has begun it: two queries.

    Staff keep it at the version in the source language; its translations show it.
    """
    rows = ProgrammePart.objects.filter(draft__translation_key=draft.translation_key)
    by_part = {row.part: row for row in rows.select_related("meeting")}
    if not by_part:
        return None
    meetings = public_meetings(by_part.values(), draft)
    return Checklist([part_view(p, by_part.get(p), meetings) for p in Part])


def public_meetings(
    rows: Iterable[ProgrammePart], draft: ProgrammeDraftPage
) -> dict[object, MeetingPage]:
    """Return the meetings that readers may see, in the draft's language, by key."""
    keys = [row.meeting.translation_key for row in rows if row.meeting]
    pages = visible(MeetingPage.objects).filter(
        translation_key__in=keys, locale=draft.locale_id, alias_of__isnull=True
    )
    return {
        page.translation_key: page
        for page in pages.only("title", "url_path", "translation_key")
    }


def part_view(
    part: Part, row: ProgrammePart | None, meetings: Mapping[object, MeetingPage]
) -> PartView:
    """Return what is shown of one part; one without a row is empty."""
    if row is None:
        return PartView(part, str(part.label), str(PartStatus.EMPTY.label))
    meeting = row.meeting and meetings.get(row.meeting.translation_key)
    return PartView(
        part,
        str(part.label),
        str(PartStatus(row.status).label),
        is_agreed=row.status in AGREED,
        date=row.date or (row.meeting.date if row.meeting else None),
        meeting=meeting,
    )


def carry_on(draft: ProgrammeDraftPage) -> None:
    """Give a new version the parts of the one that it is based on."""
    if draft.based_on_id is None:
        return
    ProgrammePart.objects.bulk_create(
        ProgrammePart(
            draft=draft,
            part=row.part,
            status=row.status,
            meeting_id=row.meeting_id,
            date=row.date,
        )
        for row in ProgrammePart.objects.filter(draft=draft.based_on_id)
    )
