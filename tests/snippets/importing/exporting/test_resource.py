import datetime

import pytest
from django.utils import translation
from tablib import Dataset

from snippets.importing.columns import is_known_heading
from snippets.importing.exporting import OrganisationExportResource
from snippets.importing.exporting.resource import exported_fields, heading
from snippets.importing.fields import FIELDS
from snippets.models import Organisation, Sphere
from tests.factories.snippets import (
    ContactPersonFactory,
    OrganisationAliasFactory,
    OrganisationFactory,
)

pytestmark = pytest.mark.django_db
MARKERS = ("ZNACZNIK-OSOBA", "znacznik@example.org", "ZNACZNIK-NOTATKA")


@pytest.fixture
def organisation():
    parent = OrganisationFactory(registered=True, name="Związek")
    row = OrganisationFactory(
        name="Oddział",
        parent=parent,
        opp=True,
        opp_since=datetime.date(2010, 5, 1),
        about="Pierwszy\r\ndrugi",
        private_note="ZNACZNIK-NOTATKA",
    )
    OrganisationAliasFactory(organisation=row, name="Dawna")
    OrganisationAliasFactory(organisation=row, name="Jeszcze dawniejsza")
    row.spheres.set(Sphere.objects.filter(code__in=["1", "16"]))
    ContactPersonFactory(
        organisation=row, name="ZNACZNIK-OSOBA", email="znacznik@example.org"
    )
    return row


def exported(organisation, **options):
    resource = OrganisationExportResource(**options)
    (row,) = resource.rows(Organisation.objects.filter(pk=organisation.pk))
    return dict(zip(resource.fields, row, strict=True))


def test_all_fields_of_a_list_have_a_column_but_parts_of_the_address():
    everything = exported_fields(private=True)

    assert set(FIELDS) - set(everything) == {"house", "flat"}
    assert set(everything) - set(exported_fields(private=False)) == {
        "contact_persons",
        "private_note",
    }


def test_row_says_what_is_held(organisation):
    with translation.override("en"):
        row = exported(organisation)

    assert row["name"] == "Oddział"
    assert row["parent"] == organisation.parent.krs
    assert row["aliases"] == "Dawna; Jeszcze dawniejsza"
    assert row["spheres"] == "1, 16"
    assert (row["opp"], row["opp_since"]) == ("Yes", "2010-05-01")
    assert row["about"] == "Pierwszy\ndrugi"
    assert (row["krs"], row["verified_at"]) == ("", "")


def test_private_data_are_there_only_when_asked_for(organisation):
    public = " ".join(exported(organisation).values())
    private = " ".join(exported(organisation, private=True).values())

    assert not any(marker in public for marker in MARKERS)
    assert all(marker in private for marker in MARKERS)


def test_objects_have_values_by_key(organisation):
    rows = Organisation.objects.filter(pk=organisation.pk)
    (row,) = OrganisationExportResource().objects(rows)

    assert row["spheres"] == ["1", "16"]
    assert row["aliases"] == ["Dawna", "Jeszcze dawniejsza"]
    assert row["opp"] is True
    assert row["opp_since"] == "2010-05-01"
    assert row["acts_in_city"] is True
    assert not {"krs", "verified_at", "contact_persons", "private_note"} & set(row)


@pytest.mark.parametrize("language", ["pl", "en", "uk", "be"])
@pytest.mark.parametrize("key", exported_fields(private=True))
def test_headings_are_known_to_an_import(language, key):
    with translation.override(language):
        text = heading(key)

    assert is_known_heading(text)


@pytest.mark.parametrize("private", [False, True])
def test_queries_do_not_grow_with_rows(django_assert_num_queries, private):
    def fill(count):
        for _ in range(count):
            row = ContactPersonFactory(
                organisation__parent=OrganisationFactory()
            ).organisation
            row.spheres.set(Sphere.objects.all()[:2])
            OrganisationAliasFactory(organisation=row)

    def count():
        rows = Organisation.objects.select_related("parent")
        return list(OrganisationExportResource(private=private).rows(rows))

    expected = 4 if private else 3
    fill(2)
    with django_assert_num_queries(expected):
        assert len(count()) == 4
    fill(5)
    with django_assert_num_queries(expected):
        assert len(count()) == 14


def test_stock_export_gives_a_dataset_of_the_same_cells(organisation):
    dataset = OrganisationExportResource().export(Organisation.objects.all())

    assert isinstance(dataset, Dataset)
    assert len(dataset) == 2
    assert dataset.headers == [heading(key) for key in exported_fields(private=False)]


def test_more_rows_than_are_loaded_at_once(organisation, monkeypatch):
    monkeypatch.setattr(OrganisationExportResource._meta, "chunk_size", 2)
    OrganisationFactory.create_batch(3)

    rows = list(OrganisationExportResource().rows(Organisation.objects.all()))

    assert len(rows) == 5
    assert len({row[0] for row in rows}) == 5
