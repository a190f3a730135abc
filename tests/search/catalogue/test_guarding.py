"""A fault of the catalogue costs the catalogue, never what is being stored."""

import pytest
from django.db import connection

from pages.base.models import ContentPage
from pages.comments.models import PublicComment
from pages.comments.moving import move
from search.catalogue.guarding import guard
from search.models import CatalogueEntry
from tests.factories.catalogue import CatalogueEntryFactory
from tests.factories.comments import PublicCommentFactory
from tests.factories.documents import DocumentFactory, downloads
from tests.factories.pages import City
from tests.factories.snippets import OrganisationFactory
from tests.pages.programmes.closed import FIRST, staff

pytestmark = pytest.mark.django_db


def fail(*args, **kwargs):
    """Fail in the database, which refuses all that follows unless it is undone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM a_table_that_is_not_there")


@pytest.fixture
def broken(monkeypatch):
    """Let the catalogue fail from now on, when called."""
    return lambda: monkeypatch.setattr("search.catalogue.storing.store_some", fail)


def test_doubtful_entries_go_and_the_fault_is_logged(caplog):
    doubtful, other = CatalogueEntryFactory.create_batch(2)

    with guard(CatalogueEntry.objects.filter(pk=doubtful.pk)):
        fail()

    assert list(CatalogueEntry.objects.all()) == [other]
    assert "a_table_that_is_not_there" in caplog.text


def test_comment_is_not_lost(broken):
    comment = PublicCommentFactory(about=FIRST)
    broken()
    move(comment, "publish", user=staff("moderator"))
    assert PublicComment.objects.get(pk=comment.pk).state == "published"


def test_hidden_comment_is_not_left_in_the_catalogue(monkeypatch):
    comment = PublicCommentFactory(about=FIRST, published=True)
    assert CatalogueEntry.objects.filter(kind="comment").exists()
    monkeypatch.setattr("search.catalogue.comments.comment_cards", fail)
    move(comment, "hide", user=staff("moderator"), hiding_reason="offence")
    assert PublicComment.objects.get(pk=comment.pk).state == "hidden"
    assert not CatalogueEntry.objects.filter(kind="comment").exists()


def test_page_is_published(broken):
    page = City().plain(published=True)
    broken()
    page.title = "Nowy tytuł"
    page.save_revision().publish()
    assert ContentPage.objects.get(pk=page.pk).title == "Nowy tytuł"
    assert not CatalogueEntry.objects.filter(page=page.pk).exists()


def test_organisation_is_stored(broken):
    organisation = OrganisationFactory()
    broken()
    organisation.name = "Nowa nazwa"
    organisation.save()
    organisation.refresh_from_db()
    assert organisation.name == "Nowa nazwa"


def test_document_is_stored(broken):
    document = DocumentFactory()
    City().plain(published=True, body=downloads(document))
    broken()
    document.title = "Nowy tytuł"
    document.save()
    document.refresh_from_db()
    assert document.title == "Nowy tytuł"
