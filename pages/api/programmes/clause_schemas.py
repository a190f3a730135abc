"""Clauses, one schema for each kind."""

from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field
from typing_extensions import TypeAliasType

from pages.api.choices import OneOf
from pages.api.links import ThingLink
from pages.api.paging import Listing
from pages.programmes.clauses import ClauseKind

KindCode = Annotated[str, OneOf(ClauseKind)]


class ClauseLink(Schema):
    """A clause as its newest published version cites it."""

    uid: UUID
    kind: KindCode
    label: str | None = Field(description="Its citation, such as „ust. 29”.")
    text: str
    url: str = Field(description="Its permanent address for readers.")
    api_url: str | None


class AnyClause(Schema):
    """What all clauses have."""

    uid: UUID = Field(description="The same in all versions, years and languages.")
    number: str | None = Field(description="Its number in this version: „29”, „3a”.")
    label: str | None = Field(description="Its citation, such as „ust. 29”.")
    text: str
    depth: int = Field(description="0 for what is not part of another clause.")
    parent: UUID | None = Field(description="The clause that it is part of.")
    chapter: UUID = Field(description="The clause of depth 0 that it is in, or is.")
    area: ThingLink | None = Field(description="The priority area that it is in.")
    comments_count: int = Field(description="Published comments on it.")
    url: str = Field(description="Its permanent address for readers.")
    api_url: str | None


class ProposedClause(AnyClause):
    """What clauses have that somebody proposed."""

    authors: list[ThingLink] = Field(
        description="The organisations and city units that proposed it."
    )
    note: str | None = Field(description="A label for readers: „example text”.")


class ChapterClause(AnyClause):
    """A chapter (§) of the programme."""

    kind: Literal["chapter"]
    introduction: str | None


class AreaClause(AnyClause):
    """A priority area with its tasks."""

    kind: Literal["area"]


class CategoryClause(AnyClause):
    """A group of tasks within an area."""

    kind: Literal["category"]


class GoalClause(ProposedClause):
    """A goal of the programme."""

    kind: Literal["goal"]
    is_main: bool = Field(description="Whether it is the main goal.")


class TaskClause(ProposedClause):
    """A priority public task."""

    kind: Literal["task"]


class ProvisionClause(ProposedClause):
    """Any other clause: a principle, a form of cooperation, a rule."""

    kind: Literal["provision"]


# An alias of its own gives the union a name in the document.
Clause = TypeAliasType(
    "Clause",
    Annotated[
        ChapterClause
        | AreaClause
        | CategoryClause
        | GoalClause
        | TaskClause
        | ProvisionClause,
        Field(discriminator="kind"),
    ],
)


class ClauseListing(Listing[Clause]):
    """A piece of the list of a version's clauses."""
