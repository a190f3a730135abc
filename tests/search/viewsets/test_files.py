"""The report of files that were not read."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupCollectionPermission

from search.models import ReadingState
from tests.factories.documents import collection
from tests.factories.search import DocumentTextFactory
from tests.pages.markup import PublicPage
from tests.pages.measure import count_queries

from .listings import exported_csv, titles

pytestmark = pytest.mark.django_db
URL = "/admin/unread-files/"
FAILED = set(ReadingState) - {ReadingState.READ, ReadingState.WAITING}


def test_only_what_could_not_be_read_is_listed(enter):
    for state in ReadingState:
        DocumentTextFactory(document__title=state.value, state=state)
    client = enter("Redakcja")

    assert set(titles(client, URL)) == {state.value for state in FAILED}
    for state in FAILED:
        assert titles(client, URL, state=state.value) == [state.value]
    assert titles(client, URL, q="crypt") == ["encrypted"]


@pytest.mark.parametrize("parameters", [{"state": "read"}, {"state": "x"}, {"p": "99"}])
def test_report_stands_any_address(enter, parameters):
    DocumentTextFactory(document__title="Skan")

    assert titles(enter("Redakcja"), URL, **parameters) == ["Skan"]


def test_row_says_why_and_leads_to_the_document(enter):
    row = DocumentTextFactory(state=ReadingState.ENCRYPTED)
    page = PublicPage.get(enter("Redakcja"), URL)

    edit = reverse("wagtaildocs:edit", args=[row.document_id])
    assert page.soup.select_one(f'table.listing a[href="{edit}"]')
    assert row.get_state_display() in page.main


def test_documents_of_others_are_neither_named_nor_led_to(client):
    mine = DocumentTextFactory(
        document__title="Nasze", document__collection=collection()
    )
    DocumentTextFactory(document__title="Cudze")
    group = Group.objects.create(name="Jednostka")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupCollectionPermission.objects.create(
        group=group,
        collection=mine.document.collection,
        permission=Permission.objects.get(codename="change_document"),
    )
    user = get_user_model().objects.create_user("jednostka")
    user.groups.add(group)
    client.force_login(user)

    assert titles(client, URL) == ["Nasze"]


def test_report_costs_the_same_however_long(enter):
    client = enter("Redakcja")
    DocumentTextFactory.create_batch(2)
    few = count_queries(client, URL)
    DocumentTextFactory.create_batch(9)

    assert count_queries(client, URL) == few


def test_export_says_why_and_runs_no_formula(enter):
    row = DocumentTextFactory(document__title="=1+1", state=ReadingState.DAMAGED)

    ((title, reason, _tried),) = exported_csv(enter("Redakcja"), URL)

    assert title == "'=1+1"
    assert reason == row.get_state_display()
