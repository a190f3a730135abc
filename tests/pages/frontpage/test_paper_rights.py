"""The rights over codes come with the migrations, and can be taken back."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

pytestmark = pytest.mark.django_db
MIGRATION = import_module("pages.frontpage.migrations.0006_paper_rights")
KEEPING = {"add_organisationcode", "change_organisationcode", "view_organisationcode"}
FINDING = {"view_consultation"}


def rights(name):
    group = Group.objects.get(name=name)
    given = group.permissions.values_list("codename", flat=True)
    return set(given) & (KEEPING | FINDING)


def test_editors_keep_codes_and_units_find_consultations():
    assert rights("Redakcja") == rights("Wydawca") == KEEPING | FINDING
    assert rights("Jednostki") == FINDING
    assert rights("Tłumacze") == set()


def test_rights_are_taken_back_and_given_again():
    MIGRATION.take_rights(apps, None)
    assert rights("Redakcja") == rights("Wydawca") == FINDING
    assert rights("Jednostki") == set()

    MIGRATION.give_rights(apps, None)
    test_editors_keep_codes_and_units_find_consultations()
