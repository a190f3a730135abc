"""Files wait for the worker of the queue, which reads them."""

from typing import Any

from django.db import transaction
from django_tasks import task
from wagtail.documents import get_document_model

from search.models import DocumentText, ReadingState

from .reading import read_document

BACKEND, QUEUE = "background", "search"


@task(backend=BACKEND, queue_name=QUEUE)
def read_file(document: str) -> None:
    """Read the file of a document, by the document's key."""
    read_document(document)


def ask_to_read(pk: Any) -> None:
    """Have the file of a document read once the document is stored for good.

    Where the queue does not answer, that is logged, and `ask_to_read_rest` makes up
    for it: a document must not fail to be saved for it.
    """
    transaction.on_commit(lambda: read_file.enqueue(str(pk)), robust=True)


def ask_to_read_rest() -> int:
    """Have all files read whose text is not known; return how many."""
    known = DocumentText.objects.current().exclude(state=ReadingState.WAITING)
    rest = get_document_model().objects.exclude(pk__in=known.values("document"))
    pks = list(rest.order_by("pk").values_list("pk", flat=True))
    for pk in pks:
        ask_to_read(pk)
    return len(pks)


def ask_to_read_again(texts: Any) -> int:
    """Have files read anew though they are the same; `texts` is of `DocumentText`."""
    pks = list(texts.values_list("pk", flat=True))
    again = DocumentText.objects.filter(pk__in=pks)
    again.update(state=ReadingState.WAITING, digest="")
    for pk in pks:
        ask_to_read(pk)
    return len(pks)
