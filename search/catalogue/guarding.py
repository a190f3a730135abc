"""What is stored stays stored, whatever becomes of its cards."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from search.models import CatalogueEntry, CatalogueQuerySet

from .storing import withdraw

logger = logging.getLogger(__name__)


@contextmanager
def guard(entries: CatalogueQuerySet | None = None) -> Iterator[None]:
    """Let no fault of the catalogue undo what it follows: a comment, a publication.

    The fault is logged. `entries`, which may tell by now what nobody shall read, are
    taken out instead; a rebuild brings back those that are public.
    """
    try:
        with transaction.atomic():
            yield
    except Exception:
        logger.exception("The search catalogue could not follow a change.")
        if entries is not None:
            withdraw(entries)


def of_kind(kind: str, subject: object) -> CatalogueQuerySet:
    """Return the entries of one thing, in all languages."""
    entries: CatalogueQuerySet = CatalogueEntry.objects.filter(
        kind=kind, subject=str(subject)
    )
    return entries


def on_page(page: object) -> CatalogueQuerySet:
    """Return the entries of a page, by its key, and of what lies on it."""
    entries: CatalogueQuerySet = CatalogueEntry.objects.filter(page=page)
    return entries


def under(path: str) -> CatalogueQuerySet:
    """Return the entries of a page, by its path, and of all below it."""
    entries: CatalogueQuerySet = CatalogueEntry.objects.all()
    return entries.under(path)
