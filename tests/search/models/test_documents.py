"""Which texts of documents are current, and which could not be read."""

import pytest
from django.utils import timezone
from wagtail.documents import get_document_model

from search.models import DocumentText, source_of
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db

Document = get_document_model()


def test_current_texts_are_those_of_the_same_file():
    document = DocumentFactory()
    text = DocumentText.objects.create(document=document, source=source_of(document))
    assert list(DocumentText.objects.current()) == [text]
    Document.objects.filter(pk=document.pk).update(file_hash="f" * 40)
    assert not DocumentText.objects.current().exists()


@pytest.mark.parametrize(
    ("state", "is_unread"),
    [
        *((state, True) for state in ("damaged", "encrypted", "no_text", "missing")),
        *((state, True) for state in ("too_large", "too_slow")),
        *((state, False) for state in ("read", "waiting", "not_readable")),
    ],
)
def test_unread_are_those_that_staff_can_mend(state, is_unread):
    document = DocumentFactory()
    DocumentText.objects.create(
        document=document,
        source=source_of(document),
        state=state,
        read_at=timezone.now(),
    )
    assert DocumentText.objects.unread().exists() == is_unread
