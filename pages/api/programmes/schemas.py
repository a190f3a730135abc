"""What the API tells of programmes, their versions and tasks."""

import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from pages.api.choices import OneOf
from pages.api.links import PageLink, ThingLink
from pages.api.locales import ToldLocale
from pages.api.paging import Listing
from pages.programmes.models.programme import Stage
from pages.programmes.models.status import DraftStatus

from .clause_schemas import Clause, ClauseLink

CONTENT_LOCALE = (
    "The language the text is in: another than `locale` where the page mirrors one "
    "that nobody has translated yet."
)
PAGE_API_URL = "The same page as Wagtail's API tells it, with its content."
StageCode = Annotated[str, OneOf(Stage.values)]
StatusCode = Annotated[str, OneOf(DraftStatus.values)]


class DraftLink(PageLink):
    """A version of a programme's text."""

    number: int = Field(description="1 for the first version of the programme.")
    status: StatusCode
    date: datetime.date


class DraftConsultation(Schema):
    """When a version takes comments; days are those of Poland."""

    id: int
    phase: Literal["announced", "open", "closed"]
    opens_on: datetime.date
    closes_on: datetime.date = Field(description="The last day.")
    comments_api_url: str | None = Field(description="Where its comments are listed.")


class DraftItem(DraftLink):
    """A version in a list."""

    content_locale: ToldLocale = Field(description=CONTENT_LOCALE)
    label: str | None = Field(description="Such as „after the second meeting”.")
    lead: str | None
    is_closed: bool = Field(
        description="Whether the version, in the city's own language, is closed to "
        "changes: then no word of it changes any more."
    )
    closed_at: datetime.datetime | None
    clauses_count: int = Field(description="Chapters and areas count as well.")
    consultation: DraftConsultation | None = Field(
        description="None where the version is not put out for comments."
    )


class DraftChanges(Schema):
    """How many clauses differ from another version; one may count more than once."""

    since: DraftLink
    added: int
    removed: int
    changed: int = Field(description="Words or kind.")
    moved: int
    renumbered: int
    api_url: str = Field(description="The redline: each clause with what differs.")


class Draft(DraftItem):
    """A version of a programme with its whole text."""

    programme: PageLink | None
    summary: str | None = Field(description="What changed, in HTML.")
    made_at: list[PageLink] = Field(description="Meetings that led to the version.")
    discussed_at: list[PageLink] = Field(description="Meetings that discussed it.")
    changes: DraftChanges | None = Field(
        description="Since the version it was made from; none for a first version."
    )
    comments_count: int = Field(
        description="Published comments on the version and its clauses."
    )
    page_api_url: str | None = Field(description=PAGE_API_URL)
    clauses: list[Clause] = Field(
        description="All clauses in the order of the text; `parent` and `depth` say "
        "what each is part of."
    )


class TaskItem(PageLink):
    """A priority task of a programme."""

    content_locale: ToldLocale = Field(description=CONTENT_LOCALE)
    lead: str | None
    area: ThingLink
    lead_unit: ThingLink | None = Field(description="The city unit that leads it.")


class PriorityTask(TaskItem):
    """A priority task with its programme and its clause."""

    programme: PageLink | None
    clause: ClauseLink | None = Field(
        description="The clause that is the task, in its newest published wording."
    )
    page_api_url: str | None = Field(description=PAGE_API_URL)


class ProgrammeItem(PageLink):
    """A year's programme in a list."""

    content_locale: ToldLocale = Field(description=CONTENT_LOCALE)
    year: int = Field(description="The year it is for.")
    stage: StageCode
    lead: str | None
    current_draft: DraftLink | None = Field(
        description="The published version with the highest number."
    )


class Programme(ProgrammeItem):
    """A year's programme of cooperation."""

    legal_basis: str | None
    resolution_number: str | None = Field(
        description="The council's resolution that adopted it."
    )
    resolution_date: datetime.date | None
    planned_funds: str | None = Field(description="In złoty, such as „4500000.00”.")
    bip_url: str | None = Field(
        description="The programme in the Public Information Bulletin."
    )
    drafts: list[DraftItem] = Field(description="Published versions, newest first.")
    tasks: list[TaskItem]
    meetings: list[PageLink] = Field(description="Meetings that worked on it.")
    page_api_url: str | None = Field(description=PAGE_API_URL)


class ProgrammeListing(Listing[ProgrammeItem]):
    """A piece of the list of programmes."""


class DraftListing(Listing[DraftItem]):
    """A piece of the list of versions."""


class TaskListing(Listing[PriorityTask]):
    """A piece of the list of priority tasks."""
