"""Redirects that everybody may know of: where what has moved is now."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.urls import Resolver404
from ninja import Query, Router, Schema
from pydantic import Field
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from pages.base.visibility import visible

from .links import PageLink, page_link, public_url
from .paging import Listing, Paging
from .tokens import PUBLIC

router = Router(tags=["sitemap"])

ORDER = ("id",)


class Moved(Schema):
    """A redirect: where an address that is no page any more leads."""

    id: int
    old_path: str = Field(
        description="The old path, with its query if it has one and without a slash "
        "at its end."
    )
    url: str = Field(description="Where it leads.")
    is_permanent: bool = Field(description="Whether to answer 301; else 302.")
    page: PageLink | None = Field(description="The page, where it leads to one.")


class MovedListing(Listing[Moved]):
    """A piece of the list of redirects."""


@router.get(
    "/",
    response=MovedListing,
    url_name="list_moved",
    operation_id="sitemap_redirects",
    summary="List redirects to what is public",
    auth=PUBLIC,
)
def list_moved(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """List the redirects of this site that a front end can serve itself.

    Those to pages that not everybody may read are left out, as is what another
    redirect of the same path takes precedence over.
    """
    site = Site.find_for_request(request)
    rows = public_redirects(site).select_related("redirect_page__content_type")
    piece = paging.cut(rows, ORDER)
    piece["items"] = [
        {
            "id": row.pk,
            "old_path": row.old_path,
            "url": address_of(row, request),
            "is_permanent": row.is_permanent,
            "page": page_link(request, row.redirect_page),
        }
        for row in piece["items"]
    ]
    return piece


def public_redirects(site: Site | None) -> QuerySet[Redirect]:
    """Return a site's redirects but those to pages that not everybody may read.

    Of two of the same path that of this very site counts, as when it is followed.
    """
    readable = visible(Page.objects).order_by().values("pk")
    own = Redirect.objects.filter(site=site, old_path=OuterRef("old_path"))
    found: QuerySet[Redirect] = Redirect.get_for_site(site).filter(
        Q(redirect_page__in=readable)
        | Q(redirect_page__isnull=True, redirect_link__gt="")
    )
    return found.exclude(Q(site__isnull=True) & Exists(own)) if site else found


def redirect_at(request: HttpRequest, address: str) -> Redirect | None:
    """Return the redirect of an address: that of its query first, as when visited."""
    try:
        path = Redirect.normalise_path(address, decode_unicode=False)
    except ValueError:
        return None
    paths = dict.fromkeys((path, path.partition("?")[0]))
    return next(filter(None, (get_redirect(request, one) for one in paths)), None)


def address_of(row: Redirect, request: HttpRequest) -> str:
    """Return where a redirect leads, as `Redirect.link` says it, but absolute.

    That property asks for the paths of the sites anew for each page.
    """
    if row.redirect_page is None:
        return public_url(request, row.redirect_link)
    page = row.redirect_page.specific_deferred
    url = page.get_full_url(request) or ""
    route = row.redirect_page_route_path
    if not route:
        return url
    try:
        page.resolve_subpage(route)
    except (AttributeError, Resolver404):
        return url
    return url.rstrip("/") + route
