"""What is told of a page or an answer: where it is, and nothing that it says.

A receiver reads the rest by the API, which shows what is public at that moment.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override
from wagtail.models import Page

from pages.base.visibility import visible
from pages.comments.models import (
    AnswerState,
    CoveredComment,
    OfficialAnswer,
    PublicComment,
)
from pages.programmes.models import ProgrammeDraftPage

from .models import Event, WebhookDelivery

Data = dict[str, Any]

ABOUT_PAGES = (Event.PAGE_PUBLISHED, Event.PAGE_MOVED, Event.VERSION_FROZEN)


def public_pages(pages: Any) -> Any:
    """Return those pages that are published and open to everybody."""
    return visible(pages).select_related("locale").order_by("path")


def is_open(page: Page) -> bool:
    """Whether no restriction closes a page, published or not."""
    return not page.get_view_restrictions().exists()


def with_mirrors(path: str) -> Any:
    """Return the pages under a path, and their mirrors: as closed as they are."""
    mirrors = Q(alias_of__path__startswith=path)
    pages = Page.objects.filter(Q(path__startswith=path) | mirrors)
    return pages.select_related("locale").order_by("path")


def closed_by(restrictions: Collection[int], path: str) -> Iterator[Page]:
    """Yield the published pages under a path that these restrictions alone close.

    A mirror that lies elsewhere stays open where only what is above its page closed.
    """
    for page in with_mirrors(path).filter(live=True):
        closing = set(page.get_view_restrictions().values_list("pk", flat=True))
        if closing and closing.issubset(restrictions):
            yield page


def describe_pages(pages: Any) -> Iterator[Data]:
    """Yield what is told of those pages that everybody can read."""
    for page in public_pages(pages):
        data = describe_page(page)
        if data:
            yield data


def describe_page(page: Page) -> Data | None:
    """Return what is told of a page; None where it has no address on a site."""
    parts = page.get_url_parts()
    if not parts or not parts[1]:
        return None
    _site, root, path = parts
    return {
        "id": page.pk,
        "type": (page.specific_class or Page)._meta.label,
        "locale": page.locale.language_code,
        "url": f"{root}{path}",
        "api_url": api_url(root, page.pk),
    }


def api_url(root: str, pk: int) -> str | None:
    """Return where the API tells of a page; None on a site without the API."""
    try:
        return root + reverse("wagtailapi_v3:detail_page", kwargs={"page_id": pk})
    except NoReverseMatch:
        return None


def describe_version(draft: ProgrammeDraftPage) -> Iterator[Data]:
    """Yield what is told of a version that is closed, if everybody can read it."""
    for data in describe_pages(Page.objects.filter(pk=draft.pk)):
        yield {**data, "number": draft.number}


def describe_answer(answer: OfficialAnswer) -> Iterator[Data]:
    """Yield what is told of an answer, if a comment can be read that it is to."""
    comments = [data for comment in _covered(answer.pk) for data in _describe(comment)]
    if comments:
        yield {"id": answer.pk, "comments": comments}


def _describe(comment: PublicComment) -> Iterator[Data]:
    version = comment.consultation.draft
    parts = version.get_url_parts()
    if not parts or not parts[1] or not is_open(version):
        return
    with override(version.locale.language_code):
        address = f"{parts[1]}{comment.url}"
    yield {
        "number": comment.number,
        "year": comment.year,
        "url": address,
        "version": version.pk,
    }


def _covered(answer: Any) -> Iterable[PublicComment]:
    rows = CoveredComment.objects.filter(
        answer=answer, answer__state=AnswerState.PUBLISHED
    )
    comments: Iterable[PublicComment] = (
        PublicComment.objects.public()
        .filter(pk__in=rows.values("comment"), number__isnull=False)
        .select_related("consultation__draft__locale")
        .defer("consultation__draft__body", "consultation__draft__summary")
        .order_by("year", "number")
    )
    return comments


def is_still_so(row: WebhookDelivery) -> bool:
    """Whether a message may be sent now: much may happen while it waits.

    That a page is gone is true unless everybody can read it again where it was.
    """
    data = row.payload["data"]
    if row.event in ABOUT_PAGES:
        return bool(public_pages(Page.objects.filter(pk=data["id"])).exists())
    if row.event == Event.PAGE_UNPUBLISHED:
        return data not in describe_pages(Page.objects.filter(pk=data.get("id")))
    if row.event == Event.ANSWER_PUBLISHED:
        return any(_covered(data["id"]))
    return True
