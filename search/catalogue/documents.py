"""Cards of documents that pages lead to which everybody may read."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, IntegerField, OuterRef
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex, Site

from pages.base.frame import is_untranslated_alias
from pages.base.visibility import visible
from search.models import CatalogueEntry, DocumentText, Kind, Part
from snippets.importing.parts import in_parts

from .cards import Card
from .storing import replace

# The text of a document may be as long as that of all pages together.
AT_ONCE = 50


def refresh_documents(documents: Any) -> int:
    """Make the cards anew of documents; those the public may not find lose theirs."""
    number = 0
    for pks in in_parts(documents.order_by().values_list("pk", flat=True), AT_ONCE):
        old = CatalogueEntry.objects.filter(
            kind=Kind.DOCUMENT, subject__in=[str(pk) for pk in pks]
        )
        found = get_document_model().objects.filter(pk__in=pks)
        number += replace(old, document_cards(found))
    return number


def document_cards(documents: Any) -> Iterator[Card]:
    """Yield the cards of those documents that the public may find: five queries."""
    listed = list(open_documents(documents).order_by().prefetch_related("tags"))
    pages = read_pages([document.pk for document in listed])
    current = DocumentText.objects.current().filter(document__in=list(pages))
    texts = dict(current.values_list("document_id", "text"))
    for document in listed:
        if found := pages.get(str(document.pk)):
            yield document_card(document, found, texts.get(document.pk, ""))


def document_card(document: Any, pages: Sequence[Page], text: str) -> Card:
    """Return the card of one document; `pages` lead to it, in the order of the tree.

    What is in a file, and what it is called, is no markup, though it may look like it.
    """
    languages = {page.locale.language_code for page in pages}
    texts = [
        (Part.CONTENT, text),
        *((Part.BODY, tag.name) for tag in document.tags.all()),
    ]
    return Card(
        CatalogueEntry(
            kind=Kind.DOCUMENT,
            subject=str(document.pk),
            language=languages.pop() if len(languages) == 1 else "",
            page_id=pages[0].pk,
            title=on_one_line(document.title),
            parts=[[part.value, on_one_line(words)] for part, words in texts if words],
            date=timezone.localdate(document.created_at),
            facts={
                "url": document.url,
                "extension": document.file_extension.lower(),
                "size": document.file_size,
            },
        )
    )


def on_one_line(text: str) -> str:
    """Return a plain text with single spaces."""
    return " ".join(text.split())


def open_documents(documents: Any) -> Any:
    """Narrow documents to those with a file, in no closed collection."""
    return documents.exclude(file="").filter(~_restricted())


@cache
def _restricted() -> Any:
    """Say of a document whether its collection, or one above it, is closed."""
    path = Cast(OuterRef("collection__path"), output_field=CharField())
    restrictions = CollectionViewRestriction.objects.annotate(below=path)
    return Exists(restrictions.filter(below__startswith=F("collection__path")))


def read_pages(documents: Collection[Any]) -> dict[str, list[Page]]:
    """Return the pages that lead to documents, by their keys, and are public.

    They are in the order of the page tree. One that only mirrors another language says
    nothing of its own.
    """
    references = references_to(documents)
    linked = defaultdict(set)
    for key, page in references.values_list("to_object_id", "object_id"):
        linked[page].add(key)
    pages = (
        visible(Page.objects)
        .filter(pk__in=references.values(number=Cast("object_id", IntegerField())))
        .select_related("locale", "alias_of")
        .only("url_path", "locale", "alias_of__locale")
        .order_by("path")
    )
    roots = tuple({root.root_path for root in Site.get_site_root_paths()})
    found = defaultdict(list)
    for page in pages:
        if page.url_path.startswith(roots) and not is_untranslated_alias(page):
            for key in linked[str(page.pk)]:
                found[key].append(page)
    return dict(found)


def references_to(documents: Collection[Any]) -> Any:
    """Return what Wagtail knows of pages that lead to documents."""
    return ReferenceIndex.objects.filter(
        base_content_type=type_of(Page),
        to_content_type=type_of(get_document_model()),
        to_object_id__in=[str(pk) for pk in documents],
    )


def type_of(model: Any) -> ContentType:
    """Return the type under which Wagtail keeps references of a model, and to it."""
    base = (model, *model._meta.get_parent_list())[-1]
    return ContentType.objects.get_for_model(base, for_concrete_model=False)
