"""What is told of a page's surroundings, by `expand=`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from django.apps import apps
from django.http import HttpRequest
from pydantic import create_model
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.api.links import PageLink, page_link
from pages.api.streams.fields import loaded_for
from pages.base.frame import is_untranslated_alias
from pages.base.visibility import visible

from .planning import paths_above

MOST_PAGES = 100
Expand = Callable[[HttpRequest, Page], Any]


def _links(request: HttpRequest, pages: PageQuerySet) -> list[Any]:
    rows = visible(pages).select_related("locale")[:MOST_PAGES]
    return [page_link(request, page) for page in rows]


def breadcrumbs(request: HttpRequest, page: Page) -> Any:
    """Return the pages above, the home page first."""
    loaded = loaded_for({"request": request})
    above = map(loaded.page_at, paths_above(page))
    return [page_link(request, one) for one in above if one]


def parent(request: HttpRequest, page: Page) -> Any:
    """Return the page above; none above a home page."""
    path = page.path[: -page.steplen]
    return page_link(request, loaded_for({"request": request}).page_at(path))


def children(request: HttpRequest, page: Page) -> Any:
    """Return the pages right below, in the order of the tree."""
    return _links(request, page.get_children())


def siblings(request: HttpRequest, page: Page) -> Any:
    """Return the pages beside it, itself left out."""
    return _links(request, page.get_siblings(inclusive=False))


def translations(request: HttpRequest, page: Page) -> Any:
    """Return the same page in other languages, not those that only mirror one."""
    rows = loaded_for({"request": request}).family(page)
    return [page_link(request, row) for row in rows if not is_untranslated_alias(row)]


EXPANSIONS: dict[str, tuple[Any, Expand]] = {
    "breadcrumbs": (list[PageLink], breadcrumbs),
    "parent": (PageLink, parent),
    "children": (list[PageLink], children),
    "siblings": (list[PageLink], siblings),
    "translations": (list[PageLink], translations),
}
if apps.is_installed("pages.frontpage"):
    # A site without our home page has menus of its own.
    from pages.api.navigation import Navigation, navigation_of

    def navigation(request: HttpRequest, page: Page) -> Any:
        """Return the menus of the page's language."""
        return navigation_of(request, page.locale.language_code)

    EXPANSIONS["navigation"] = (Navigation, navigation)

if TYPE_CHECKING:
    ExpansionName = str
else:
    ExpansionName = Literal[tuple(EXPANSIONS)]
_fields: dict[str, Any] = {
    name: (kind | None, ...) for name, (kind, _tell) in EXPANSIONS.items()
}
Expansions: Any = create_model("Expansions", **_fields)


def expand(request: HttpRequest, page: Page, names: list[str]) -> dict[str, Any] | None:
    """Return what was asked for; what was not is null."""
    if not names:
        return None
    return {
        name: tell(request, page) if name in names else None
        for name, (_kind, tell) in EXPANSIONS.items()
    }
