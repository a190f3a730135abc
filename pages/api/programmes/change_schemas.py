"""What changed between versions, why, and the life of one clause."""

import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from pages.api.choices import OneOf
from pages.api.links import PageLink
from pages.api.locales import ToldLocale
from pages.meetings.models.finding import FindingKind
from pages.programmes.models import SuccessionKind
from pages.programmes.redline import SegmentKind

from .clause_schemas import ClauseLink, KindCode
from .schemas import DraftLink


class Segment(Schema):
    """A run of words that stayed, came or went.

    What is not `delete`, joined, is exactly the later text. What is not `insert`,
    joined, is exactly the earlier one, with `before` in place of `text` where given.
    """

    op: Annotated[str, OneOf(SegmentKind)]
    text: str
    before: str | None = Field(
        description="Where equal words differ in spaces, quotation marks or dashes: "
        "how the earlier version writes them."
    )


class WhyChanged(Schema):
    """One source of a change: an amendment, a finding, a comment, a note."""

    title: str
    text: str | None
    url: str | None = Field(description="Where readers can read of it.")


ChangeState = Literal["added", "removed", "changed", "moved", "unchanged"]


class ClauseChange(Schema):
    """A clause with what differs between two versions."""

    uid: UUID
    kind: KindCode
    kind_before: KindCode | None = Field(description="None for what is added.")
    state: ChangeState = Field(
        description="What happened first of all; what is changed may have moved too."
    )
    is_changed: bool = Field(description="Whether both have it in other words.")
    is_moved: bool
    is_renumbered: bool
    number: str | None
    number_before: str | None
    label: str | None = Field(description="Its citation in the later version.")
    label_before: str | None = Field(description="Its citation in the earlier one.")
    depth: int
    parent: UUID | None
    chapter: UUID
    segments: list[Segment]
    introduction: list[Segment] = Field(description="Of a chapter's introduction.")
    reasons: list[WhyChanged]
    url: str = Field(description="Its permanent address for readers.")
    api_url: str | None


class ChangeCounts(Schema):
    """How many clauses differ; one may count more than once."""

    added: int
    removed: int
    changed: int
    moved: int
    renumbered: int


class Redline(Schema):
    """What differs between two versions, in the order of the later text.

    A removed clause stands behind the one that it stood behind.
    """

    draft: DraftLink
    since: DraftLink
    since_year: int | None = Field(
        description="The year of the other programme; none within one programme."
    )
    counts: ChangeCounts
    clauses: list[ClauseChange]


class ClauseFinding(Schema):
    """What a meeting found of a clause, as its published report says it."""

    kind: Annotated[str, OneOf(FindingKind.values)]
    text: str
    meeting: PageLink
    date: datetime.date


class NamedComment(Schema):
    """A published comment that an amendment comes from."""

    title: str = Field(description="Its number and the ruling on it.")
    url: str


class AmendmentSource(Schema):
    """A change that an amendment made."""

    source: Literal["amendment"]
    code: str = Field(description="Its citation, such as „P3/2014”.")
    rationale: str | None = Field(
        description="Given where no published report tells of it."
    )
    findings: list[ClauseFinding]
    comments: list[NamedComment]
    api_url: str | None


class FindingSource(Schema):
    """A change that comes from the finding of a meeting."""

    source: Literal["finding"]
    finding: ClauseFinding | None
    note: str | None


class NoteSource(Schema):
    """A change that comes from the law, the budget or an edit."""

    source: Literal["law", "editorial"]
    note: str


ChangeSource = Annotated[
    AmendmentSource | FindingSource | NoteSource, Field(discriminator="source")
]


class ClauseVersion(Schema):
    """The wording of a clause in one version."""

    draft: DraftLink
    kind: KindCode
    number: str | None
    label: str | None
    text: str
    change: Literal["added", "changed", "renumbered", "unchanged"] = Field(
        description="Against the wording before it in this list; the oldest is added."
    )
    segments: list[Segment]
    sources: list[ChangeSource]
    url: str = Field(description="The clause in the text of the version.")


class ClauseSuccessor(Schema):
    """How a clause came from another, or went over into it."""

    relation: Annotated[str, OneOf(SuccessionKind.values)]
    direction: Literal["from", "into", "itself"] = Field(
        description="`into` where the other clause came of this one."
    )
    clause: ClauseLink | None = Field(description="None where it only moved.")
    draft: PageLink = Field(description="The version in which it did.")


class ClauseHistory(Schema):
    """A clause in its newest published wording, and how it came to it."""

    uid: UUID
    locale: ToldLocale
    kind: KindCode
    number: str | None
    label: str | None
    text: str
    draft: DraftLink = Field(description="The newest version that has it.")
    url: str = Field(description="Its permanent address for readers.")
    api_url: str | None
    task: PageLink | None = Field(description="The page of the priority task.")
    comments_count: int = Field(description="Published comments on it, all versions.")
    comments_api_url: str | None = Field(
        description="Where these are listed, and those that followed to it."
    )
    history: list[ClauseVersion] = Field(description="The newest version first.")
    findings: list[ClauseFinding] = Field(
        description="Of published reports, the newest meeting first."
    )
    successions: list[ClauseSuccessor]
