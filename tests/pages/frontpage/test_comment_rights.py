"""The rights over comments come with the migrations, and can be taken back."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

pytestmark = pytest.mark.django_db
MIGRATION = import_module("pages.frontpage.migrations.0004_comment_rights")
LATER = import_module("pages.frontpage.migrations.0006_paper_rights")
KEEPING = {
    *("add_publiccomment", "change_publiccomment", "view_publiccomment"),
    *("moderate_publiccomment", "change_notice", "view_notice"),
    *("add_officialanswer", "change_officialanswer", "view_officialanswer"),
    *("add_consultation", "change_consultation", "view_consultation"),
}


def rights(name):
    group = Group.objects.filter(name=name).first()
    if group is None:
        return None
    held = group.permissions.filter(content_type__app_label="public_comments")
    return set(held.values_list("codename", flat=True))


def test_each_group_has_its_rights():
    assert rights("Redakcja") == KEEPING
    assert rights("Wydawca") == KEEPING | {
        "approve_officialanswer",
        "view_contact_publiccomment",
    }
    assert rights("Jednostki") == {
        "view_consultation",
        "view_publiccomment",
        "add_officialanswer",
        "change_officialanswer",
        "view_officialanswer",
    }
    assert rights("Tłumacze") == set()


def test_units_edit_no_pages():
    group = Group.objects.get(name="Jednostki")

    assert not group.page_permissions.exists()
    assert not group.collection_permissions.exists()
    assert group.permissions.filter(codename="access_admin").exists()


def test_rights_are_taken_back_and_given_again():
    MIGRATION.take_rights(apps, None)
    assert rights("Redakcja") == rights("Wydawca") == set()
    assert rights("Jednostki") is None

    MIGRATION.give_rights(apps, None)
    LATER.give_rights(apps, None)
    test_each_group_has_its_rights()
