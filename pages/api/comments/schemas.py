"""What the API says of published comments, their answers and consultations."""

import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from pages.api.choices import OneOf
from pages.api.citing import CitedClause
from pages.api.links import PageLink
from pages.api.locales import LocaleCode, ToldLocale
from pages.api.organisations.schemas import OrganisationLink
from pages.api.paging import Listing
from pages.comments.models import CommentKind, HidingReason, OnBehalf, Phase, Ruling

CommentKindCode = Annotated[str, OneOf(CommentKind.values)]
OnBehalfCode = Annotated[str, OneOf(OnBehalf.values)]
RulingCode = Annotated[str, OneOf(Ruling.values)]
HidingReasonCode = Annotated[str, OneOf(HidingReason.values)]
PhaseCode = Annotated[str, OneOf(Phase.values)]

Id = Annotated[int, Field(ge=1, le=2**63 - 1)]


class CommentFilters(Schema):
    """What comments may be narrowed by.

    What a hidden or withdrawn one said is never looked into: filters on words, kind,
    author and answer leave those out.
    """

    programme: Id | None = Field(
        None, description="The id of a programme's page, in any language."
    )
    year: int | None = Field(None, ge=1, le=9999, description="Of the programme.")
    draft: Id | None = Field(
        None,
        description="The id of a version's page, in any language; comments that "
        "followed to it from earlier versions are among its own.",
    )
    clause: UUID | None = Field(
        None, description="The uid of a clause, in any version or that of `draft`."
    )
    kind: CommentKindCode | None = None
    on_behalf: OnBehalfCode | None = None
    organisation: str = Field(
        "", max_length=100, description="The slug of one that speaks for itself."
    )
    ruling: RulingCode | None = None
    answered: bool | None = Field(
        None, description="Whether there is a published answer."
    )
    q: str = Field(
        "", max_length=100, description="Words in the comment, or its number."
    )
    order: Literal["received_at", "-received_at"] = Field(
        "-received_at", description="`-received_at`: the newest first."
    )
    locale: LocaleCode | None = Field(
        None, description="The language of labels, versions and addresses."
    )


class CommentLink(Schema):
    """A comment, named."""

    code: str = Field(description="How it is cited: `U17/2014`.")
    year: int
    number: int
    url: str = Field(description="Its permanent public address.")
    api_url: str | None = Field(description="Where the API tells more.")


class CommentAuthor(Schema):
    """Who speaks, as everybody may know: a name only where its owner agreed."""

    name: str
    on_behalf: OnBehalfCode
    on_behalf_label: str
    organisation: OrganisationLink | None


class AnswerChange(Schema):
    """A change of the text that an answer leads to."""

    code: str = Field(description="How the amendment is cited: `P3/2014`.")
    title: str
    version: PageLink | None = Field(
        description="The version that has it; none before one is public."
    )
    clauses: list[CitedClause] = Field(description="What changed there.")


class CommentAnswer(Schema):
    """What the office decided of a comment, and why."""

    ruling: RulingCode
    ruling_label: str
    reasons: str
    unit: str = Field(description="The city unit that answers.")
    published_at: datetime.datetime | None
    correction: str = Field(description="What this version of the answer corrects.")
    locale: ToldLocale = Field(description="The language of the reasons.")
    changes: list[AnswerChange]


class CommentEntry(CommentLink):
    """A comment with its answer.

    Of one that is hidden or withdrawn only that it was there: `is_shown` is false,
    the texts are empty, kind and author are null.
    """

    state: Literal["waiting", "answered", "hidden", "withdrawn"]
    status: str = Field(description="What became of it, in words.")
    received_at: datetime.datetime
    is_shown: bool
    is_late: bool = Field(description="Sent after the last day.")
    hidden_because: str = Field(description="Why it is not shown, a sentence.")
    hiding_note: str
    version: PageLink | None = Field(description="What it was made on.")
    clause: CitedClause | None = Field(
        description="What it is about; null for the whole version."
    )
    place: str = Field(description="The same in words, as the version cites it.")
    citation: str = Field(description="As its author cites it, where it is no clause.")
    kind: CommentKindCode | None
    kind_label: str
    author: CommentAuthor | None
    locale: ToldLocale | None = Field(description="The language that it is written in.")
    text: str
    proposed_wording: str
    justification: str
    same_as: CommentLink | None = Field(description="The first that says the same.")
    answer: CommentAnswer | None
    earlier_answers: list[CommentAnswer] = Field(
        description="Published before and replaced since, the newest first."
    )


class CommentListing(Listing[CommentEntry]):
    """Comments by the time at which they came."""


class CommentInVersion(Schema):
    """Where a comment stands in a later version."""

    version: PageLink
    clause: CitedClause


class Comment(CommentEntry):
    """A comment with its answer and the later versions that it followed to."""

    quoted: str = Field(description="The wording commented on; empty of a stub.")
    also_in: list[CommentInVersion]


class ConsultationFilters(Schema):
    """What consultations may be narrowed by."""

    phase: PhaseCode | None = None
    year: int | None = Field(None, ge=1, le=9999, description="Of the programme.")
    locale: LocaleCode | None = None


class LabelledValue(Schema):
    """A value of a field and what it is called."""

    value: str
    label: str


class CommentRules(Schema):
    """What a form must keep to; lengths in characters, times in seconds."""

    kinds: list[LabelledValue]
    on_behalf: list[LabelledValue] = Field(description="Whom the form offers.")
    longest_text: int = Field(
        description="Of `text`, `proposed_wording` and `justification` each."
    )
    longest_organisation: int
    longest_name: int
    longest_email: int
    most_links: int = Field(
        description="Web addresses in all texts together, beside those of the clause."
    )
    least_seconds: int = Field(description="A form sent faster is refused.")
    form_lasts: int = Field(description="How long the key of a form is good.")
    confirm_within: int = Field(description="How long the link in the mail works.")
    largest_body: int = Field(description="Bytes.")
    most_an_hour: int = Field(description="Sendings from one network.")
    most_a_day: int


class Consultation(Schema):
    """A version that is, was or will be put out for comments."""

    id: int
    year: int = Field(description="Of the programme.")
    draft: PageLink | None = Field(description="The version.")
    phase: PhaseCode
    phase_label: str
    opens_on: datetime.date
    closes_on: datetime.date = Field(description="The last day, until its end.")
    opens_at: datetime.datetime
    closes_at: datetime.datetime = Field(description="The first moment too late.")
    notice: str
    legal_basis: str
    act: str
    act_date: datetime.date | None
    contact_unit: str
    contact_email: str
    contact_address: str
    controller: str = Field(description="Of the personal data.")
    data_protection_officer: str
    retention: str
    erase_contacts_on: datetime.date | None
    is_moderated: bool = Field(description="Staff read comments before they are shown.")
    asks_challenge: bool = Field(
        description="Comments without a solved ALTCHA challenge wait for staff."
    )
    form_url: str | None = Field(description="The form of the site, while it is open.")
    form_api_url: str | None = Field(description="Where a form is opened by the API.")
    comments_api_url: str | None
    rules: CommentRules


class ConsultationListing(Listing[Consultation]):
    """Consultations, the newest first."""
