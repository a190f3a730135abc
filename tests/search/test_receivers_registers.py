"""What happens in the registers reaches the catalogue."""

import pytest

from search.models import CatalogueEntry, Kind
from snippets.importing.using import find_cited
from snippets.models import Organisation, Sphere
from snippets.signals import organisations_changed
from tests.factories.snippets import (
    OrganisationFactory,
    PriorityAreaFactory,
)

pytestmark = pytest.mark.django_db


def entry(organisation):
    return CatalogueEntry.objects.filter(
        kind=Kind.ORGANISATION, subject=str(organisation.pk)
    ).first()


@pytest.fixture
def sphere():
    return Sphere.objects.first()


@pytest.mark.parametrize("is_reverse", [True, False])
def test_areas_of_a_sphere_are_followed(sphere, is_reverse):
    organisation, area = OrganisationFactory(), PriorityAreaFactory()
    organisation.spheres.add(sphere)

    def put(action):
        rows = sphere.priority_areas if is_reverse else area.spheres
        getattr(rows, action)(area if is_reverse else sphere)
        if not is_reverse:
            area.save()

    put("add")
    assert list(entry(organisation).areas.all()) == [area]
    put("remove")
    assert not entry(organisation).areas.exists()


def test_area_that_loses_all_its_spheres_is_followed(sphere):
    organisation, area = OrganisationFactory(), PriorityAreaFactory()
    organisation.spheres.add(sphere)
    sphere.priority_areas.add(area)
    sphere.priority_areas.clear()
    assert not entry(organisation).areas.exists()


def test_organisations_written_past_their_model_are_followed():
    organisation = OrganisationFactory()
    Organisation.objects.filter(pk=organisation.pk).update(name="Nowa nazwa")
    organisations_changed.send(sender=Organisation, pks=[organisation.pk])
    assert entry(organisation).title == "Nowa nazwa"


def test_deleted_organisation_leaves():
    organisation = OrganisationFactory()
    found = entry(organisation)
    organisation.delete()
    assert not CatalogueEntry.objects.filter(pk=found.pk).exists()


def test_being_catalogued_does_not_keep_an_organisation_from_an_undone_import():
    organisation = OrganisationFactory()
    assert entry(organisation)
    assert find_cited([organisation.pk], freed=()) == set()
