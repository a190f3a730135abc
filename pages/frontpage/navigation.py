"""The header's and the footer's links, the same on every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from pages.base.models import ContentPage

from .models import HomePage


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
    """Return the navigation in the active language: four queries on any page."""
    language = get_language() or "pl"
    home = find_home(request, language)
    if home is None:
        return Navigation("", "", f"/{language}/", "", "", [], [])
    pages = Page.objects.child_of(home).live().public().in_menu()
    footer = ContentPage.objects.descendant_of(home).live().public()
    organisations = reverse("organisations")
    lists = [page for page in pages if page.specific_class is not ContentPage]
    plain = [page for page in pages if page.specific_class is ContentPage]
    links = [
        *((page.title, page.get_url(request) or "") for page in lists),
        (_("Organisations"), organisations),
        *((page.title, page.get_url(request) or "") for page in plain),
    ]
    return Navigation(
        site_name=home.site_name,
        tagline=home.tagline,
        home_url=home.get_url(request) or f"/{language}/",
        contact_email=home.contact_email,
        funding_note=home.project.localized_funding_note if home.project else "",
        menu=[
            MenuItem(title, url, bool(url) and request.path.startswith(url))
            for title, url in links
        ],
        footer=[
            MenuItem(page.title, page.get_url(request) or "")
            for page in footer.filter(show_in_footer=True).defer_streamfields()
        ],
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
    home: HomePage | None = homes.select_related("project").defer_streamfields().first()
    return home
