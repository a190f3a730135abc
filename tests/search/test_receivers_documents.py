"""What happens to a document, its collection or its pages, the catalogue follows."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.urls import reverse
from wagtail import signal_handlers
from wagtail.documents import get_document_model
from wagtail.models import Collection, Page, PageViewRestriction, ReferenceIndex

from search.models import CatalogueEntry, Kind
from tests.factories.documents import (
    DocumentFactory,
    close,
    collection,
    downloads,
    rich_link,
)
from tests.factories.pages import City, translate

pytestmark = pytest.mark.django_db

Document = get_document_model()


@pytest.fixture
def city():
    return City()


@pytest.fixture
def document(city):
    """A document with a page of its own."""
    document = DocumentFactory(title="Uchwała")
    city.own = city.plain(body=downloads(document), published=True)
    assert listed() == {"Uchwała"}
    return document


def listed():
    """The titles of the documents in the catalogue."""
    connection.check_constraints()
    entries = CatalogueEntry.objects.filter(kind=Kind.DOCUMENT)
    return set(entries.values_list("title", flat=True))


def entry_of(document):
    return CatalogueEntry.objects.get(kind=Kind.DOCUMENT, subject=str(document.pk))


def restrict(page):
    return PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    )


def published(page, body):
    """Publish a page with another content."""
    page = Page.objects.get(pk=page.pk).specific
    page.body = body
    page.save_revision().publish()


def test_title_is_followed(document):
    document.title = "Zarządzenie"
    document.save()
    assert listed() == {"Zarządzenie"}


def test_tags_are_followed(document):
    document.tags.add("finanse")
    assert entry_of(document).parts == [["body", "finanse"]]
    document.tags.clear()
    assert entry_of(document).parts == []


def test_deleted_document_is_taken_out(document):
    document.delete()
    assert listed() == set()


def test_document_is_catalogued_when_a_page_leads_to_it(city):
    document = DocumentFactory(title="Plan")
    page = city.plain(published=True)
    assert listed() == set()
    published(page, rich_link(document))
    assert listed() == {"Plan"}


def test_edit_that_is_not_published_changes_nothing(city, document):
    other = DocumentFactory(title="Plan")
    page = Page.objects.get(pk=city.own.pk).specific
    page.body = downloads(other)
    page.save_revision()
    assert listed() == {"Uchwała"}
    other.save()
    assert listed() == {"Uchwała"}
    document.save()
    assert listed() == {"Uchwała"}


def test_document_goes_when_its_page_leads_to_it_no_more(city, document):
    published(city.own, [])
    assert listed() == set()


def test_document_goes_when_its_page_is_stored_without_it(city, document):
    page = Page.objects.get(pk=city.own.pk).specific
    page.body = []
    page.save()  # by code, without publishing
    assert listed() == set()


def test_page_is_followed_where_a_queue_keeps_the_references(city, monkeypatch):
    task = signal_handlers.update_reference_index_task
    monkeypatch.setattr(type(task), "enqueue", lambda *args, **kwargs: None)
    document = DocumentFactory(title="Plan")
    page = city.plain(body=downloads(document), published=True)
    assert listed() == {"Plan"}
    published(page, [])
    assert listed() == set()


@pytest.fixture
def other(city, document):
    """A later page with the same document, in another language."""
    other = translate(city.plain(), "en", body=downloads(document))
    assert entry_of(document).language == ""
    return other


def test_document_stays_where_the_first_of_two_pages_drops_it(city, document, other):
    published(city.own, [])
    assert (entry_of(document).page_id, entry_of(document).language) == (other.pk, "en")


def test_language_is_followed_where_the_second_of_two_pages_drops_it(
    city, document, other
):
    published(other, [])
    entry = entry_of(document)
    assert (entry.page_id, entry.language) == (city.own.pk, "pl")


@pytest.mark.parametrize(
    "hide",
    [
        lambda page: page.unpublish(),
        lambda page: page.delete(),
        restrict,
        lambda page: page.get_parent().delete(),
        lambda page: restrict(page.get_parent()),
    ],
)
def test_documents_stay_on_other_pages_when_one_is_hidden(city, hide):
    alone, before, after = (DocumentFactory(title=title) for title in "abc")
    first = city.plain(body=downloads(before), published=True)
    page = city.meeting(body=downloads(alone, before, after), published=True)
    last = translate(city.plain(), "en", body=downloads(after))
    assert entry_of(after).page_id == page.pk
    hide(Page.objects.get(pk=page.pk).specific)
    assert listed() == {"b", "c"}
    assert (entry_of(before).page_id, entry_of(before).language) == (first.pk, "pl")
    assert (entry_of(after).page_id, entry_of(after).language) == (last.pk, "en")


def test_document_goes_with_the_last_of_the_pages_that_are_deleted(city):
    document = DocumentFactory()
    for _ in range(3):
        city.meeting(body=downloads(document), published=True)
    city.task(body=downloads(document), published=True)
    assert listed() == {document.title}
    Page.objects.get(pk=city.meetings.pk).delete()
    assert Page.objects.get(pk=entry_of(document).page_id).slug.startswith("zadanie")
    Page.objects.get(pk=city.programmes.pk).delete()
    assert listed() == set()


def test_restriction_that_is_lifted_brings_documents_back(city, document):
    restriction = restrict(city.home)
    assert listed() == set()
    restriction.delete()
    assert listed() == {"Uchwała"}


def test_page_that_moves_takes_its_documents_along(city, document):
    restrict(city.meetings)
    city.own.move(city.meetings, "last-child")
    assert listed() == set()
    Page.objects.get(pk=city.own.pk).move(city.home, "last-child")
    assert listed() == {"Uchwała"}


def test_closed_collection_hides_its_documents_and_those_below(city, document):
    parent = collection()
    document.collection = collection("W środku", parent)
    document.save()
    assert listed() == {"Uchwała"}
    restriction = close(parent)
    assert listed() == set()
    restriction.delete()
    assert listed() == {"Uchwała"}


def test_collection_deleted_with_its_restriction_is_no_error(city, document):
    document.collection = collection()
    document.save()
    close(document.collection)
    document.collection.delete()
    assert listed() == set()
    assert not Document.objects.exists()


def test_collection_that_moves_takes_its_documents_along(city, document):
    own, closed = collection("Otwarte"), collection("Zamknięte")
    document.collection = collection("W środku", own)
    document.save()
    close(closed)
    own.move(closed, "sorted-child")
    assert listed() == set()
    Collection.objects.get(pk=own.pk).move(
        Collection.get_first_root_node(), "sorted-child"
    )
    assert listed() == {"Uchwała"}


def test_collection_that_only_makes_room_costs_nothing(city, document, monkeypatch):
    document.collection = collection("M")
    document.save()
    asked = []
    monkeypatch.setattr("search.receivers_documents.refresh_documents", asked.append)
    before = document.collection.path
    collection("A")
    document.collection.refresh_from_db()
    assert document.collection.path != before
    assert asked == []


def test_collection_moved_in_the_admin_is_followed(city, document, admin_client):
    document.collection = collection("Otwarte")
    document.save()
    closed = collection("Zamknięte")
    close(closed)
    response = admin_client.post(
        reverse("wagtailadmin_collections:edit", args=[document.collection_id]),
        {"name": "Otwarte", "parent": closed.pk},
    )
    assert response.status_code == 302
    assert listed() == set()


def test_documents_moved_many_at_once_are_followed(city, document, admin_client):
    closed = collection("Zamknięte")
    close(closed)
    address = reverse(
        "wagtail_bulk_action", args=["wagtaildocs", "document", "add_to_collection"]
    )
    response = admin_client.post(
        f"{address}?id={document.pk}", {"collection": closed.pk}
    )
    assert response.status_code == 302
    document.refresh_from_db()
    assert document.collection_id == closed.pk
    assert listed() == set()


def test_bulk_action_on_pages_is_not_about_documents(city, document, admin_client):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    response = admin_client.post(f"{address}?id={city.own.pk}")
    assert response.status_code == 302
    assert listed() == set()


def test_references_of_other_things_are_let_be(
    city, document, django_assert_num_queries
):
    kind = ContentType.objects.get_for_model(Collection)
    reference = ReferenceIndex.objects.create(
        base_content_type=kind,
        content_type=kind,
        object_id="1",
        to_content_type=ContentType.objects.get_for_model(Document),
        to_object_id=str(document.pk),
        model_path="letter",
        content_path="letter",
        content_path_hash="bdc70d8b-e7a2-4c2a-bf43-2a3e3fcbbe86",
    )
    with django_assert_num_queries(1):
        reference.delete()
