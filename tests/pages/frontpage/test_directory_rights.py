"""The rights over reports of errors come with the migrations, and can be taken back."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

pytestmark = pytest.mark.django_db
MIGRATION = import_module("pages.frontpage.migrations.0005_directory_rights")
READING = {"view_dataerrorreport", "change_dataerrorreport"}


def rights():
    return {
        group.name: set(
            group.permissions.filter(content_type__app_label="directory").values_list(
                "codename", flat=True
            )
        )
        for group in Group.objects.filter(
            name__in=("Redakcja", "Wydawca", "Tłumacze", "Jednostki")
        )
    }


def test_editors_close_reports_and_publishers_erase_them_too():
    assert rights() == {
        "Redakcja": READING,
        "Wydawca": {*READING, "delete_dataerrorreport"},
        "Tłumacze": set(),
        "Jednostki": set(),
    }


def test_rights_are_taken_back_and_given_again():
    MIGRATION.take_rights(apps, None)
    assert not any(rights().values())

    MIGRATION.give_rights(apps, None)
    test_editors_close_reports_and_publishers_erase_them_too()
