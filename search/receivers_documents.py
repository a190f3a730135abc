"""Tells the catalogue of documents that are stored, replaced, closed and linked."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.http import HttpRequest
from treebeard.mp_tree import path_updated
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    ReferenceIndex,
)

from .catalogue.connecting import follow
from .catalogue.documents import refresh_documents, type_of
from .catalogue.guarding import guard, of_kind
from .catalogue.storing import withdraw
from .catalogue.tasks import ask_to_read
from .models import CatalogueEntry, Kind

Document = get_document_model()


@follow(post_save, sender=Document)
def document_was_saved(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Catalogue a document by its title at once, and have its file read."""
    if not raw:
        refresh([instance.pk])
        ask_to_read(instance.pk)


@follow(m2m_changed, sender=Document.tags.through)
def document_was_tagged(instance: Any, action: str, **kwargs: Any) -> None:
    """Catalogue a document with the tags it has now; other things have tags as well."""
    if action.startswith("post_") and isinstance(instance, Document):
        refresh([instance.pk])


@follow(post_delete, sender=Document)
def document_was_deleted(instance: Any, **kwargs: Any) -> None:
    """Take a document out of the catalogue."""
    with guard():
        withdraw(of_kind(Kind.DOCUMENT, instance.pk))


@follow(post_delete, sender=ReferenceIndex)
def reference_was_removed(instance: ReferenceIndex, **kwargs: Any) -> None:
    """Look whether a document is still led to, after a page does so no more."""
    if (
        instance.base_content_type_id == type_of(Page).pk
        and instance.to_content_type_id == type_of(Document).pk
    ):
        refresh([instance.to_object_id])


@follow((post_save, post_delete), sender=CollectionViewRestriction)
def collection_was_closed(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    """Look which documents are open, under a restriction or under none any more."""
    collections = Collection.objects.filter(pk=instance.collection_id)
    if path := collections.values_list("path", flat=True).first():
        refresh_collection(path)


@follow(path_updated, sender=Collection)
def collection_was_moved(old_path: str, new_path: str, **kwargs: Any) -> None:
    """Look which documents are open, after their collection has come under another.

    One that only makes room for another keeps its place under the same.
    """
    if old_path[: -Collection.steplen] != new_path[: -Collection.steplen]:
        refresh_collection(new_path)


@hooks.register("after_bulk_action")
def documents_were_changed(
    request: HttpRequest, action_type: str, objects: Sequence[Model], action: Any
) -> None:
    """Look at documents that were changed many at once, of which no signal tells."""
    if issubclass(action.model, Document):
        refresh([one.pk for one in objects])


def refresh_collection(path: str) -> None:
    """Make the cards anew of the documents in a collection and those below it."""
    documents = Document.objects.filter(collection__path__startswith=path)
    refresh(list(documents.order_by("pk").values_list("pk", flat=True)))


def refresh(pks: Sequence[Any]) -> None:
    """Make the cards of documents anew."""
    entries = CatalogueEntry.objects.filter(
        kind=Kind.DOCUMENT, subject__in=[str(pk) for pk in pks]
    )
    with guard(entries):
        refresh_documents(Document.objects.filter(pk__in=pks))
