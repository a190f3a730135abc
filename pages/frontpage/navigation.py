"""The header's and the footer's links, the same on every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from pages.base.visibility import visible

from .models import HomePage

# What the header and the footer need of a home page.
PRINTED = (
    *("path", "depth", "url_path", "site_name", "tagline", "contact_email"),
    *(f"project__funding_note{language}" for language in ("", "_en", "_uk", "_be")),
)


@dataclass(frozen=True)
class MenuItem:
    """A link of the menu; `is_current` on its page and on those below it."""

    title: str
    url: str
    is_current: bool = False


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
        item = menu_item(request, page.title, page.get_url(request) or "")
        is_plain = page.in_footer is not None
        if page.show_in_menus and page.depth == home.depth + 1:
            (plain if is_plain else lists).append(item)
        if page.in_footer:
            footer.append(item)
    organisations = menu_item(request, _("Organisations"), reverse("organisations"))
    return Navigation(
        site_name=home.site_name,
        tagline=home.tagline,
        home_url=home.get_url(request) or f"/{language}/",
        contact_email=home.contact_email,
        funding_note=home.project.localized_funding_note if home.project else "",
        menu=[*lists, organisations, *plain],
        footer=footer,
    )


def menu_item(request: HttpRequest, title: str, url: str) -> MenuItem:
    """Return a link that knows whether the reader is on its page or below it."""
    return MenuItem(title, url, bool(url) and request.path.startswith(url))


def linked_pages(home: HomePage) -> PageQuerySet:
    """Return the pages of the menu and the footer; plain ones know `in_footer`."""
    in_menu = Q(depth=home.depth + 1, show_in_menus=True)
    return (
        visible(Page.objects.descendant_of(home))
        .annotate(in_footer=F("contentpage__show_in_footer"))
        .filter(in_menu | Q(in_footer=True))
        .only("title", "url_path", "depth", "show_in_menus")
    )


def find_home(request: HttpRequest, language: str) -> HomePage | None:
    """Return the published home page of a language on the request's site."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    homes = HomePage.objects.live().filter(
        translation_key=site.root_page.translation_key,
        locale__language_code=language,
    )
    home: HomePage | None = homes.select_related("project").only(*PRINTED).first()
    return home
