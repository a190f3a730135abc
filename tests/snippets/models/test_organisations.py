import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from snippets.models import Membership, Organisation, Sphere
from tests.factories.snippets import (
    ContactPersonFactory,
    OrganisationAliasFactory,
    OrganisationFactory,
    made_up_krs,
    made_up_nip,
    made_up_regon,
)

pytestmark = pytest.mark.django_db


def names(queryset):
    return [row.name for row in queryset]


def test_directory_leaves_out_the_ones_struck_off():
    kept = OrganisationFactory(status=Organisation.Status.IN_LIQUIDATION)
    OrganisationFactory(struck_off=True)

    assert list(Organisation.objects.in_directory()) == [kept]


def test_organisations_stand_in_polish_order():
    for name in ("Żubr", "„Aktywne Osiedle”", "Zorza", "Ładny Dom", "Lato", "Źródło"):
        OrganisationFactory(name=name)

    assert names(Organisation.objects.all()) == [
        "„Aktywne Osiedle”",
        "Lato",
        "Ładny Dom",
        "Zorza",
        "Źródło",
        "Żubr",
    ]


@pytest.mark.parametrize(
    ("letter", "found"),
    [
        ("L", ["Lato"]),
        ("ł", ["Ładny Dom"]),
        ("Z", ["Zorza"]),
        ("Б", ["Беларусь"]),
        ("#", ["4 pory roku", "東京"]),
        ("Q", []),
        ("", []),
        ("La", []),
        ("%", []),
    ],
)
def test_starting_with_lists_one_letter(letter, found):
    for name in (
        "Lato",
        "Ładny Dom",
        "Zorza",
        "Żubr",
        "4 pory roku",
        "Беларусь",
        "東京",
    ):
        OrganisationFactory(name=name)

    assert names(Organisation.objects.starting_with(letter)) == found


def test_spheres_are_loaded_at_once(django_assert_num_queries):
    for _ in range(3):
        OrganisationFactory().spheres.set(Sphere.objects.filter(code__in=["1", "16"]))

    with django_assert_num_queries(2):
        codes = [row.sphere_codes for row in Organisation.objects.with_spheres()]

    assert codes == ["1, 16"] * 3


def test_name_may_have_255_characters_and_quotes():
    name = "Stowarzyszenie „" + "Ż" * 238 + "”"
    organisation = OrganisationFactory.build(name=name)

    organisation.full_clean()
    organisation.save()
    organisation.refresh_from_db()

    assert len(organisation.name) == 255
    assert organisation.name == name
    assert len(organisation.sort_key) == 300


def test_name_may_not_have_256_characters():
    with pytest.raises(ValidationError) as error:
        OrganisationFactory.build(name="a" * 256).full_clean()

    assert set(error.value.message_dict) == {"name"}


@pytest.mark.parametrize("field", ["krs", "regon"])
def test_number_of_another_organisation_is_refused_in_plain_words(field):
    number = {"krs": made_up_krs(1), "regon": made_up_regon(1)}[field]
    OrganisationFactory(**{field: number})
    twin = OrganisationFactory.build(**{field: number})

    with pytest.raises(ValidationError) as error:
        twin.full_clean()
    assert field.upper() in error.value.messages[0]

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_numbers_may_be_blank_many_times_and_nip_shared():
    OrganisationFactory.create_batch(2, nip=made_up_nip(1))

    OrganisationFactory.build(nip=made_up_nip(1)).full_clean()


def test_numbers_are_shown_in_groups():
    organisation = OrganisationFactory.build(
        krs="0009000001", nip="1234563218", regon="123456785"
    )

    assert organisation.krs_grouped == "0009 000 001"
    assert organisation.nip_grouped == "123-456-32-18"
    assert organisation.regon_grouped == "123 456 785"


def test_organisation_may_not_be_its_own_branch():
    organisation = OrganisationFactory()
    organisation.parent = organisation

    with pytest.raises(ValidationError) as error:
        organisation.full_clean()

    assert set(error.value.message_dict) == {"parent"}


def test_parents_may_not_make_a_circle():
    top = OrganisationFactory()
    middle = OrganisationFactory(parent=top)
    top.parent = OrganisationFactory(parent=middle)

    with pytest.raises(ValidationError) as error:
        top.full_clean()

    assert set(error.value.message_dict) == {"parent"}


def test_branch_of_a_branch_is_allowed():
    OrganisationFactory(parent=OrganisationFactory(branch=True)).full_clean()


def test_logo_needs_a_description():
    organisation = OrganisationFactory(with_logo=True)
    organisation.logo_alt = " "

    with pytest.raises(ValidationError) as error:
        organisation.full_clean()

    assert set(error.value.message_dict) == {"logo_alt"}


def test_seat_is_written_in_one_line():
    organisation = OrganisationFactory.build(
        street="ul. Lipowa 1", postcode="15-001", city="Białystok"
    )

    assert organisation.seat == "ul. Lipowa 1, 15-001 Białystok"
    assert OrganisationFactory.build(city="Bohoniki").seat == "Bohoniki"
    assert OrganisationFactory.build().seat == ""


def test_initial_skips_the_quotation_mark():
    assert OrganisationFactory.build(name="„Łąka”").initial == "Ł"


@pytest.mark.urls("tests.snippets.public_urls")
def test_url_is_made_from_the_slug():
    assert OrganisationFactory(short_name="SocLab").url == "/organisations/soclab/"


def test_members_are_read_from_both_ends():
    federation = OrganisationFactory(federation=True)
    member = OrganisationFactory()

    member.member_of.add(federation)

    assert list(federation.members.all()) == [member]
    assert list(federation.member_of.all()) == []


def test_membership_in_itself_is_refused():
    organisation = OrganisationFactory()

    with pytest.raises(ValidationError) as error:
        Membership(organisation=organisation, federation=organisation).full_clean()

    assert set(error.value.message_dict) == {"federation"}


def test_aliases_are_rows_of_the_organisation():
    alias = OrganisationAliasFactory(name="Fundacja SocLab")

    assert str(alias) == "Fundacja SocLab"
    assert list(alias.organisation.aliases.all()) == [alias]


def test_contact_person_does_not_show_in_its_string():
    person = ContactPersonFactory()

    assert "Prywatna" not in f"{person} {person.organisation}"


def test_private_fields_are_neither_indexed_nor_in_the_api():
    indexed = {field.field_name for field in Organisation.search_fields}

    told = {field.name for field in Organisation.api_fields}

    assert indexed.isdisjoint({"private_note", "contact_persons"})
    assert told.isdisjoint({"private_note", "contact_persons"})
