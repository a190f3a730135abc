"""Reads the files of documents, and keeps what they say for their cards."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.utils.file import hash_filelike

from search.models import DocumentText, ReadingState, source_of
from search.reading import LIMITS, UnreadableError, read_text

from .documents import refresh_documents


@dataclass(frozen=True)
class Reading:
    """What came of the reading of one file."""

    state: ReadingState
    text: str = ""
    digest: str = ""


def read_document(pk: Any) -> None:
    """Read the file of a document if it is another than was read, and make its card.

    A file that gives no text is noted with the reason; the document is still found by
    its title. If the document has got a new file meanwhile, what was read is dropped.
    """
    documents = get_document_model().objects.filter(pk=pk)
    document = documents.first()
    if document is None:
        return
    known = DocumentText.objects.filter(document=pk).first()
    keep(document, read_file(document, known))
    refresh_documents(documents)


def read_file(document: Any, known: DocumentText | None) -> Reading:
    """Return the text of a document's file, the known one if the file is the same."""
    if not document.file:
        return Reading(ReadingState.MISSING)
    try:
        with document.open_file() as file:
            if file.size > LIMITS.size:
                return Reading(ReadingState.TOO_LARGE)
            digest = hash_filelike(file)
            if known and known.digest == digest:
                return Reading(ReadingState(known.state), known.text, digest)
            content = file.read()
    except FileNotFoundError:
        return Reading(ReadingState.MISSING)
    try:
        text = read_text(content, document.filename)
    except UnreadableError as error:
        return Reading(ReadingState(error.code), digest=digest)
    return Reading(ReadingState.READ, text, digest)


def keep(document: Any, reading: Reading) -> None:
    """Keep what was read of a document, unless it has another file by now."""
    source = source_of(document)
    with transaction.atomic():
        documents = get_document_model().objects.select_for_update()
        now = documents.filter(pk=document.pk).first()
        if now is None or source_of(now) != source:
            return
        DocumentText.objects.update_or_create(
            document_id=document.pk,
            defaults={
                "source": source,
                "digest": reading.digest,
                "text": reading.text,
                "state": reading.state,
                "read_at": timezone.now(),
            },
        )
