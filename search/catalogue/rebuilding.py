"""Makes the whole catalogue anew, in place: what is right already stays as it is."""

from collections.abc import Callable, Iterator

from django.db.models import CharField, Max
from django.db.models.functions import Cast
from wagtail.documents import get_document_model
from wagtail.models import Locale, Page

from pages.base.visibility import visible
from pages.comments.models import PublicComment
from pages.programmes.models import ClauseWording
from search.models import CatalogueEntry, Kind
from snippets.importing.parts import in_parts
from snippets.models import Organisation

from .cards import Card
from .clauses import clause_cards
from .comments import comment_cards
from .documents import AT_ONCE as DOCUMENTS_AT_ONCE
from .documents import document_cards
from .organisations import organisation_cards
from .pages import page_cards
from .storing import KEY, store, withdraw

AT_ONCE = 200
# Called with what is made, how many cards of it so far, and whether that is all.
Tell = Callable[[str, int, bool], None]


def rebuild(tell: Tell) -> int:
    """Make all cards, store what changed, withdraw the rest; return how many stay.

    Readers search meanwhile, and staff publish: no entry is missing at any moment, what
    is published while this runs stays, and what is hidden does not come back.
    """
    newest = CatalogueEntry.objects.aggregate(newest=Max("pk"))["newest"] or 0
    seen: set[tuple[str, ...]] = set()
    for name, cards in SOURCES.items():
        number = 0
        for some in in_parts(cards(), AT_ONCE):
            store(some)
            seen.update(card.key for card in some)
            number += len(some)
            tell(name, number, False)
        tell(name, number, True)
    before = CatalogueEntry.objects.filter(pk__lte=newest).order_by()
    gone = [pk for pk, *key in before.values_list("pk", *KEY) if tuple(key) not in seen]
    for pks in in_parts(gone):
        withdraw(CatalogueEntry.objects.filter(pk__in=pks))
    withdraw_hidden()
    return CatalogueEntry.objects.count()


def withdraw_hidden() -> None:
    """Take out what has been hidden since its card was made."""
    entries = CatalogueEntry.objects.all()
    readable = visible(Page.objects).order_by().values("pk")
    withdraw(entries.exclude(page=None).exclude(page__in=readable))
    public = PublicComment.objects.public().order_by()
    listed = Organisation.objects.in_directory().order_by()
    shown = {Kind.COMMENT: public, Kind.ORGANISATION: listed}
    for kind, things in shown.items():
        subjects = things.values(subject=Cast("pk", CharField()))
        withdraw(entries.filter(kind=kind).exclude(subject__in=subjects))


def all_pages() -> Iterator[Card]:
    """Yield the cards of all pages that the public may read."""
    pages = visible(Page.objects).order_by("path").specific()
    for page in pages.iterator(chunk_size=AT_ONCE):
        yield from page_cards(page)


def all_clauses() -> Iterator[Card]:
    """Yield the cards of all clauses in each language."""
    for language in Locale.objects.values_list("language_code", flat=True):
        uids = ClauseWording.objects.public(language).order_by()
        for some in in_parts(uids.values_list("clause_id", flat=True).distinct()):
            yield from clause_cards([str(uid) for uid in some], language)


def all_comments() -> Iterator[Card]:
    """Yield the cards of all comments that may be read."""
    pks = PublicComment.objects.public().order_by("pk").values_list("pk", flat=True)
    for some in in_parts(pks):
        yield from comment_cards(some)


def all_organisations() -> Iterator[Card]:
    """Yield the cards of all organisations of the directory."""
    pks = (
        Organisation.objects.in_directory().order_by("pk").values_list("pk", flat=True)
    )
    for some in in_parts(pks):
        yield from organisation_cards(Organisation.objects.filter(pk__in=some))


def all_documents() -> Iterator[Card]:
    """Yield the cards of all documents that a public page leads to."""
    documents = get_document_model().objects
    pks = documents.order_by("pk").values_list("pk", flat=True)
    for some in in_parts(pks, DOCUMENTS_AT_ONCE):
        yield from document_cards(documents.filter(pk__in=some))


SOURCES: dict[str, Callable[[], Iterator[Card]]] = {
    "pages": all_pages,
    Kind.CLAUSE.value: all_clauses,
    Kind.COMMENT.value: all_comments,
    Kind.ORGANISATION.value: all_organisations,
    Kind.DOCUMENT.value: all_documents,
}
