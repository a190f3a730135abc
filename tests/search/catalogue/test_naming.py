"""What names an organisation or a unit names it as it is called now."""

import pytest

from pages.meetings.models import MeetingPage
from search.catalogue import naming
from search.models import CatalogueEntry, Kind
from snippets.merging import merge, undo_merge
from tests.factories.comments import PublicCommentFactory
from tests.factories.pages import AttendanceFactory, City, UnitAttendanceFactory
from tests.factories.snippets import CityUnitFactory, OrganisationFactory
from tests.pages.programmes.closed import FIRST, consulted, staff

pytestmark = pytest.mark.django_db


def texts(kind):
    """Return the texts of the only entry of a kind, as one."""
    return str(CatalogueEntry.objects.get(kind=kind).parts)


def came_to(meeting):
    """Publish a meeting again with all who came to it."""
    MeetingPage.objects.get(pk=meeting.pk).save_revision().publish()


@pytest.fixture
def organisation():
    """An organisation that commented, and came to a meeting."""
    one = OrganisationFactory(name="Stowarzyszenie Stare")
    city = City()
    meeting = city.meeting()
    AttendanceFactory(page=meeting, organisation=one)
    came_to(meeting)
    PublicCommentFactory(
        consultation__draft=consulted(city),
        published=True,
        of_organisation=True,
        organisation=one,
        about=FIRST,
    )
    return one


@pytest.mark.parametrize("kind", [Kind.COMMENT, Kind.MEETING])
def test_new_name_is_found_where_it_is_named(organisation, kind):
    assert "Stowarzyszenie Stare" in texts(kind)
    organisation.name = "Stowarzyszenie Nowe"
    organisation.save()
    assert "Stowarzyszenie Nowe" in texts(kind)
    assert "Stare" not in texts(kind)


def test_organisation_that_keeps_its_name_makes_nothing_anew(organisation, monkeypatch):
    made = []
    monkeypatch.setattr(naming, "refresh_page", made.append)
    organisation.city = "Łódź"
    organisation.save()
    assert made == []


@pytest.mark.parametrize("kind", [Kind.COMMENT, Kind.MEETING])
def test_merger_and_its_undo_are_followed(organisation, kind):
    kept = OrganisationFactory(name="Fundacja Zostaje")
    entry = CatalogueEntry.objects.get(kind=kind)

    record = merge(kept=kept, merged=organisation, user=staff("ona"))
    assert list(entry.organisations.all()) == [kept]
    assert "Fundacja Zostaje" in texts(kind)

    undo_merge(record=record, user=staff("on"))
    assert list(entry.organisations.all()) == [organisation]
    assert "Stowarzyszenie Stare" in texts(kind)


def test_catalogue_is_nothing_that_a_merger_moves(organisation):
    record = merge(kept=OrganisationFactory(), merged=organisation, user=staff("ona"))
    moved = {entry["key"] for entry in record.moved}
    assert moved
    assert not any(key.startswith("participation_search.") for key in moved)


def test_new_name_of_a_unit_is_found():
    unit = CityUnitFactory(name="Wydział Stary")
    meeting = City().meeting()
    UnitAttendanceFactory(page=meeting, unit=unit)
    came_to(meeting)
    assert "Wydział Stary" in texts(Kind.MEETING)
    unit.name = "Wydział Nowy"
    unit.save()
    assert "Wydział Nowy" in texts(Kind.MEETING)
