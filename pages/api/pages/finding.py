"""What stands at an address: a page, a page that moved, or nothing, with hints."""

from collections.abc import Sequence
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from ninja import Schema
from pydantic import Field
from wagtail.models import Page

from pages.api.links import PageLink, page_link, public_url, root_paths
from pages.api.problems import Problem
from pages.api.redirects import redirect_at
from pages.api.texts import is_text
from pages.base.frame import is_untranslated_alias
from pages.base.visibility import visible

from .access import readable

MOST_NEAREST = 5
MOST_PARTS = 20


class FoundPath(Schema):
    """What stands at an address of the public site."""

    kind: Literal["page", "alias", "redirect"] = Field(
        description="`alias` is a page that only mirrors one of another language."
    )
    page: PageLink | None = Field(description="The page; of a redirect, its target.")
    url: str | None = Field(description="Where the address leads, absolute.")
    is_permanent: bool | None = Field(description="Of a redirect: whether for good.")
    source: PageLink | None = Field(description="Of an alias: what it mirrors.")


class NothingThere(Problem):
    """Why there is no answer, and where to go instead."""

    nearest: list[PageLink] = Field(
        description="The pages above the address, the nearest first."
    )


def find_path(request: HttpRequest, address: str) -> dict[str, Any] | None:
    """Return the `FoundPath` of a path, or of an address of this site."""
    page = page_at(request, path_of(address))
    if page:
        return _found(request, page)
    return _moved(request, address) or _led_on(request, path_of(address))


def path_of(address: str) -> str:
    """Return the path of an address; „” where it is none."""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return ""
    return path if is_text(path) else ""


def page_at(request: HttpRequest, path: str) -> Page | None:
    """Return the page that the site shows at a path, where the reader may see it."""
    found = readable(request).filter(url_path__in=_url_paths(request, [path]))
    return found.select_related("locale", "alias_of").first()


def _url_paths(request: HttpRequest, paths: Sequence[str]) -> list[str]:
    """Return where in the tree public paths may lie, below the roots of languages."""
    found = []
    for root in root_paths(request):
        with translation.override(root.language_code or get_language()):
            begin = reverse("wagtail_serve", args=("",))
        for path in paths:
            path = f"/{path.strip('/')}/".replace("//", "/")
            if path.startswith(begin):
                found.append(root.root_path + path.removeprefix(begin))
    return found


def _found(request: HttpRequest, page: Page) -> dict[str, Any]:
    link = page_link(request, page)
    is_alias = is_untranslated_alias(page)
    source = Page.objects.filter(pk=page.alias_of_id if is_alias else None)
    return {
        "kind": "alias" if is_alias else "page",
        "page": link,
        "url": link and link["url"],
        "is_permanent": None,
        "source": page_link(request, visible(source).first()),
    }


def _moved(request: HttpRequest, address: str) -> dict[str, Any] | None:
    """Return where a redirect of the site leads, if the public may follow it."""
    redirect = redirect_at(request, address)
    if redirect is None:
        return None
    target = visible(Page.objects.filter(pk=redirect.redirect_page_id)).first()
    url = redirect.link
    if url is None or (redirect.redirect_page_id and target is None):
        return None
    return {
        "kind": "redirect",
        "page": page_link(request, target),
        "url": public_url(request, url),
        "is_permanent": redirect.is_permanent,
        "source": None,
    }


def _led_on(request: HttpRequest, path: str) -> dict[str, Any] | None:
    """Return where readers are led from an address that names no language."""
    begin = reverse("wagtail_serve", args=("",))
    if not path or begin == "/" or translation.get_language_from_path(path):
        return None
    page = page_at(request, begin + path.lstrip("/"))
    if page is None:
        return None
    return {**_found(request, page), "kind": "redirect", "is_permanent": False}


def nearest(request: HttpRequest, address: str) -> list[Any]:
    """Return links to the pages above an address, the nearest first."""
    parts = [part for part in path_of(address).split("/") if part]
    lengths = range(1, min(len(parts), MOST_PARTS))
    paths = ["/".join(parts[:length]) for length in lengths]
    pages = readable(request).filter(url_path__in=_url_paths(request, paths))
    return [
        page_link(request, page) for page in pages.order_by("-depth")[:MOST_NEAREST]
    ]
