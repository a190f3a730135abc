"""Which changes renew the mark that answers are kept under."""

import pytest
from django.db import connection
from wagtail.models import ModelLogEntry, PageViewRestriction

from pages.api.editions import current_edition
from snippets.importing.indexing import index_organisations
from snippets.models import Organisation
from tests.factories.pages import City
from tests.factories.snippets import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def renewed(django_capture_on_commit_callbacks):
    """Return a function that says whether a change renews the mark."""

    def is_renewed(change):
        before = current_edition()
        # What was done to get here counts as committed.
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            change()
        return current_edition() != before

    return is_renewed


def close(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_what_is_moved_closed_or_deleted_is_a_change(renewed):
    city = City()
    first, second = (city.plain(published=True) for _time in range(2))

    assert renewed(lambda: second.move(first, pos="left"))
    assert renewed(lambda: close(first))
    assert renewed(first.delete)


def test_organisations_written_many_at_once_are_a_change(renewed):
    organisation = OrganisationFactory(name="Dawna")

    def rename():
        Organisation.objects.filter(pk=organisation.pk).update(name="Nowa")
        index_organisations([organisation.pk])

    assert renewed(rename)


def test_what_no_answer_is_made_of_is_no_change(renewed):
    page = City().plain(published=True)

    assert not renewed(page.latest_revision.save)
    assert not renewed(lambda: ModelLogEntry.objects.all().delete())
