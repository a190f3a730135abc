"""What operations on programmes are asked with."""

from typing import Annotated
from uuid import UUID

from django.conf import settings
from ninja import Path, Schema
from pydantic import Field

from pages.api.locales import LocaleCode
from pages.programmes.clauses import ClauseNode

from .clause_schemas import KindCode

LARGEST = 2**63 - 1
PathKey = Annotated[int, Path(ge=1, le=LARGEST)]
Key = Annotated[int, Field(ge=1, le=LARGEST)]

LOCALE = "The language to read in; the reader's own without it."


class ProgrammeFilters(Schema):
    """Which programmes are wanted."""

    year: int | None = Field(None, ge=1, le=9999, description="The year it is for.")
    locale: LocaleCode | None = Field(None, description=LOCALE)


class TaskFilters(Schema):
    """Which priority tasks are wanted."""

    programme: Key | None = Field(None, description="The id of a programme.")
    area: Key | None = Field(None, description="The id of a priority area.")
    locale: LocaleCode | None = Field(None, description=LOCALE)


class ClauseFilters(Schema):
    """Which clauses of a version are wanted."""

    kind: KindCode | None = None
    area: Key | None = Field(None, description="The id of a priority area.")
    chapter: UUID | None = Field(None, description="The uid of a chapter.")
    q: str = Field("", max_length=200, description="Words as they stand in the text.")

    def let_through(self, node: ClauseNode) -> bool:
        """Whether a clause is among those wanted."""
        return (
            self.kind in (None, node.kind.value)
            and self.area in (None, node.area)
            and self.chapter in (None, UUID(node.chapter))
            and self.q.casefold() in node.text.casefold()
        )


class RedlineFilters(Schema):
    """Which versions are compared, and which clauses of them are wanted."""

    since: Key | None = Field(
        None,
        description="The id of the version to compare with, of this programme or of "
        "another year's; without it the one that this one was made from.",
    )
    chapter: UUID | None = Field(None, description="The uid of a chapter.")
    only_changes: bool = Field(
        False, description="Only what differs, and the headings it stands under."
    )


def in_turn(locale: str | None) -> tuple[str | None, ...]:
    """Return the languages to look in: that asked for; else the reader's, then ours."""
    return (locale,) if locale else (None, settings.LANGUAGE_CODE)
