"""What becomes of a document's file in the background."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from wagtail.documents import get_document_model

from search.catalogue import reading
from search.catalogue.reading import read_document
from search.models import CatalogueEntry, DocumentText, Kind, source_of
from search.reading import Limits, UnreadableError
from tests.factories.documents import (
    DocumentFactory,
    downloads,
    letter,
    replace_file,
)
from tests.factories.pages import City
from tests.search.reading.files import as_odt, as_pdf, page

pytestmark = pytest.mark.django_db

Document = get_document_model()


def read(document):
    """Read a document's file; return what is kept of it."""
    read_document(document.pk)
    return DocumentText.objects.get(document=document)


def state_of(document):
    text = read(document)
    assert text.text == ""
    return text.state


@pytest.fixture
def calls(monkeypatch):
    """The names of the files that were read, one each time."""
    names = []

    def read_text(content, filename):
        names.append(filename)
        return reading_text(content, filename)

    reading_text = reading.read_text
    monkeypatch.setattr(reading, "read_text", read_text)
    return names


@pytest.mark.parametrize(
    ("filename", "content"),
    [
        ("pismo.docx", letter("Sadzonki platanów")),
        ("PISMO.ODT", as_odt("<text:p>Sadzonki platanów</text:p>")),
        ("pismo.pdf", as_pdf(page("Sadzonki platanów"))),
    ],
)
def test_text_of_a_file_is_kept(filename, content):
    document = DocumentFactory(filename=filename, content=content)
    text = read(document)
    assert (text.state, text.text) == ("read", "Sadzonki platanów")
    assert text.digest == document.file_hash
    assert list(DocumentText.objects.current()) == [text]


def test_card_tells_what_was_read():
    document = DocumentFactory(text="Sadzonki platanów")
    City().plain(body=downloads(document), published=True)
    entry = CatalogueEntry.objects.get(kind=Kind.DOCUMENT)
    assert entry.parts == []
    read(document)
    entry.refresh_from_db()
    assert entry.parts == [["content", "Sadzonki platanów"]]


@pytest.mark.parametrize(
    ("filename", "content", "state"),
    [
        ("pismo.pdf", b"%PDF-1.4 and nothing", "damaged"),
        ("pismo.docx", letter("Dzień dobry.")[:200], "damaged"),
        ("skan.pdf", as_pdf(b""), "no_text"),
        ("puste.docx", b"\n", "no_text"),
        ("tabela.xlsx", b"PK\x03\x04", "not_readable"),
    ],
)
def test_file_without_text_is_noted_and_found_by_title(filename, content, state):
    document = DocumentFactory(filename=filename, content=content)
    City().plain(body=downloads(document), published=True)
    assert state_of(document) == state
    entry = CatalogueEntry.objects.get(kind=Kind.DOCUMENT)
    assert (entry.title, entry.parts) == (document.title, [])


@pytest.mark.parametrize("code", ["encrypted", "too_slow", "too_large"])
def test_reason_of_the_reader_is_kept(monkeypatch, code):
    def refuse(content, filename):
        raise UnreadableError(code)

    monkeypatch.setattr(reading, "read_text", refuse)
    assert state_of(DocumentFactory()) == code


def test_huge_file_is_not_even_opened(monkeypatch, calls):
    monkeypatch.setattr(reading, "LIMITS", Limits(size=100))
    document = DocumentFactory(content=b"a" * 101)
    assert state_of(document) == "too_large"
    assert calls == []


def test_missing_file_is_noted():
    document = DocumentFactory()
    document.file.storage.delete(document.file.name)
    assert state_of(document) == "missing"
    assert state_of(Document.objects.create(title="Bez pliku")) == "missing"


def test_file_that_came_back_is_read():
    document = DocumentFactory(text="Wróciło")
    with document.open_file() as file:
        content = file.read()
    storage, name = document.file.storage, document.file.name
    storage.delete(name)
    assert state_of(document) == "missing"
    storage.save(name, ContentFile(content))
    assert read(document).text == "Wróciło"


def test_document_that_is_gone_is_no_error():
    read_document(4321)
    assert not DocumentText.objects.exists()


@pytest.mark.parametrize("content", [letter("Dzień dobry."), b"PK\x03\x04"])
def test_same_file_is_read_once(calls, content):
    document = DocumentFactory(content=content)
    before = read(document)
    document.title = "Inaczej"
    document.save()
    after = read(document)
    assert len(calls) == 1
    assert (after.state, after.text) == (before.state, before.text)


def test_same_file_under_another_name_is_read_once(calls):
    content = letter("Dzień dobry.")
    document = DocumentFactory(content=content)
    read(document)
    replace_file(document, content, "nowe.docx")
    assert not DocumentText.objects.current().exists()
    assert read(document).text == "Dzień dobry."
    assert len(calls) == 1
    assert DocumentText.objects.current().exists()


def test_other_file_is_read_again(calls):
    document = DocumentFactory(text="Stare")
    read(document)
    replace_file(document, letter("Nowe"))
    assert read(document).text == "Nowe"
    assert len(calls) == 2


def test_other_file_without_a_hash_is_read_again():
    document = DocumentFactory(text="Stare")
    read(document)
    document.file = ContentFile(letter("Nowe"), name="pismo.docx")
    document.save()  # by code that knows nothing of hashes
    assert not DocumentText.objects.current().exists()
    assert read(document).text == "Nowe"
    assert DocumentText.objects.current().exists()


def test_old_text_leaves_the_catalogue_with_its_file():
    document = DocumentFactory(text="Nie dla wszystkich")
    City().plain(body=downloads(document), published=True)
    read(document)
    replace_file(document, letter("Nowe"))
    assert CatalogueEntry.objects.get(kind=Kind.DOCUMENT).parts == []


@pytest.mark.parametrize("is_read_first", [True, False])
def test_newer_file_wins_when_replaced_while_being_read(monkeypatch, is_read_first):
    document = DocumentFactory(text="Stare")
    reading_text = reading.read_text

    def replaced_meanwhile(content, filename):
        monkeypatch.setattr(reading, "read_text", reading_text)
        replace_file(document, letter("Nowe"))
        if is_read_first:  # by another worker
            read_document(document.pk)
        return reading_text(content, filename)

    monkeypatch.setattr(reading, "read_text", replaced_meanwhile)
    read_document(document.pk)
    texts = DocumentText.objects.values_list("text", flat=True)
    assert list(texts) == (["Nowe"] if is_read_first else [])


def test_document_deleted_while_being_read_leaves_nothing(monkeypatch):
    document = DocumentFactory()

    def deleted_meanwhile(content, filename):
        Document.objects.filter(pk=document.pk).delete()
        return "Treść"

    monkeypatch.setattr(reading, "read_text", deleted_meanwhile)
    read_document(document.pk)
    assert not DocumentText.objects.exists()
    connection.check_constraints()


def test_source_is_the_same_in_python_and_in_the_database():
    for name, digest in (("a b:ć.pdf", "f" * 40), ("a.pdf", "")):
        document = Document.objects.create(title="x", file=name, file_hash=digest)
        DocumentText.objects.create(document=document, source=source_of(document))
    assert DocumentText.objects.current().count() == 2
