"""Documents with files, and pages that lead to them."""

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from tests.search.reading.files import as_docx, paragraph


def letter(text):
    """A letter in DOCX of one paragraph."""
    return as_docx(paragraph(text))


class DocumentFactory(wagtail_factories.DocumentFactory):
    """A document whose file says `text`, or is of the bytes `content`."""

    title = factory.Sequence(lambda n: f"Pismo {n}")
    file = factory.LazyAttribute(
        lambda document: ContentFile(document.content, name=document.filename)
    )

    class Params:
        filename = "pismo.docx"
        text = "Dzień dobry."
        content = factory.LazyAttribute(lambda document: letter(document.text))

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        """Store a document as the form of the admin does, with the hash of its file."""
        document = model_class(**kwargs)
        document._set_document_file_metadata()
        document.save()
        return document


def replace_file(document, content, filename="pismo.docx"):
    """Give a document another file, as the form of the admin does."""
    old = document.file
    document.file = ContentFile(content, name=filename)
    document._set_document_file_metadata()
    old.storage.delete(old.name)
    document.save()


def downloads(*documents):
    """The body of a page with files to download."""
    return [("documents", {"documents": list(documents)})]


def rich_link(document):
    """The body of a page with a link to a document in its text."""
    return [("paragraph", f'<a linktype="document" id="{document.pk}">Pismo</a>')]


def collection(name="Pisma", parent=None):
    """A collection of documents."""
    return (parent or Collection.get_first_root_node()).add_child(name=name)


def close(collection):
    """Let only those who are logged in open the documents of a collection."""
    return CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )
