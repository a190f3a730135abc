"""Things named in an answer: enough to link to them, and where to read more."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language
from ninja import Schema
from pydantic import Field
from wagtail.api.v2.utils import get_full_url
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale, Page, Site

from pages.base.frame import root_of

from .locales import ToldLocale


class ThingLink(Schema):
    """A thing that is not a page, as it is called in the reader's language."""

    id: int | str
    type: str = Field(description="`app.Model`")
    title: str
    url: str | None = Field(description="Its public page; none where it has none.")
    locale: ToldLocale | None = Field(
        description="The language; none where it has no one."
    )
    api_url: str | None = Field(description="Where the API tells more.")


class PageLink(ThingLink):
    """A page."""

    id: int
    url: str | None = Field(description="Its public address.")
    locale: ToldLocale | None = Field(description="The language of the page.")


def api_url(request: HttpRequest, name: str, **kwargs: Any) -> str | None:
    """Return the absolute address of an operation by its `url_name`."""
    path = path_to(f"wagtailapi_v3:{name}", **kwargs)
    return None if path is None else str(get_full_url(request, path))


def path_to(name: str, **kwargs: Any) -> str | None:
    """Return the path of a view in the active language; None where it is not served.

    One answer asks for many, and the same ones again: they are kept.
    """
    urls = get_urlconf() or settings.ROOT_URLCONF
    place = (urls, get_script_prefix(), get_language())
    return _kept_path(place, name, tuple(kwargs.items()))


@lru_cache(maxsize=10_000)
def _kept_path(
    place: tuple[Any, ...], name: str, kwargs: tuple[tuple[str, Any], ...]
) -> str | None:
    try:
        return reverse(name, kwargs=dict(kwargs))
    except NoReverseMatch:
        return None


def public_url(request: HttpRequest, address: str) -> str:
    """Return an address within the site as it is used outside: the site's, as of pages.

    Not that by which the API was asked, which may be another one; an address of
    another host stays.
    """
    return urljoin(f"{root_of(request)}/", address)


def languages(request: HttpRequest) -> Mapping[int, str]:
    """Return the code of each locale by its key: one query a request."""
    known: dict[int, str] | None = getattr(request, "_api_languages", None)
    if known is None:
        content = get_content_languages()
        rows = Locale.objects.all().values_list("pk", "language_code")
        known = {pk: code for pk, code in rows if code in content}
        request._api_languages = known  # type: ignore[attr-defined]
    return known


def language_of(request: HttpRequest, page: Page) -> str | None:
    """Return the code of a page's language."""
    if Page.locale.is_cached(page):
        return str(page.locale.language_code)
    return languages(request).get(page.locale_id)


def root_paths(request: HttpRequest) -> list[Any]:
    """Return the roots of the sites in all languages, read once a request.

    They are kept where `Page.get_url` looks for them.
    """
    paths: list[Any] | None = getattr(request, "_wagtail_cached_site_root_paths", None)
    if paths is None:
        paths = Site.get_site_root_paths()
        request._wagtail_cached_site_root_paths = paths  # type: ignore[attr-defined]
    return paths


def page_link(request: HttpRequest, page: Page | None) -> dict[str, Any] | None:
    """Return the `PageLink` of a page that the reader may see, else None.

    The caller has read the page among those the reader may see.
    """
    if page is None:
        return None
    return known_link(request, page, type_of(page), language_of(request, page))


def known_link(
    request: HttpRequest,
    page: Page,
    label: str,
    language_code: str | None,
    api: str | None = None,
) -> dict[str, Any]:
    """Return the `PageLink` of a page whose type and language are known: no query.

    `api` is where more is told of it than Wagtail's resource tells.
    """
    return {
        "id": page.pk,
        "type": label,
        "title": page.title,
        "url": page.get_full_url(request),
        "locale": language_code,
        "api_url": api or api_url(request, "detail_page", page_id=page.pk),
    }


def type_of(page: Page) -> str:
    """Return `app.Model` of a page, whatever class it was read as."""
    return str((page.specific_class or Page)._meta.label)


def thing_link(
    request: HttpRequest,
    thing: Model,
    title: str,
    path: str | None = None,
    api: str | None = None,
) -> dict[str, Any]:
    """Return the `ThingLink` of a row; `path` is that of its public page."""
    key = getattr(thing, "locale_id", None)
    locale = languages(request).get(key) if key else None
    return {
        "id": thing.pk if isinstance(thing.pk, int) else str(thing.pk),
        "type": str(thing._meta.label),
        "title": title,
        "url": public_url(request, path) if path else None,
        "locale": locale,
        "api_url": api,
    }
