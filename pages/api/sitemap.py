"""The sitemap for programs: every page that everybody may read."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from ninja.params.functions import Query as QueryParameter
from pydantic import Field
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from pages.base.sitemap import listed_pages

from .links import languages, type_of
from .locales import CODES, LocaleCode
from .paging import Listing, Paging
from .tokens import PUBLIC

router = Router(tags=["sitemap"])

# An id stays where a page is moved while it is being listed.
ORDER = ("id",)
SHOWN = ("url_path", "translation_key", "last_published_at", "locale", "content_type")


class Alternate(Schema):
    """The same page in a language."""

    locale: LocaleCode
    url: str


class SitemapPage(Schema):
    """A page of the sitemap."""

    id: int
    type: str = Field(description="`app.Model`")
    url: str
    locale: LocaleCode
    last_published: datetime | None
    alternates: list[Alternate] = Field(
        description="The page in all languages it is published in, this one among "
        "them; empty where there is no other."
    )


class SitemapListing(Listing[SitemapPage]):
    """A piece of the sitemap."""


@router.get(
    "/",
    response=SitemapListing,
    url_name="list_sitemap",
    operation_id="sitemap_list",
    summary="List all public pages",
    auth=PUBLIC,
)
def list_sitemap(
    request: HttpRequest,
    paging: Query[Paging],
    locale: Annotated[
        LocaleCode | None, QueryParameter(description="Only pages of a language.")
    ] = None,
) -> dict[str, Any]:
    """List every published page that is open to everybody, by its id.

    Pages that only mirror another language are left out, as in `sitemap.xml`.
    """
    codes = languages(request)
    listed = public_pages(request).filter(locale__in=list(codes))
    pages = listed.filter(locale__language_code=locale) if locale else listed
    piece = paging.cut(pages.only(*SHOWN), ORDER)
    alternates = alternates_of(request, listed, piece["items"])
    piece["items"] = [
        {
            "id": page.pk,
            "type": type_of(page),
            "url": page.get_full_url(request),
            "locale": codes[page.locale_id],
            "last_published": page.last_published_at,
            "alternates": alternates.get(page.translation_key, []),
        }
        for page in piece["items"]
    ]
    return piece


def public_pages(request: HttpRequest) -> PageQuerySet:
    """Return the pages that the sitemap of the request's site lists."""
    site = Site.find_for_request(request)
    return listed_pages(site) if site else Page.objects.none()


def alternates_of(
    request: HttpRequest, listed: PageQuerySet, pages: Iterable[Page]
) -> dict[Any, list[dict[str, Any]]]:
    """Return the translations of pages by their common key: one query."""
    codes = languages(request)
    found: dict[Any, list[dict[str, Any]]] = {}
    keys = {page.translation_key for page in pages}
    same = listed.filter(translation_key__in=keys).only(*SHOWN)
    for page in sorted(same, key=lambda one: CODES.index(codes[one.locale_id])):
        found.setdefault(page.translation_key, []).append(
            {"locale": codes[page.locale_id], "url": page.get_full_url(request)}
        )
    return {key: links for key, links in found.items() if len(links) > 1}
