"""What authors send and get back."""

import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from pages.api.locales import LocaleCode, ToldLocale
from pages.comments.models import LONGEST_TEXT, PUBLIC_ON_BEHALF, CommentKind

from .schemas import (
    CommentAnswer,
    CommentKindCode,
    Consultation,
    Id,
    OnBehalfCode,
)


def told(**keywords: Any) -> Any:
    """Return a text that the form judges, as the document tells of it.

    The form has the words for what is wrong, in the reader's language.
    """
    description = keywords.pop("description", None)
    return Field("", description=description, json_schema_extra=keywords)


def mark_required(schema: dict[str, Any]) -> None:
    """Tell the document what a comment cannot do without; the form refuses it.

    Generators of types take what has a default for what is always there.
    """
    schema["required"] = ["draft", "key", "kind", "text", "on_behalf"]
    for property_ in schema["properties"].values():
        property_.pop("default", None)


KIND: dict[str, Any] = {"enum": [*CommentKind.values]}
WHO: dict[str, Any] = {"enum": [value.value for value in PUBLIC_ON_BEHALF]}
TEXT: dict[str, Any] = {"maxLength": LONGEST_TEXT}


class NamedAs(Schema):
    """The name of an organisation as somebody writes it."""

    name: str = Field(min_length=1, max_length=255)


class MeantOrganisation(Schema):
    """An organisation of the directory that may be meant."""

    chosen: str = Field(description="What the comment sends as `chosen`.")
    name: str
    city: str


class MeantOrganisations(Schema):
    """What the directory has of a name."""

    exact: MeantOrganisation | None = Field(
        description="The one that is meant: then nothing has to be chosen."
    )
    offered: list[MeantOrganisation] = Field(
        description="Those to choose from; `none` stands for none of them."
    )


class FormPlace(Schema):
    """What a form comments on, and in which language."""

    draft: Id = Field(description="The id of the version's page, in any language.")
    clause: UUID | None = Field(
        None, description="The uid of a clause; without it the whole version."
    )
    locale: LocaleCode | None = Field(
        None, description="The language of the form, and of the comment."
    )


class OpenedForm(Schema):
    """A form that was opened: its key is sent with the comment, once."""

    key: str = Field(
        description="Signed: when the form was opened, and which form it is. The same "
        "comment sent again with it gives the same receipt."
    )
    opened_at: datetime.datetime
    send_after: datetime.datetime = Field(description="Nobody writes faster.")
    send_before: datetime.datetime
    title: str
    label: str = Field(description="How the clause is cited.")
    wording: str = Field(
        description="What the clause says. Sent unchanged as `proposed_wording`, it "
        "proposes nothing."
    )
    challenge: str | None = Field(
        description="An ALTCHA challenge as JSON, where the consultation asks one: "
        "the solution goes along as `altcha`. Without it the comment waits for staff."
    )
    consultation: Consultation


class SentComment(Schema):
    """A comment as its author sends it; the rules are those of the site's form."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra=mark_required,
    )

    draft: Id = Field(description="As the form was opened for.")
    clause: UUID | None = Field(None, description="As the form was opened for.")
    locale: LocaleCode | None = Field(
        None, description="As the form was opened for: the language of the comment."
    )
    key: str = Field("", max_length=500, description="The key of the opened form.")
    altcha: str = Field("", description="The solution of the challenge, base64.")
    kind: str = told(description="What is asked for.", **KIND)
    text: str = told(**TEXT)
    proposed_wording: str = told(**TEXT)
    justification: str = told(**TEXT)
    on_behalf: str = told(description="Who speaks.", **WHO)
    organisation: str = told(
        maxLength=255, description="Its name; asked for where one speaks."
    )
    chosen: str = told(
        description="Which organisation is meant, where its name does not say it: one "
        "of those that `/comments/organisations/` offers for the name, or `none`."
    )
    name: str = told(maxLength=190, description="Never shown without consent.")
    name_is_public: bool = Field(False, description="The author's consent to that.")
    email: str = told(
        maxLength=254,
        description="Never shown. With it the comment counts once it is confirmed by "
        "the link in the mail; without it the receipt has the private link.",
    )
    reference: str = told(
        description="Stays empty: a field that people do not see, programs fill in."
    )


class PrivateLink(Schema):
    """A private link to a comment; whoever has it may do what its author may."""

    url: str = Field(description="The page of the site that it leads to.")
    token: str = Field(description="What the operations of the API take.")


class CommentReceipt(Schema):
    """The receipt of a comment. The private link is told only now."""

    state: Literal["registered", "waits_for_confirmation"]
    code: str | None = Field(description="Its number; null until it is confirmed.")
    year: int | None
    number: int | None
    is_held: bool = Field(
        description="Staff read it before it is shown: no challenge was solved."
    )
    private_link: PrivateLink | None
    lines: list[str] = Field(description="The receipt in words, to be shown.")


class Secret(Schema):
    """What gives the right to a comment."""

    model_config = ConfigDict(extra="forbid")

    token: Annotated[str, Field(min_length=1, max_length=1_000)] = Field(
        description="The token of a receipt, or a private link as it was mailed."
    )


class CorrectedComment(Secret):
    """Other words in the place of those sent; what is left out stays."""

    kind: str | None = Field(None, json_schema_extra=KIND)
    text: str | None = Field(None, json_schema_extra=TEXT)
    proposed_wording: str | None = Field(None, json_schema_extra=TEXT)
    justification: str | None = Field(None, json_schema_extra=TEXT)


class EarlierWording(Schema):
    """What a comment said before its author corrected it."""

    until: datetime.datetime
    kind_label: str
    text: str
    proposed_wording: str
    justification: str


class OwnComment(Schema):
    """A comment as its author sees it; contact data are not in it."""

    code: str
    state: Literal[
        "unconfirmed",
        "registered",
        "incomplete",
        "published",
        "answered",
        "withdrawn",
        "hidden",
    ] = Field(description="How far the office's own work is stays with the office.")
    status: str = Field(description="The same in words.")
    asked: str = Field(description="What the office asks the author to complete.")
    hidden_because: str
    hiding_note: str
    may_change: bool = Field(description="Whether to correct and withdraw it.")
    changeable_until: datetime.datetime
    url: str | None = Field(description="Its public address, while it is shown.")
    received_at: datetime.datetime
    is_late: bool
    kind: CommentKindCode
    kind_label: str
    label: str = Field(description="What it is about.")
    quoted: str
    text: str
    proposed_wording: str
    justification: str
    locale: ToldLocale = Field(description="The language that it is written in.")
    on_behalf: OnBehalfCode
    published_as: str = Field(description="Who speaks, as everybody reads it.")
    contacts_erased_at: datetime.datetime | None
    answer: CommentAnswer | None
    earlier_answers: list[CommentAnswer]
    earlier_wordings: list[EarlierWording]
