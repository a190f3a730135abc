"""Joins our resources to Wagtail's API: one API, one document."""

from functools import wraps
from typing import Any

from django.apps import apps
from django.utils.module_loading import import_string
from wagtail.api.v3.api import api

from pages.base.previewing import register as register_front_end

from .answering import answer
from .document import TITLE, Make, complete
from .editions import follow_changes
from .media import extend_schemas as extend_media
from .pages.previews import front_end_address
from .pages.router import take_over
from .problems import word_faults
from .snippets.schemas import extend_schemas as extend_snippets

# Which app a resource is about, its address, and where its operations stand.
ROUTERS: tuple[tuple[str, str, str], ...] = (
    ("pages.base", "/preview/", "pages.api.pages.previews.router"),
    ("pages.directory", "/organisations/", "pages.api.organisations.router"),
    ("pages.programmes", "/programmes/", "pages.api.programmes.router.router"),
    (
        "pages.drafting",
        "/programmes/amendments/",
        "pages.api.programmes.amendments.router",
    ),
    ("pages.meetings", "/meetings/", "pages.api.meetings.router"),
    ("pages.comments", "/comments/", "pages.api.comments.router"),
    ("search", "/search/", "pages.api.searching.router.router"),
    ("pages.frontpage", "/navigation/", "pages.api.navigation.router"),
    ("pages.frontpage", "/site/", "pages.api.website.router"),
    ("pages.meetings", "/feeds/", "pages.api.feeds.router"),
    ("pages.base", "/sitemap/", "pages.api.sitemap.router"),
    (
        "wagtail.contrib.redirects",
        "/sitemap/redirects/",
        "pages.api.redirects.router",
    ),
)


def join() -> None:
    """Add the resources of the apps that this site has, once."""
    if api.title == TITLE:
        return
    take_over()
    extend_media()
    if apps.is_installed("wagtail.snippets"):
        extend_snippets()
        take_over_when_added("/snippets/", "pages.api.snippets.router.take_over")
    take_over_when_added("/images/", "pages.api.wagtail_images.take_over")
    take_over_when_added("/documents/", "pages.api.wagtail_documents.take_over")
    import_string("pages.api.wagtail_redirects.take_over")()
    import_string("pages.api.wagtail_schema.take_over")()
    for app, prefix, router in ROUTERS:
        if apps.is_installed(app):
            api.add_router(prefix, import_string(router))
    word_faults(api)
    api.add_decorator(answer, mode="view")
    api.get_openapi_schema = once(complete(api.get_openapi_schema))
    api.title = TITLE
    follow_changes()
    register_front_end(front_end_address)


def take_over_when_added(prefix: str, take: str) -> None:
    """Take over a router of Wagtail's just before it joins the API: it comes after us.

    It cannot be imported now, as it takes the schemas of its app when it is.
    """
    add = api.add_router

    def add_router(at: str, router: Any, **options: Any) -> None:
        if at == prefix:
            import_string(take)()
        add(at, router, **options)

    api.add_router = add_router


def once(make: Make) -> Make:
    """Return a maker of documents that makes each of them once: it takes seconds."""
    made: dict[str, Any] = {}

    @wraps(make)
    def kept(**options: Any) -> Any:
        key = repr(sorted(options.items()))
        if key not in made:
            made[key] = make(**options)
        return made[key]

    return kept
