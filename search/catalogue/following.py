"""Keeps the catalogue current with what is published, moved, closed and said.

What leaves the public's sight leaves the catalogue in the same moment.
"""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.db import transaction
from django.db.models import CharField
from django.db.models.functions import Cast
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex, Site

from pages.base.visibility import visible
from pages.comments.models import CoveredComment, PublicComment
from pages.programmes.models import ProgrammeDraftPage
from search.models import CatalogueEntry, CatalogueQuerySet, Kind
from snippets.importing.parts import in_parts

from .clauses import refresh_clauses
from .comments import refresh_comments
from .documents import refresh_documents, type_of
from .pages import page_cards
from .storing import replace, withdraw

AT_ONCE = 100

# Entries that lie on a page but are not the page.
ON_PAGES = (Kind.CLAUSE, Kind.COMMENT, Kind.DOCUMENT)


def refresh_page(page: Page) -> None:
    """Make the card of a page anew, and of all that is read with it."""
    page = page.specific
    own = CatalogueEntry.objects.filter(page=page.pk).exclude(kind__in=ON_PAGES)
    replace(own, page_cards(page))
    if isinstance(page, ProgrammeDraftPage):
        refresh_clauses(page.get_parent())
        refresh_comments(PublicComment.objects.filter(consultation__draft=page.pk))
    refresh_documents_of(page)


def refresh_documents_of(page: Page) -> None:
    """Make the cards anew of documents that a page leads to, or did.

    Wagtail keeps what rows led to that are no more in a page when it is published, and
    where a queue does its work, it does not know yet what the page leads to now.
    """
    with transaction.atomic():
        before = linked_documents(page)
        ReferenceIndex.create_or_update_for_object(page)
        pks = before | linked_documents(page)
    if pks:
        refresh_documents(get_document_model().objects.filter(pk__in=pks))


def linked_documents(page: Page) -> set[str]:
    """Return the keys of the documents that a page leads to, or is said to."""
    return documents_under(Page.objects.filter(pk=page.pk))


def documents_under(pages: Any) -> set[str]:
    """Return the keys of the documents that pages lead to, or are said to."""
    linked = ReferenceIndex.objects.filter(
        base_content_type=type_of(Page),
        to_content_type=type_of(get_document_model()),
        object_id__in=pages.order_by().values(key=Cast("pk", CharField())),
    )
    listed = CatalogueEntry.objects.filter(
        kind=Kind.DOCUMENT, page__in=pages.order_by().values("pk")
    )
    return {
        *linked.values_list("to_object_id", flat=True),
        *listed.values_list("subject", flat=True),
    }


def refresh_tree(path: str) -> None:
    """Make the cards anew of a page and all below it, after it was moved or closed.

    Those that may not be read any more go first, all at once; documents that others
    lead to as well, and clauses that other versions have, come back. What the pages
    themselves say, and lead to, is as it was.
    """
    pages = Page.objects.filter(path__startswith=path)
    documents = documents_under(pages)
    readable = visible(pages)
    withdraw(CatalogueEntry.objects.under(path).exclude(page__in=readable.values("pk")))
    found = readable.order_by("path").specific().iterator(chunk_size=AT_ONCE)
    for some in in_parts(found, AT_ONCE):
        own = CatalogueEntry.objects.filter(page__in=[page.pk for page in some])
        cards = chain.from_iterable(map(page_cards, some))
        replace(own.exclude(kind__in=ON_PAGES), cards)
    refresh_documents(get_document_model().objects.filter(pk__in=documents))
    drafts = ProgrammeDraftPage.objects.filter(path__startswith=path)
    for programme in programmes_of(drafts):
        refresh_clauses(programme)
    comments = PublicComment.objects.filter(consultation__draft__in=drafts.values("pk"))
    refresh_comments(comments)


def programmes_of(drafts: Any) -> Iterable[Page]:
    """Return the pages right above versions."""
    paths = {path[: -Page.steplen] for path in drafts.values_list("path", flat=True)}
    pages: Iterable[Page] = Page.objects.filter(path__in=paths)
    return pages


def forget_page(page: Page) -> None:
    """Take out a page that is not published any more, and what was read with it.

    Clauses and documents that others have still stay, as the others have them.
    """
    documents = linked_documents(page)
    withdraw(CatalogueEntry.objects.filter(page=page.pk))
    # A page that is about to be deleted is unpublished first, but not in the database;
    # then what it leads to is looked at when Wagtail has forgotten that it does.
    if Page.objects.filter(pk=page.pk, live=True).exists():
        return
    if documents:
        refresh_documents(get_document_model().objects.filter(pk__in=documents))
    if isinstance(page.specific, ProgrammeDraftPage):
        refresh_clauses(page.get_parent())


def forget_homeless() -> None:
    """Take out pages that are not on any site."""
    entries = CatalogueEntry.objects.exclude(page=None)
    for root in Site.get_site_root_paths():
        entries = entries.exclude(page__url_path__startswith=root.root_path)
    withdraw(entries)


def forget_draft(draft: ProgrammeDraftPage) -> None:
    """Let earlier versions speak for the clauses of one that was deleted."""
    for programme in Page.objects.filter(path=draft.path[: -draft.steplen]):
        refresh_clauses(programme)


def refresh_programme(pk: int) -> None:
    """Make the cards anew of the clauses of a programme that a version has left."""
    for programme in Page.objects.filter(pk=pk):
        refresh_clauses(programme)


def refresh_comment(pk: int) -> None:
    """Make the card of a comment anew, or take it out."""
    refresh_comments(PublicComment.objects.filter(pk=pk))


def refresh_consultation(consultation: Any) -> None:
    """Make the cards anew of all comments of a consultation."""
    refresh_comments(PublicComment.objects.filter(consultation=consultation.pk))


def refresh_answer(answer: Any) -> None:
    """Make the cards anew of all comments that an answer covers."""
    covered = stored_rows(answer).values("comment")
    refresh_comments(PublicComment.objects.filter(pk__in=covered))


def stored_rows(answer: Any) -> Any:
    """Return what an answer covers as it is stored; a form holds other rows."""
    return CoveredComment.objects.filter(answer=answer.pk)


def covered_by(answer: Any) -> CatalogueQuerySet:
    """Return the entries of the comments that an answer covers."""
    covered = stored_rows(answer).values(subject=Cast("comment", CharField()))
    entries: CatalogueQuerySet = CatalogueEntry.objects.filter(
        kind=Kind.COMMENT, subject__in=covered
    )
    return entries
