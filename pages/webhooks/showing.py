"""What is told of a page or an answer: where it is, and nothing that it says.

A receiver reads the rest by the API, which shows what is public at that moment.
"""

from collections.abc import Iterable, Iterator
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


def public_pages(pages: Any) -> Iterator[Page]:
    """Yield those pages that are published and open to everybody.

    A mirrored page is as closed as the page that it mirrors, which may lie elsewhere:
    Wagtail asks for that page by page.
    """
    for page in visible(pages).select_related("locale").order_by("path"):
        if is_open(page):
            yield page


def is_open(page: Page) -> bool:
    """Whether no restriction closes a page, published or not."""
    return not page.get_view_restrictions().exists()


def with_mirrors(path: str) -> Any:
    """Return the pages under a path, and their mirrors: as closed as they are."""
    mirrors = Q(alias_of__path__startswith=path)
    pages = Page.objects.filter(Q(path__startswith=path) | mirrors)
    return pages.select_related("locale").order_by("path")


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


def is_still_public(row: WebhookDelivery) -> bool:
    """Whether a message may be sent now: much may happen while it waits.

    That a page is gone stays true, whoever may read it by now.
    """
    data = row.payload["data"]
    if row.event in ABOUT_PAGES:
        return any(public_pages(Page.objects.filter(pk=data["id"])))
    if row.event == Event.ANSWER_PUBLISHED:
        return any(_covered(data["id"]))
    return True
