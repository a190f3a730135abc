"""The header's and the footer's links, the same on every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from pages.base.visibility import below_site, visible

from .models import HomePage

# What the header and the footer need of a home page.
PRINTED = (
    *("path", "depth", "url_path", "site_name", "tagline", "contact_email"),
    *(f"project__funding_note{language}" for language in ("", "_en", "_uk", "_be")),
)
# What a link needs of a page, and what the API says of it beside.
NAMED = (
    *("title", "url_path", "path", "depth", "show_in_menus"),
    *("locale", "content_type"),
)
# A page that mirrors one of another language is written in that one.
LANGUAGE_OF_CONTENT = Coalesce("alias_of__locale", "locale")


@dataclass(frozen=True)
class MenuItem:
    """A link of the menu; `is_current` on its page and on those below it.

    It leads to a `page`, or to the `view` of that name.
    """

    title: str
    url: str
    is_current: bool = False
    page: Page | None = None
    view: str = ""


@dataclass(frozen=True)
class Navigation:
    """What the header and the footer print."""

    site_name: str
    tagline: str
    home_url: str
    contact_email: str
    funding_note: str
    menu: Sequence[MenuItem]
    footer: Sequence[MenuItem]


def build_navigation(request: HttpRequest) -> Navigation:
    """Return the navigation in the active language: two queries on any page."""
    language = get_language() or "pl"
    home = find_home(request, language)
    if home is None:
        return Navigation("", "", f"/{language}/", "", "", [], [])
    lists: list[MenuItem] = []
    plain: list[MenuItem] = []
    footer: list[MenuItem] = []
    for page in linked_pages(home):
        item = menu_item(request, page.title, page.get_url(request) or "", page=page)
        is_plain = page.in_footer is not None
        if page.show_in_menus and page.depth == home.depth + 1:
            (plain if is_plain else lists).append(item)
        if page.in_footer:
            footer.append(item)
    organisations = menu_item(
        request, _("Organisations"), reverse("organisations"), view="organisations"
    )
    return Navigation(
        site_name=home.site_name,
        tagline=home.tagline,
        home_url=home.get_url(request) or f"/{language}/",
        contact_email=home.contact_email,
        funding_note=home.project.localized_funding_note if home.project else "",
        menu=[*lists, organisations, *plain],
        footer=footer,
    )


def menu_item(
    request: HttpRequest,
    title: str,
    url: str,
    *,
    page: Page | None = None,
    view: str = "",
) -> MenuItem:
    """Return a link that knows whether the reader is on its page or below it."""
    is_current = bool(url) and request.path.startswith(url)
    return MenuItem(title, url, is_current, page, view)


def linked_pages(home: HomePage) -> PageQuerySet:
    """Return the pages of the menu and the footer; plain ones know `in_footer`."""
    in_menu = Q(depth=home.depth + 1, show_in_menus=True)
    return (
        visible(Page.objects.descendant_of(home))
        .annotate(in_footer=F("participation_base_contentpage__show_in_footer"))
        .filter(in_menu | Q(in_footer=True))
        .annotate(written_in=LANGUAGE_OF_CONTENT)
        .only(*NAMED)
    )


def pages_below(items: Sequence[MenuItem]) -> PageQuerySet:
    """Return the pages below those of a menu that are marked to be in menus."""
    below = Q(pk__in=())
    for item in items:
        if item.page:
            below |= Q(path__startswith=item.page.path, depth__gt=item.page.depth)
    pages = visible(Page.objects.in_menu()).filter(below)
    return pages.annotate(written_in=LANGUAGE_OF_CONTENT).only(*NAMED)


def find_home(request: HttpRequest, language: str) -> HomePage | None:
    """Return the published home page of a language on the request's site."""
    homes = find_homes(request).filter(locale__language_code=language)
    home: HomePage | None = homes.select_related("project").only(*PRINTED).first()
    return home


def find_homes(request: HttpRequest) -> PageQuerySet:
    """Return the published home pages of the request's site: one a language.

    Where the host's own page is the site's first, ours are sections below it.
    """
    site = Site.find_for_request(request)
    homes = HomePage.objects.live().order_by("path")
    if site is None:
        return homes.none()
    if site.root_page.specific_class is HomePage:
        return homes.filter(translation_key=site.root_page.translation_key)
    return homes.filter(below_site(site))
