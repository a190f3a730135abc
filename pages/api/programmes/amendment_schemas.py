"""What the API tells of amendments: what public pages tell, and no more."""

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from pages.api.choices import OneOf
from pages.api.links import PageLink
from pages.api.locales import LocaleCode
from pages.api.paging import Listing
from pages.drafting.editing import Operation
from pages.drafting.models import AmendmentStatus

from .asking import LOCALE, Key
from .change_schemas import ClauseFinding, NamedComment
from .clause_schemas import ClauseLink
from .schemas import DraftLink

AmendmentStatusCode = Annotated[str, OneOf(AmendmentStatus.values)]


class AmendedClause(Schema):
    """A clause that an amendment changed in a published version."""

    draft: DraftLink
    clause: ClauseLink | None = Field(
        description="In its newest published wording; none where it has none."
    )


class Amendment(Schema):
    """A change of the text that a published version names."""

    id: int
    code: str = Field(description="Its citation, such as „P3/2014”.")
    number: int = Field(description="Its number among those of the programme.")
    operation: Annotated[str, OneOf(Operation)]
    status: AmendmentStatusCode
    programme: PageLink | None
    changes: list[AmendedClause]
    rationale: str | None = Field(
        description="Given where no published report tells of it."
    )
    findings: list[ClauseFinding] = Field(description="What it comes from.")
    comments: list[NamedComment] = Field(description="What it comes from.")
    api_url: str | None


class AmendmentListing(Listing[Amendment]):
    """A piece of the list of amendments."""


class AmendmentFilters(Schema):
    """Which amendments are wanted."""

    programme: Key | None = Field(None, description="The id of a programme.")
    clause: UUID | None = Field(None, description="The uid of a clause they changed.")
    status: AmendmentStatusCode | None = None
    locale: LocaleCode | None = Field(None, description=LOCALE)
