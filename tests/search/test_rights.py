"""The rights over the search come with the migrations, and can be taken back."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

pytestmark = pytest.mark.django_db
MIGRATION = import_module("search.migrations.0002_rights")
LABELS = ("participation_search", "wagtailsearchpromotions")
EDITING = {
    *(f"{action}_synonym" for action in ("add", "change", "delete", "view")),
    *(f"{action}_searchpromotion" for action in ("add", "change", "delete")),
    "view_missedquery",
}


def rights():
    return {
        group.name: set(
            group.permissions.filter(content_type__app_label__in=LABELS).values_list(
                "codename", flat=True
            )
        )
        for group in Group.objects.filter(
            name__in=("Redakcja", "Wydawca", "Tłumacze", "Jednostki")
        )
    }


def test_editors_and_publishers_do_what_the_search_needs():
    assert rights() == {
        "Redakcja": EDITING,
        "Wydawca": EDITING,
        "Tłumacze": set(),
        "Jednostki": set(),
    }


def test_rights_are_taken_back_and_given_again():
    others = Group.objects.get(name="Redakcja").permissions.count() - len(EDITING)

    MIGRATION.take_rights(apps, None)
    assert not any(rights().values())
    assert Group.objects.get(name="Redakcja").permissions.count() == others

    MIGRATION.give_rights(apps, None)
    test_editors_and_publishers_do_what_the_search_needs()
