import pytest

from pages.directory.searching import MOST_WORDS, matching
from snippets.models import Organisation
from tests.factories.snippets import OrganisationAliasFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    """A house with two other names, in a town."""
    house = OrganisationFactory(
        name="Fundacja „Łódzki Dom”",
        short_name="FŁD",
        city="Żory",
        krs="0000123456",
        nip="8000000010",
        regon="080000012",
        about="Prowadzi świetlicę.",
        private_note="sekret",
    )
    OrganisationAliasFactory(organisation=house, name="Przystań św. Brata Alberta")
    OrganisationAliasFactory(organisation=house, name="Ciepły Kąt")
    OrganisationFactory(name="Klub Sportowy Orzeł", city="Łapy")
    return house


def found(query):
    organisations = Organisation.objects.filter(matching(query)).order_by("pk")
    return list(organisations)


@pytest.mark.parametrize(
    "query",
    [
        *("lodz dom", "DOM ŁÓDZ", "Dom, łódź", "„łódzki”", "fundacja"),
        *("fłd", "FLD", "przystań alberta", "sw brata", "cieply kat"),
        *("żory", "ZORY dom", "dom alberta zory"),
        *("0000123456", "123456", "123 456", "KRS 0000 123 456", "0000-123-456"),
        *("8000000010", "800-000-00-10", "NIP: 800 000 00 10"),
        *("080000012", "80000012", "080 000 012", "REGON 080000012"),
    ],
)
def test_organisation_is_found_by_its_names_town_and_numbers(house, query):
    assert found(query) == [house]


@pytest.mark.parametrize(
    "query",
    [
        *("dom orzeł", "świetlicę", "sekret", "nikt", "0000123457", "012345 9"),
        *("lodz%domu", "lodzdom", "44051401359"),
    ],
)
def test_organisation_is_not_found_by_anything_else(house, query):
    assert found(query) == []


def test_organisation_with_several_fitting_names_is_found_once(house):
    OrganisationAliasFactory(organisation=house, name="Dom przy Łódzkiej")

    assert found("dom") == [house]


def test_long_query_is_cut(house):
    assert found(" ".join(["dom"] * MOST_WORDS + ["nikt"])) == [house]
