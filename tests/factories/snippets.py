"""Rows of the registers; states are traits. Register numbers are computed, not real."""

import datetime

import factory
import wagtail_factories
from factory.django import DjangoModelFactory
from stdnum.pl import nip, regon

from snippets.models import (
    CityUnit,
    CityUnitAlias,
    ContactPerson,
    LegalForm,
    Organisation,
    OrganisationAlias,
    Place,
    PriorityArea,
    Project,
    ProjectRole,
)


def made_up_krs(number: int) -> str:
    return f"{number + 9_000_000:010d}"


def made_up_nip(number: int) -> str:
    """The first NIP with a right check digit from the `number`-th thousand on."""
    start = 8_000_000_000 + number * 1_000
    return next(text for n in range(start, start + 99) if nip.is_valid(text := str(n)))


def made_up_regon(number: int) -> str:
    stem = str(80_000_000 + number)
    return stem + regon.calc_check_digit(stem)


class CityUnitFactory(DjangoModelFactory):
    class Meta:
        model = CityUnit

    name = factory.Sequence(lambda n: f"Departament Próbny {n}")

    class Params:
        bureau = factory.Trait(kind=CityUnit.Kind.BUREAU)
        closed = factory.Trait(
            valid_from=datetime.date(2007, 1, 1), valid_to=datetime.date(2014, 12, 31)
        )


class CityUnitAliasFactory(DjangoModelFactory):
    class Meta:
        model = CityUnitAlias

    unit = factory.SubFactory(CityUnitFactory)
    name = factory.Sequence(lambda n: f"Dawny Departament {n}")


class PlaceFactory(DjangoModelFactory):
    class Meta:
        model = Place

    name = factory.Sequence(lambda n: f"Sala {n}")
    street = "ul. Bema 60/1"
    postcode = "15-370"
    city = "Białystok"


class PriorityAreaFactory(DjangoModelFactory):
    class Meta:
        model = PriorityArea

    name = factory.Sequence(lambda n: f"Obszar {n}")


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Stowarzyszenie Próbne {n}")
    legal_form = LegalForm.ASSOCIATION

    class Params:
        registered = factory.Trait(
            krs=factory.Sequence(made_up_krs),
            nip=factory.Sequence(made_up_nip),
            regon=factory.Sequence(made_up_regon),
        )
        federation = factory.Trait(legal_form=LegalForm.UNION_OF_ASSOCIATIONS)
        branch = factory.Trait(
            legal_form=LegalForm.BRANCH_WITHOUT_PERSONALITY,
            parent=factory.SubFactory("tests.factories.snippets.OrganisationFactory"),
        )
        public_benefit = factory.Trait(opp=True, opp_since=datetime.date(2010, 5, 1))
        struck_off = factory.Trait(status=Organisation.Status.STRUCK_OFF)
        with_logo = factory.Trait(
            logo=factory.SubFactory(wagtail_factories.ImageFactory),
            logo_alt="Dwie dłonie",
        )


class OrganisationAliasFactory(DjangoModelFactory):
    class Meta:
        model = OrganisationAlias

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Dawna nazwa {n}")


class ContactPersonFactory(DjangoModelFactory):
    class Meta:
        model = ContactPerson

    organisation = factory.SubFactory(OrganisationFactory)
    name = "Osoba Prywatna"
    email = "prywatny@example.org"
    phone = "500 000 000"


class ProjectFactory(DjangoModelFactory):
    class Meta:
        model = Project

    name = factory.Sequence(lambda n: f"Projekt {n}")


class ProjectRoleFactory(DjangoModelFactory):
    class Meta:
        model = ProjectRole

    project = factory.SubFactory(ProjectFactory)
    role = ProjectRole.Role.PARTNER
    name = "Instytut Próbny"

    class Params:
        of_organisation = factory.Trait(
            name="", organisation=factory.SubFactory(OrganisationFactory)
        )
        of_unit = factory.Trait(name="", unit=factory.SubFactory(CityUnitFactory))
