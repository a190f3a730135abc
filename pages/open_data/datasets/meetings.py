"""Meetings of the working group."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from pages.meetings.models import MeetingPage, MeetingStatus
from pages.meetings.models.meeting import MeetingKind
from pages.open_data.addresses import Addresses
from pages.open_data.columns import Column, Dataset, Kind, Row

from .public_pages import (
    PAGE,
    Version,
    in_chunks,
    own_pages,
    programme_years,
    read_versions,
)

UUID_EXAMPLE = "5b0c4bb1-9d3f-4a0e-8a5e-0a5f0f6d8f11"
COLUMNS = (
    Column(
        name="id",
        about=_("Identifies the meeting; the same in every language."),
        example=UUID_EXAMPLE,
        is_required=True,
    ),
    Column(
        name="title",
        about=_("The title of its page."),
        example="Warsztaty 26 lipca 2013 r.",
        is_required=True,
    ),
    Column(
        name="lead",
        about=_("What it is about, in a sentence or two."),
        example="Drugie spotkanie grupy roboczej.",
    ),
    Column(
        name="kind",
        about=_("What sort of meeting it is."),
        example="workshop",
        is_required=True,
        codes=MeetingKind.choices,
    ),
    Column(
        name="status",
        about=_("The status of the meeting."),
        example="held",
        is_required=True,
        codes=MeetingStatus.choices,
    ),
    Column(
        name="ordinal",
        about=_("Which meeting of the group it is: 2 for the second."),
        example="2",
        kind=Kind.INTEGER,
    ),
    Column(
        name="date",
        about=_("The day of the meeting, in Polish time."),
        example="2013-07-26",
        kind=Kind.DATE,
        is_required=True,
    ),
    Column(
        name="start_time",
        about=_("When it begins, in Polish time."),
        example="12:00:00",
        kind=Kind.TIME,
    ),
    Column(
        name="end_time",
        about=_("When it ends, in Polish time."),
        example="15:30:00",
        kind=Kind.TIME,
    ),
    Column(
        name="place",
        about=_("The name of the place."),
        example="Centrum Współpracy Organizacji Pozarządowych",
    ),
    Column(
        name="place_address",
        about=_("The address of the place."),
        example="ul. Bema 60/1, 15-370 Białystok",
    ),
    Column(
        name="topics",
        about=_("The topics of the meeting, in order."),
        example="cele programu",
        is_list=True,
    ),
    Column(
        name="participants",
        about=_("How many people came, according to the report."),
        example="16",
        kind=Kind.INTEGER,
    ),
    Column(
        name="programme_year",
        about=_("The year of the programme that it works on."),
        example="2014",
        kind=Kind.INTEGER,
    ),
    Column(
        name="discussed_version",
        about=_("The number of the version that it discussed."),
        example="1",
        kind=Kind.INTEGER,
    ),
    Column(
        name="resulting_version",
        about=_("The number of the version made after it."),
        example="2",
        kind=Kind.INTEGER,
    ),
    Column(
        name="url",
        about=_("The address of its page on this site."),
        example="https://example.org/pl/spotkania/warsztaty-26-lipca-2013/",
        kind=Kind.ADDRESS,
        is_required=True,
    ),
)
SAME = (
    *("title", "lead", "kind", "status", "ordinal", "date"),
    *("start_time", "end_time"),
)


def meeting_keys() -> Any:
    """Return the public meetings in the order of the files, the oldest first."""
    return own_pages(MeetingPage.objects).order_by("date", "start_time", "pk")


def read_meetings(pks: Sequence[int], *fields: str) -> Any:
    """Return public meetings in the same order, with what an address needs."""
    return meeting_keys().filter(pk__in=pks).only(*PAGE, "date", *fields)


def meeting_rows(addresses: Addresses) -> Iterator[Row]:
    """Yield the public meetings: three queries, and two a chunk."""
    years, versions = programme_years(addresses), read_versions(addresses)
    return in_chunks(meeting_keys(), partial(_read, addresses, years, versions))


def _read(
    addresses: Addresses,
    years: Mapping[UUID, int],
    versions: Mapping[UUID, Version],
    pks: Sequence[int],
) -> Iterator[Row]:
    related = ("programme", "discussed_draft", "resulting_draft")
    fields = (f"{name}__translation_key" for name in related)
    place = (f"place__{name}" for name in ("name", "street", "postcode", "city"))
    own = (*SAME, "declared_participants")
    meetings = read_meetings(pks, *own, *fields, *place)
    meetings = meetings.select_related("place", *related).prefetch_related("agenda")
    for meeting in meetings:
        url = addresses.page(meeting)
        if url:
            yield {**_row_of(meeting, years, versions), "url": url}


def _row_of(
    meeting: Any, years: Mapping[UUID, int], versions: Mapping[UUID, Version]
) -> Row:
    place = meeting.place
    programme = meeting.programme
    return {
        **{name: getattr(meeting, name) for name in SAME},
        "id": str(meeting.translation_key),
        "place": place.name if place else "",
        "place_address": place.address if place else "",
        "topics": [" ".join(item.topic.split()) for item in meeting.agenda.all()],
        "participants": meeting.declared_participants,
        "programme_year": programme and years.get(programme.translation_key),
        "discussed_version": number_of(meeting.discussed_draft, versions),
        "resulting_version": number_of(meeting.resulting_draft, versions),
    }


def number_of(draft: Any, versions: Mapping[UUID, Version]) -> int | None:
    """Return the number of a version that everybody can read, None of another one."""
    version = versions.get(draft.translation_key) if draft else None
    return version.number if version else None


MEETINGS = Dataset(
    name="meetings",
    title=_("Meetings"),
    about=_("Meetings of the working group: announced ones, and reports of past ones."),
    key=("id",),
    columns=COLUMNS,
    rows=meeting_rows,
)
