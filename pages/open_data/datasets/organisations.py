"""The organisations of the directory."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from pages.open_data.addresses import Addresses
from pages.open_data.columns import Column, Dataset, Kind, Row
from snippets.models import LegalForm, Organisation

from .public_pages import in_chunks

COLUMNS = (
    Column(
        name="id",
        about=_("The last part of the organisation's address on this site."),
        example="fundacja-soclab",
        is_required=True,
    ),
    Column(
        name="name",
        about=_("The full name, as in the register, in Polish."),
        example="Fundacja SocLab",
        is_required=True,
    ),
    Column(name="short_name", about=_("The short name."), example="SocLab"),
    Column(
        name="aliases",
        about=_("Other names: earlier ones, or those that documents use."),
        example="Fundacja Laboratorium Badań i Działań Społecznych „SocLab”",
        is_list=True,
    ),
    Column(
        name="legal_form",
        about=_("The legal form."),
        example="fundacja",
        codes=LegalForm.choices,
    ),
    Column(
        name="status",
        about=_("Whether it is active. Organisations struck off are left out."),
        example="active",
        is_required=True,
        codes=[
            choice
            for choice in Organisation.Status.choices
            if choice[0] != Organisation.Status.STRUCK_OFF
        ],
    ),
    Column(
        name="krs",
        about=_("The number in the National Court Register: ten digits."),
        example="0000123456",
    ),
    Column(name="nip", about=_("The tax number: ten digits."), example="5422692744"),
    Column(
        name="regon",
        about=_("The statistical number: nine digits, or fourteen of a local unit."),
        example="050123456",
    ),
    Column(
        name="other_register",
        about=_("Another register that it is in."),
        example="Ewidencja stowarzyszeń zwykłych",
    ),
    Column(
        name="other_register_number",
        about=_("The number in the other register."),
        example="12",
    ),
    Column(
        name="is_public_benefit",
        about=_("Whether it has the status of a public benefit organisation."),
        example="true",
        kind=Kind.BOOLEAN,
        is_required=True,
    ),
    Column(
        name="public_benefit_since",
        about=_("The day from which it has had this status."),
        example="2011-05-04",
        kind=Kind.DATE,
    ),
    Column(
        name="street", about=_("The seat: street and number."), example="ul. Bema 60/1"
    ),
    Column(name="postcode", about=_("The seat: postcode."), example="15-370"),
    Column(name="city", about=_("The seat: town."), example="Białystok"),
    Column(
        name="district",
        about=_("The seat: district or estate of the town."),
        example="Dojlidy",
    ),
    Column(
        name="municipality",
        about=_("The seat: municipality (gmina)."),
        example="Białystok",
    ),
    Column(
        name="county", about=_("The seat: county (powiat)."), example="m. Białystok"
    ),
    Column(name="voivodeship", about=_("The seat: voivodeship."), example="podlaskie"),
    Column(
        name="teryt",
        about=_("The seat: code of the municipality in the TERYT register."),
        example="2061011",
    ),
    Column(
        name="acts_in_city",
        about=_("Whether it acts in the city; its seat may be elsewhere."),
        example="true",
        kind=Kind.BOOLEAN,
        is_required=True,
    ),
    Column(
        name="about",
        about=_("What it does, in two or three sentences."),
        example="Badania i działania społeczne.",
    ),
    Column(
        name="spheres",
        about=_("Its spheres of public tasks: the points of art. 4 sec. 1 of the act."),
        example="1a",
        is_list=True,
    ),
    Column(
        name="parent_id",
        about=_("The organisation that it is a branch of."),
        example="fundacja-soclab",
        refers="organisations.id",
    ),
    Column(
        name="member_of_ids",
        about=_("The federations that it is a member of."),
        example="federacja-organizacji",
        is_list=True,
        refers="organisations.id",
    ),
    Column(
        name="website",
        about=_("Its website."),
        example="https://soclab.org.pl",
        kind=Kind.ADDRESS,
    ),
    Column(name="email", about=_("Its public e-mail."), example="biuro@example.org"),
    Column(name="phone", about=_("Its public phone."), example="85 742 00 00"),
    Column(
        name="checked_on",
        about=_("The day on which these data were last compared with the register."),
        example="2014-01-31",
        kind=Kind.DATE,
    ),
    Column(
        name="url",
        about=_("The address of its page on this site."),
        example="https://example.org/pl/organisations/fundacja-soclab/",
        kind=Kind.ADDRESS,
        is_required=True,
    ),
)
# Columns that are fields of the model, under the same name.
SAME = (
    *("name", "short_name", "legal_form", "status", "krs", "nip", "regon"),
    *("other_register", "other_register_number", "street", "postcode", "city"),
    *("district", "municipality", "county", "voivodeship", "teryt", "acts_in_city"),
    *("about", "website", "email", "phone"),
)
FIELDS = (*SAME, "slug", "opp", "opp_since", "verified_at", "parent__slug")


def organisation_rows(addresses: Addresses) -> Iterator[Row]:
    """Yield the organisations of the directory: four queries a chunk."""
    keys = Organisation.objects.in_directory().order_by("slug")
    return in_chunks(keys, partial(_read, addresses))


def _read(addresses: Addresses, pks: Sequence[int]) -> Iterator[Row]:
    listed = Organisation.objects.in_directory()
    federations = listed.only("slug").order_by("slug")
    organisations = (
        listed.filter(pk__in=pks)
        .select_related("parent")
        .only(*FIELDS, "parent__status", "parent__merged_into")
        .prefetch_related("aliases", "spheres", Prefetch("member_of", federations))
        .order_by("slug")
    )
    return (_row_of(organisation, addresses) for organisation in organisations)


def _row_of(organisation: Any, addresses: Addresses) -> Row:
    return {
        **{name: getattr(organisation, name) for name in SAME},
        "id": organisation.slug,
        "aliases": [alias.name for alias in organisation.aliases.all()],
        "is_public_benefit": organisation.opp,
        "public_benefit_since": organisation.opp_since,
        "spheres": [sphere.code for sphere in organisation.spheres.all()],
        "parent_id": id_of(organisation.parent),
        "member_of_ids": [other.slug for other in organisation.member_of.all()],
        "checked_on": organisation.verified_at,
        "url": addresses.path(organisation.url),
    }


def id_of(organisation: Any) -> str:
    """Return what an organisation is known by, empty where the directory lacks it.

    Load `slug`, `status` and `merged_into` of it.
    """
    if organisation is None or organisation.merged_into_id:
        return ""
    is_gone = organisation.status == Organisation.Status.STRUCK_OFF
    return "" if is_gone else str(organisation.slug)


ORGANISATIONS = Dataset(
    name="organisations",
    title=_("Organisations"),
    about=_(
        "Non-governmental organisations and other bodies of public benefit in the "
        "city's directory. Contact persons and private notes are not in it."
    ),
    key=("id",),
    columns=COLUMNS,
    rows=organisation_rows,
)
