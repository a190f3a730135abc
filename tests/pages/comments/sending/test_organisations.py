import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.comments.sending.organisations import MOST_OFFERED, find_organisations
from tests.factories.snippets import OrganisationAliasFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
FULL = "Fundacja Laboratorium Badań i Działań Społecznych „SocLab”"


@pytest.fixture
def lab():
    lab = OrganisationFactory(name=FULL, short_name="Fundacja SocLab")
    OrganisationAliasFactory(organisation=lab, name="Łąka Społeczna")
    return lab


def names(found):
    return [organisation.name for organisation in found.offered]


@pytest.mark.parametrize(
    "name",
    [
        FULL,
        'FUNDACJA  LABORATORIUM BADAŃ I DZIAŁAŃ SPOŁECZNYCH "SOCLAB"',
        "fundacja soclab",
        "Fundacja „SocLab”",
        "łąka społeczna",
        "ŁĄKA SPOŁECZNA",
    ],
)
def test_organisation_is_found_by_any_of_its_names(lab, name):
    OrganisationFactory(name="Fundacja Inna")

    found = find_organisations(name)

    assert found.exact == lab
    assert not found.offered


def test_all_of_the_same_name_are_offered():
    one = OrganisationFactory(name="Uniwersytet Trzeciego Wieku", city="Białystok")
    other = OrganisationFactory(name="Uniwersytet „Trzeciego Wieku”", city="Łomża")
    OrganisationFactory(name="Uniwersytet Dziecięcy")

    found = find_organisations("uniwersytet trzeciego wieku")

    assert found.exact is None
    assert found.offered == [one, other]


@pytest.mark.parametrize(
    "name", ["SocLab", "Fundacja SocLap", "badań społecznych", "Laboratoria badawcze"]
)
def test_those_of_a_like_name_are_offered(lab, name):
    OrganisationFactory(name="Klub Sportowy Jagiellonia")

    assert names(find_organisations(name)) == [FULL]


def test_few_are_offered_the_likest_first():
    for number in range(30):
        OrganisationFactory(name=f"Fundacja Numer {number}")
    OrganisationFactory(name="Fundacja Numer 7a")

    offered = names(find_organisations("fundacja numer 7b"))

    assert len(offered) == MOST_OFFERED
    assert set(offered[:2]) == {"Fundacja Numer 7a", "Fundacja Numer 7"}


@pytest.mark.parametrize("name", ["", " ", '"', "%", "zzz", "' OR 1=1 --", 'a" OR *'])
def test_nothing_is_found_where_nothing_is_like_it(lab, name):
    found = find_organisations(name)

    assert (found.exact, list(found.offered)) == (None, [])


def test_one_struck_off_is_not_on_the_list():
    OrganisationFactory(name="Fundacja Dawna", struck_off=True)

    found = find_organisations("Fundacja Dawna")

    assert (found.exact, list(found.offered)) == (None, [])


def test_number_of_queries_does_not_grow_with_the_directory(lab):
    def count():
        with CaptureQueriesContext(connection) as queries:
            find_organisations("Fundacja Numer osiem")
        return len(queries)

    OrganisationAliasFactory(organisation=OrganisationFactory(name="Fundacja Numer 0"))
    before = count()
    for number in range(1, 20):
        organisation = OrganisationFactory(name=f"Fundacja Numer {number}")
        OrganisationAliasFactory(organisation=organisation)

    assert count() == before <= 12
