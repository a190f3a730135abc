"""What the API says of meetings."""

import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from pages.api.choices import OneOf
from pages.api.citing import CitedClause
from pages.api.links import PageLink
from pages.api.locales import LocaleCode, ToldLocale
from pages.api.organisations.schemas import OrganisationLink
from pages.api.paging import Listing
from pages.meetings.models import FindingKind, MeetingStatus
from pages.meetings.models.meeting import MeetingKind

MeetingKindCode = Annotated[str, OneOf(MeetingKind.values)]
MeetingStatusCode = Annotated[str, OneOf(MeetingStatus.values)]
FindingKindCode = Annotated[str, OneOf(FindingKind.values)]


class MeetingFilters(Schema):
    """What the list of meetings may be narrowed by."""

    year: int | None = Field(
        None, ge=1, le=9999, description="The year in which it is held."
    )
    programme: int | None = Field(
        None,
        ge=1,
        le=2**63 - 1,
        description="The id of a programme's page, in any language.",
    )
    kind: MeetingKindCode | None = None
    status: MeetingStatusCode | None = None
    when: Literal["upcoming", "past"] | None = Field(
        None,
        description="`upcoming`: today or later and not cancelled; `past`: before "
        "today.",
    )
    organisation: str = Field(
        "", max_length=100, description="The slug of an organisation that came."
    )
    order: Literal["date", "-date"] = Field(
        "-date", description="`-date`: the newest first."
    )
    locale: LocaleCode | None = Field(
        None,
        description="The language to read in; without it that of `Accept-Language`.",
    )


class MeetingPlace(Schema):
    """Where a meeting is held."""

    name: str
    address: str
    accessibility: str = Field(description="What a person needs to know before coming.")


class MeetingEntry(PageLink):
    """A meeting, as the list has it; times are those of Warsaw."""

    lead: str
    content_locale: ToldLocale = Field(
        description="The language of the text: another one where the page only "
        "mirrors that of another language."
    )
    kind: MeetingKindCode
    kind_label: str
    ordinal: int | None = Field(description="2 for the second meeting of the group.")
    status: MeetingStatusCode
    status_label: str
    date: datetime.date
    start_time: datetime.time | None
    end_time: datetime.time | None
    starts_at: datetime.datetime | None = Field(description="With its time zone.")
    ends_at: datetime.datetime | None
    is_upcoming: bool = Field(description="Today or later, and not cancelled.")
    is_report: bool = Field(description="Whether it was held, and is reported on.")
    place: MeetingPlace | None
    online_url: str
    calendar_url: str = Field(description="The meeting as an iCalendar file.")


class MeetingListing(Listing[MeetingEntry]):
    """Meetings by date."""


class AttendingOrganisation(Schema):
    """An organisation at a meeting; names of persons are not kept."""

    name: str = Field(description="As the report has it, else as the register.")
    head_count: int | None = Field(description="How many people came from it.")
    organisation: OrganisationLink


class AttendingUnit(Schema):
    """A unit of the city office at a meeting."""

    id: int
    name: str
    head_count: int | None


class Attendance(Schema):
    """Who came."""

    declared_participants: int | None = Field(
        description="As the report declares it; it may differ from the sum."
    )
    organisations: list[AttendingOrganisation]
    units: list[AttendingUnit]


class ResultingAmendment(Schema):
    """An amendment that came of a finding and stands in a public version."""

    code: str = Field(description="How it is cited: `P3/2014`.")
    version: PageLink = Field(description="The version that has it first.")


class Finding(Schema):
    """What a meeting found, proposed or agreed."""

    id: int
    letter: str = Field(description="Its letter in its list: `a`, `b` and so on.")
    kind: FindingKindCode = Field(description="A proposal is not agreed yet.")
    kind_label: str
    text: str
    clause: CitedClause | None = Field(
        description="The clause it is about, in the newest public draft."
    )
    is_main_goal: bool = Field(description="Whether that is the main goal.")
    wording_before: str
    wording_after: str
    amendments: list[ResultingAmendment]


class FindingsOfArea(Schema):
    """The findings of a priority area, as the report numbers them."""

    number: int
    id: int
    slug: str
    name: str
    findings: list[Finding]


class ReportCorrection(Schema):
    """What was corrected in the report after it was published."""

    date: datetime.date
    text: str


class CommentChannel(Schema):
    """An address that comments may be sent to."""

    name: str = Field(description="Whose address it is.")
    email: str


class NextMeeting(PageLink):
    """The meeting after one, if it is announced."""

    date: datetime.date
    start_time: datetime.time | None
    end_time: datetime.time | None
    place: MeetingPlace | None
    calendar_url: str


class MeetingProject(Schema):
    """The funded project that a meeting is part of."""

    id: int
    name: str
    description: str
    funding_note: str = Field(description="The sentence that the funder requires.")


class Meeting(MeetingEntry):
    """A meeting with its report.

    The free text of the report (introductions, `body`) is that of the page:
    `page_api_url`.
    """

    page_api_url: str | None
    programme: PageLink | None
    discussed_draft: PageLink | None
    resulting_draft: PageLink | None
    agenda: list[str]
    attendance: Attendance
    decisions: list[Finding] = Field(
        description="What was agreed for the programme as a whole."
    )
    areas: list[FindingsOfArea] = Field(description="What was found, by area.")
    next_meeting: NextMeeting | None
    corrections: list[ReportCorrection]
    channels: list[CommentChannel] = Field(
        description="Where comments may be sent, if the report calls for them."
    )
    project: MeetingProject | None
