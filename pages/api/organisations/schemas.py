"""What the API says of organisations: what their public pages say, and no more."""

import datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field

from pages.api.choices import OneOf
from pages.api.links import PageLink
from pages.api.locales import LocaleCode
from pages.api.paging import Listing
from pages.directory.letters import LETTERS
from snippets.models import LegalForm
from snippets.models import Organisation as Registered

LegalFormCode = Annotated[str, OneOf(LegalForm.values)]
OrganisationStatus = Annotated[str, OneOf(Registered.Status.values)]
Letter = Annotated[str, OneOf(LETTERS)]


class OrganisationFilters(Schema):
    """What the directory may be narrowed by; all of it works together."""

    q: str = Field(
        "",
        max_length=100,
        description="Words of a name or of the town, or a register number.",
    )
    area: str = Field("", max_length=100, description="The slug of a priority area.")
    sphere: str = Field("", max_length=5, description="The point of the statute: `1a`.")
    form: LegalFormCode | None = Field(None, description="The legal form.")
    status: OrganisationStatus | None = Field(
        None, description="Without it: all but those struck off."
    )
    district: str = Field("", max_length=100)
    letter: Letter | None = Field(
        None, description="What the name begins with; `#` for anything else."
    )
    locale: LocaleCode | None = Field(
        None, description="The language of labels; names are as the register has them."
    )


class OrganisationLink(Schema):
    """An organisation of the directory, named."""

    id: int
    name: str
    slug: str
    url: str = Field(description="Its public page.")
    api_url: str | None = Field(description="Where the API tells more.")


class OrganisationEntry(OrganisationLink):
    """An organisation, as the directory lists it."""

    short_name: str
    legal_form: LegalFormCode | None
    legal_form_label: str
    status: OrganisationStatus
    status_label: str
    city: str
    district: str


class OrganisationListing(Listing[OrganisationEntry]):
    """Organisations in Polish alphabetical order."""


class SphereOfAction(Schema):
    """A sphere of public tasks: a point of art. 4 sec. 1 of the statute."""

    code: str
    name: str


class RelatedOrganisations(Schema):
    """The first organisations that belong to one, from A to Z."""

    count: int = Field(description="How many there are in all.")
    items: list[OrganisationLink]


class OtherRegister(Schema):
    """A register other than KRS."""

    name: str
    number: str


class AttendedMeeting(PageLink):
    """A meeting that the organisation came to."""

    date: datetime.date
    findings: int = Field(description="How many findings its report has.")


class OwnComments(Schema):
    """The comments that an organisation made in its own name."""

    count: int
    api_url: str | None = Field(description="Where they are listed.")


class Organisation(OrganisationEntry):
    """An organisation with its public data, its meetings and its comments."""

    about: str = Field(description="What it does, in its own language.")
    other_names: list[str]
    branch_of: OrganisationLink | None
    member_of: list[OrganisationLink]
    branches: RelatedOrganisations
    members: RelatedOrganisations
    spheres: list[SphereOfAction]
    street: str
    postcode: str
    krs: str = Field(description="Digits only; empty where it has none.")
    nip: str
    regon: str
    other_register: OtherRegister | None
    is_public_benefit: bool
    public_benefit_since: datetime.date | None
    website: str
    email: str = Field(description="The public one.")
    phone: str = Field(description="The public one.")
    verified_at: datetime.date | None = Field(
        description="When the data were last compared with the register."
    )
    report_error_url: str = Field(description="Where anybody may report an error.")
    meetings: list[AttendedMeeting]
    comments: OwnComments
