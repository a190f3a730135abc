"""Columns with choices are typed by them in the document."""

import pytest
from django.db import models

from pages.api.streams.closed_sets import told_schema, values_of, written_schema
from pages.meetings.models import FindingKind, MeetingStatus
from pages.meetings.models.meeting import MeetingKind
from pages.programmes.models.programme import Stage
from pages.programmes.models.status import DraftStatus
from tests.factories.pages import City
from tests.pages.api.asking import ask
from tests.pages.api.contract.operations import whole_document

KINDS = {
    ("MeetingPage", "kind"): MeetingKind,
    ("MeetingPage", "status"): MeetingStatus,
    ("ProgrammePage", "stage"): Stage,
    ("ProgrammeDraftPage", "status"): DraftStatus,
    ("Finding", "kind"): FindingKind,
}


@pytest.mark.parametrize("place", KINDS, ids=".".join)
@pytest.mark.parametrize("use", ["", "Create", "Patch"])
def test_values_are_those_of_the_model(place, use):
    name, field = place
    schema = whole_document()["components"]["schemas"][f"{name}{use}Schema"]

    assert schema["properties"][field]["enum"] == KINDS[place].values


def test_empty_text_is_a_value_where_the_column_may_be_empty():
    choices = [("a", "A"), ("more", [("b", "B")])]

    assert values_of(models.CharField(choices=choices)) == ["a", "b"]
    assert values_of(models.CharField(choices=choices, blank=True)) == ["a", "b", ""]
    assert values_of(models.IntegerField(choices=[(1, "A")], blank=True)) == [1]


@pytest.mark.parametrize("schema", [told_schema, written_schema])
def test_column_without_choices_stays_as_it_is(schema):
    field = models.CharField(name="a", verbose_name="a", max_length=5)

    kind, info, *_resolver = schema(None, field)

    assert kind is str
    assert info.metadata[0].max_length == 5


@pytest.mark.django_db
def test_value_that_was_a_choice_once_is_told_all_the_same(client):
    page = City().meeting(published=True)
    type(page).objects.filter(pk=page.pk).update(kind="dawny")

    assert ask(client, f"/pages/{page.pk}/")["kind"] == "dawny"
