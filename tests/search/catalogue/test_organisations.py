"""Organisations of the directory are found by every name and number they have."""

from django.test import TestCase

from search.models import CatalogueEntry, Kind
from snippets.importing.indexing import index_organisations
from snippets.models import Organisation, Sphere
from tests.factories.snippets import (
    ContactPersonFactory,
    OrganisationAliasFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)


def entry(organisation):
    entries = CatalogueEntry.objects.filter(kind=Kind.ORGANISATION)
    return entries.filter(subject=str(organisation.pk)).first()


class TestOrganisations(TestCase):
    def test_names_numbers_and_town_are_found(self):
        one = OrganisationFactory(
            name="Fundacja Próbna",
            short_name="FUPRO",
            city="Łapy",
            about="Uczy pływać.",
        )
        OrganisationAliasFactory(organisation=one, name="Dawna Fundacja")
        found = entry(one)
        text = " ".join(found.text)
        assert found.title == "Fundacja Próbna"
        assert found.language == ""
        for word in ("FUPRO", "Dawna Fundacja", "Łapy", "Uczy pływać.", one.krs):
            assert word in text
        assert found.facts["suggested"] == ["FUPRO", "Dawna Fundacja"]

    def test_alias_that_is_deleted_is_not_found_any_more(self):
        alias = OrganisationAliasFactory(name="Dawna Fundacja")
        alias.delete()
        assert "Dawna" not in str(entry(alias.organisation).parts)

    def test_what_only_staff_may_see_is_not_there(self):
        one = OrganisationFactory(private_note="tajemnica")
        ContactPersonFactory(organisation=one, name="Anna Prywatna")
        one.save()
        assert "tajemnica" not in str(vars(entry(one)))
        assert "Prywatna" not in str(vars(entry(one)))

    def test_areas_follow_its_spheres(self):
        one, area = OrganisationFactory(), PriorityAreaFactory()
        sphere = Sphere.objects.create(code="99", name="Próby")
        area.spheres.add(sphere)
        area.save()
        one.spheres.add(sphere)
        assert list(entry(one).areas.all()) == [area]
        one.spheres.clear()
        assert list(entry(one).areas.all()) == []

    def test_struck_off_and_deleted_are_not_there(self):
        one = OrganisationFactory()
        one.status = Organisation.Status.STRUCK_OFF
        one.save()
        assert entry(one) is None
        other = OrganisationFactory()
        pk = other.pk
        other.delete()
        assert not CatalogueEntry.objects.filter(
            kind=Kind.ORGANISATION, subject=str(pk)
        ).exists()

    def test_those_written_many_at_once_follow(self):
        made = Organisation.objects.bulk_create(
            [Organisation(name=f"Klub {n}", slug=f"klub-{n}") for n in range(3)]
        )
        assert entry(made[0]) is None
        index_organisations([one.pk for one in made])
        assert [entry(one).title for one in made] == ["Klub 0", "Klub 1", "Klub 2"]
