import pytest
from django.urls import reverse

from snippets.merging import Remainder, merge, undo_merge
from snippets.models import Organisation
from tests.factories.snippets import OrganisationFactory, ProjectRoleFactory

from .conftest import RIGHTS

pytestmark = pytest.mark.django_db


def address(record):
    return reverse("organisation_mergers:undo", args=[record.pk])


@pytest.fixture
def record(merger, pair):
    kept, merged = pair
    ProjectRoleFactory(of_organisation=True, organisation=merged)
    return merge(kept=kept, merged=merged, user=merger)


def test_preview_says_what_goes_back_and_what_does_not(client, record):
    Organisation.objects.filter(pk=record.kept_id).update(short_name="DD")
    role = record.kept.project_roles.get()

    page = client.get(address(record)).content.decode()

    assert role.project.name in page
    assert str(Remainder.CHANGED.label) in page
    record.refresh_from_db()
    assert record.undone_at is None


def test_undo_is_done_and_leads_to_the_entry(client, record, merger):
    response = client.post(address(record))

    record.refresh_from_db()
    assert record.undone_by == merger
    assert record.merged.merged_into is None
    assert response["Location"] == reverse(
        "wagtailsnippets_snippets_organisation:edit", args=[record.merged_id]
    )
    assert client.get(response["Location"]).status_code == 200


def test_refused_undo_says_why_and_has_no_button(client, record, merger):
    other = OrganisationFactory()
    merge(kept=other, merged=record.kept, user=merger)

    page = client.get(address(record)).content.decode()
    response = client.post(address(record))

    assert 'method="post"' not in page.split("<main")[-1].lower()
    assert response["Location"] == address(record)
    record.refresh_from_db()
    assert record.undone_at is None


def test_undone_merger_can_be_looked_at(client, record, merger):
    undo_merge(record=record, user=merger)

    assert client.get(address(record)).status_code == 200


@pytest.mark.parametrize("missing", RIGHTS[1:])
def test_who_may_not_merge_may_not_undo(client, give, record, missing):
    give(*(right for right in RIGHTS if right != missing))

    assert client.get(address(record)).status_code == 302
    assert client.post(address(record)).status_code == 302
    record.refresh_from_db()
    assert record.undone_at is None
