"""Which documents the public finds, and what of them."""

import datetime
import json

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.documents import get_document_model
from wagtail.models import PageViewRestriction, ReferenceIndex
from wagtail.search.backends import get_search_backend

from search.catalogue.documents import document_cards, refresh_documents
from search.models import CatalogueEntry, DocumentText, Kind, ReadingState, source_of
from snippets.models import CityUnit
from tests.factories.documents import (
    DocumentFactory,
    close,
    collection,
    downloads,
    rich_link,
)
from tests.factories.pages import City, mirror, translate

pytestmark = pytest.mark.django_db

Document = get_document_model()
MARK = "qwertyjka"


@pytest.fixture
def city():
    return City()


def told(document, text):
    """A document whose file was read."""
    DocumentText.objects.create(
        document=document,
        source=source_of(document),
        text=text,
        state=ReadingState.READ,
    )
    return document


def card_of(document):
    """The card of a document; None if it has none."""
    cards = list(document_cards(Document.objects.filter(pk=document.pk)))
    assert len(cards) <= 1
    return cards[0] if cards else None


def entry_of(document):
    return card_of(document).entry


def listed():
    """The titles of the documents in the catalogue."""
    return set(
        CatalogueEntry.objects.filter(kind=Kind.DOCUMENT).values_list(
            "title", flat=True
        )
    )


def is_told_anywhere(mark):
    """Whether any entry of the catalogue says a word."""
    fields = CatalogueEntry.objects.values("title", "parts", "facts")
    return mark in json.dumps(list(fields), ensure_ascii=False)


def test_card_says_what_printing_needs(city):
    document = told(DocumentFactory(title="Uchwała  nr 7"), "Treść\nuchwały.")
    document.tags.add("finanse")
    page = city.plain(body=downloads(document))
    Document.objects.filter(pk=document.pk).update(
        created_at=datetime.datetime(2026, 1, 31, 23, 30, tzinfo=datetime.UTC)
    )
    entry = entry_of(document)
    assert entry.kind == Kind.DOCUMENT
    assert entry.subject == str(document.pk)
    assert entry.title == "Uchwała nr 7"
    assert entry.parts == [["content", "Treść uchwały."], ["body", "finanse"]]
    assert entry.page_id == page.pk
    assert entry.date == datetime.date(2026, 2, 1)  # in Poland it was February
    assert entry.facts == {
        "url": document.url,
        "extension": "docx",
        "size": document.file.size,
    }


def test_document_is_found_by_title_and_by_content(city):
    document = told(DocumentFactory(title="Sprawozdanie"), "Sadzonki platanów.")
    city.plain(body=downloads(document), published=True)
    for query in ("sprawozdanie", "platanów"):
        found = get_search_backend().search(query, CatalogueEntry)
        assert [entry.subject for entry in found] == [str(document.pk)]


def test_title_and_content_are_no_markup(city):
    text = "<a" * 99 + "> x<y i y>z"
    document = told(DocumentFactory(title="Gdy a<b oraz c>d"), text)
    city.plain(body=downloads(document))
    entry = entry_of(document)
    assert entry.title == "Gdy a<b oraz c>d"
    assert entry.parts == [["content", text]]


def test_links_in_text_lead_to_documents_too(city):
    document = DocumentFactory()
    page = city.meeting(body=rich_link(document))
    assert entry_of(document).page_id == page.pk


def test_page_is_the_first_in_the_tree(city):
    document = DocumentFactory()
    late = city.plain(body=downloads(document))
    early = city.plain(body=downloads(document))
    early.move(city.home, "first-child")
    assert early.pk > late.pk
    assert entry_of(document).page_id == early.pk


def test_language_is_that_of_all_pages(city):
    document = DocumentFactory()
    page = city.plain(body=downloads(document))
    assert entry_of(document).language == "pl"
    translate(page, "en")
    assert entry_of(document).language == ""


def test_mirrored_page_says_nothing_of_language(city):
    document = DocumentFactory()
    page = city.plain(body=downloads(document))
    alias = mirror(page, "en")
    assert ReferenceIndex.get_references_for_object(alias).exists()
    assert entry_of(document).language == "pl"


def test_text_of_an_earlier_file_is_not_told(city):
    document = DocumentFactory()
    city.plain(body=downloads(document))
    DocumentText.objects.create(document=document, source="abc:inny.docx", text=MARK)
    assert entry_of(document).parts == []


def draft_page(city, document):
    city.plain(body=downloads(document), unpublished=True)


def unpublished_edit(city, document):
    page = city.plain(published=True)
    page.body = downloads(document)
    page.save_revision()


def page_below_closed_one(city, document):
    city.meetings.refresh_from_db()
    PageViewRestriction.objects.create(
        page=city.meetings, restriction_type=PageViewRestriction.LOGIN
    )
    city.meeting(body=downloads(document), published=True)


def page_at_no_address(city, document):
    city.plain(body=downloads(document), published=True)
    city.home.sites_rooted_here.get().delete()


def closed_collection(city, document):
    document.collection = collection()
    document.save()
    close(document.collection)
    city.plain(body=downloads(document), published=True)


def collection_below_closed_one(city, document):
    parent = collection()
    close(parent)
    document.collection = collection("W środku", parent)
    document.save()
    city.plain(body=downloads(document), published=True)


def no_page(city, document):
    city.plain(published=True)


def other_thing_only(city, document):
    """A snippet, with the key of a public page, leads to the document."""
    page = city.plain(published=True)
    units = ContentType.objects.get_for_model(CityUnit)
    ReferenceIndex.objects.create(
        base_content_type=units,
        content_type=units,
        object_id=str(page.pk),
        to_content_type=ContentType.objects.get_for_model(Document),
        to_object_id=str(document.pk),
        model_path="letter",
        content_path="letter",
        content_path_hash="bdc70d8b-e7a2-4c2a-bf43-2a3e3fcbbe86",
    )


@pytest.mark.parametrize(
    "hide",
    [
        draft_page,
        unpublished_edit,
        page_below_closed_one,
        page_at_no_address,
        closed_collection,
        collection_below_closed_one,
        no_page,
        other_thing_only,
    ],
)
def test_hidden_document_is_not_in_the_catalogue(city, hide):
    document = told(DocumentFactory(title=f"Pismo {MARK}"), f"Treść {MARK}")
    document.tags.add(MARK)
    hide(city, document)
    assert card_of(document) is None
    refresh_documents(Document.objects.all())
    assert listed() == set()
    assert not is_told_anywhere(MARK)


def test_marker_is_told_of_a_public_document(city):
    document = told(DocumentFactory(), f"Treść {MARK}")
    city.plain(body=downloads(document), published=True)
    assert is_told_anywhere(MARK)


def test_document_without_a_file_has_no_card(city):
    document = Document.objects.create(title="Bez pliku", file="")
    city.plain(body=downloads(document))
    assert card_of(document) is None


def test_refreshing_withdraws_what_is_hidden_now(city):
    documents = [DocumentFactory(), DocumentFactory()]
    page = city.plain(body=downloads(*documents), published=True)
    assert listed() == {one.title for one in documents}
    type(page).objects.filter(pk=page.pk).update(live=False)
    refresh_documents(Document.objects.filter(pk=documents[0].pk))
    assert listed() == {documents[1].title}


def test_refreshing_says_how_many_changed(city):
    document = DocumentFactory()
    city.plain(body=downloads(document), published=True)
    Document.objects.filter(pk=document.pk).update(title="Inaczej")
    assert refresh_documents(Document.objects.all()) == 1
    assert refresh_documents(Document.objects.all()) == 0
    assert listed() == {"Inaczej"}


def test_cards_take_as_many_queries_for_five_hundred(city, django_assert_num_queries):
    def add(number):
        start = Document.objects.count()
        rows = [
            Document(title=f"Pismo {n}", file=f"documents/{n}.pdf", collection_id=root)
            for n in range(start, start + number)
        ]
        documents = Document.objects.bulk_create(rows)
        texts = [
            DocumentText(document=row, source=source_of(row), text="Treść")
            for row in documents
        ]
        DocumentText.objects.bulk_create(texts)
        city.plain(body=downloads(*documents))
        city.plain(body=downloads(*documents))

    root = collection().pk
    for number, count in ((1, 1), (499, 500)):
        add(number)
        list(document_cards(Document.objects.all()))  # what is cached, is
        with django_assert_num_queries(5):
            cards = list(document_cards(Document.objects.all()))
        assert len(cards) == count
        assert all(card.entry.parts for card in cards)
