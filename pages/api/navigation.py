"""The menus, as the public pages show them."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field
from wagtail.models import Page

from pages.frontpage.navigation import MenuItem, build_navigation, pages_below

from .links import PageLink, api_url, languages, page_link, public_url
from .locales import LocaleCode, LocaleQuery, reading
from .tokens import PUBLIC
from .website import SiteLanguage, languages_of, public_homes

router = Router(tags=["navigation"])

Answer = dict[str, Any]


class NavigationPage(PageLink):
    """A link of a menu that leads to a page."""

    kind: Literal["page"]
    content_locale: LocaleCode | None = Field(
        description="The language of its content: another one where the page only "
        "mirrors that of another language."
    )
    items: list["NavigationPage"] = Field(
        description="The pages below it that are marked to be in menus; the public "
        "pages do not show them."
    )


class NavigationView(Schema):
    """A link of a menu that leads to what has no page of its own."""

    kind: Literal["view"]
    name: Literal["organisations"]
    title: str
    url: str
    api_url: str | None = Field(description="Where the API tells more.")


NavigationItem = Annotated[NavigationPage | NavigationView, Field(discriminator="kind")]


class Navigation(Schema):
    """The menus in one language."""

    locale: LocaleCode
    home: PageLink | None = Field(description="The home page; none if there is none.")
    header: list[NavigationItem]
    footer: list[NavigationItem]
    languages: list[SiteLanguage] = Field(
        description="The languages that have a home page."
    )


@router.get(
    "/",
    response=Navigation,
    url_name="detail_navigation",
    operation_id="navigation_detail",
    summary="Menus of the header and the footer",
    auth=PUBLIC,
)
def detail_navigation(
    request: HttpRequest,
    locale: LocaleQuery = None,
) -> Answer:
    """Tell the menus of a language; empty ones where it has no public home page."""
    with reading(locale) as code:
        return navigation_of(request, code)


def navigation_of(request: HttpRequest, code: str) -> Answer:
    """Return the `Navigation` of the language that is active: a handful of queries."""
    homes = public_homes(request)
    header: list[Answer] = []
    footer: list[Answer] = []
    if code in homes:
        menus = build_navigation(request)
        header = items_of(request, menus.menu, list(pages_below(menus.menu)))
        footer = items_of(request, menus.footer)
    return {
        "locale": code,
        "home": page_link(request, homes.get(code)),
        "header": header,
        "footer": footer,
        "languages": languages_of(request, homes),
    }


def items_of(
    request: HttpRequest, items: Iterable[MenuItem], below: Sequence[Page] = ()
) -> list[Answer]:
    """Return the links of a menu; `below` are pages of which some are below these."""
    return [
        page_item(request, item.page, below)
        if item.page
        else {
            "kind": "view",
            "name": item.view,
            "title": item.title,
            "url": public_url(request, item.url),
            "api_url": api_url(request, f"list_{item.view}"),
        }
        for item in items
    ]


def page_item(request: HttpRequest, page: Any, below: Sequence[Page]) -> Answer:
    """Return the link to a page, with those to pages that are one level below it."""
    under = [one for one in below if one.path.startswith(page.path) and one != page]
    children = [one for one in under if one.depth == page.depth + 1]
    return {
        **(page_link(request, page) or {}),
        "kind": "page",
        "content_locale": languages(request).get(page.written_in),
        "items": [page_item(request, child, under) for child in children],
    }
