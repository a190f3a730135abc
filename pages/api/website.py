"""The site itself: what it is called, its languages, contacts, and where things are."""

from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string
from ninja import Router, Schema
from pydantic import Field
from wagtail.models import Site

from pages.base.credits import ProjectCredits, read_credits
from pages.base.frame import language_name, root_of
from pages.base.visibility import visible
from pages.frontpage.models import HomePage
from pages.frontpage.navigation import NAMED, PRINTED, find_homes

from .document import VERSION
from .links import api_url, languages, public_url
from .locales import CODES, LocaleCode, LocaleQuery, reading
from .tokens import PUBLIC

router = Router(tags=["site"])

Answer = dict[str, Any]

# What the header prints, but of the project all of it.
PRINTED_HERE = (
    *(name for name in PRINTED if not name.startswith("project__")),
    *("project", *NAMED),
)


class SiteLanguage(Schema):
    """A language of the site."""

    code: LocaleCode
    name: str = Field(description="What the language calls itself.")
    home_url: str
    is_default: bool = Field(description="Whether `/` leads here by default.")


class SiteContacts(Schema):
    """How to reach those who run the site."""

    email: str | None


class CreditRole(Schema):
    """Those who share a role in the project."""

    title: str
    names: list[str]


class CreditLogo(Schema):
    """A logo to show beside the credits; sizes are CSS pixels."""

    url: str
    alt: str
    width: int
    height: int


class SiteCredits(Schema):
    """The project behind the site, and who stands behind that."""

    name: str
    description: str
    funding_note: str
    roles: list[CreditRole]
    logos: list[CreditLogo]


class SiteAddresses(Schema):
    """Where machines find the rest; none for what this site does not have."""

    pages: str | None = Field(description="The pages in the API.")
    navigation: str | None = Field(description="The menus in the API.")
    search: str | None = Field(description="The search in the API, by `?q=`.")
    search_page: str | None = Field(description="The search for readers, by `?q=`.")
    feeds: str | None = Field(description="The index of feeds in the API.")
    sitemap: str | None = Field(description="The list of public pages in the API.")
    sitemap_xml: str | None = Field(description="The sitemap for search engines.")
    open_data: str | None = Field(description="The catalogue of open data.")


class ApiInfo(Schema):
    """This API."""

    version: str
    document: str | None = Field(description="The OpenAPI document.")
    docs: str | None = Field(description="Documentation to try things in.")


class SiteLicence(Schema):
    """Terms of use."""

    name: str
    url: str = Field(description="The terms in plain words.")


class Website(Schema):
    """The site in one language."""

    name: str
    tagline: str
    locale: LocaleCode
    url: str = Field(description="The address of the site, without a slash at its end.")
    time_zone: str = Field(description="The zone of dates and hours without one.")
    contacts: SiteContacts
    credits: SiteCredits | None
    licence: SiteLicence | None = Field(
        description="The terms of the open data; none where the site gives none away."
    )
    languages: list[SiteLanguage] = Field(
        description="The languages that have a home page."
    )
    addresses: SiteAddresses
    api: ApiInfo


@router.get(
    "/",
    response=Website,
    url_name="detail_website",
    operation_id="site_detail",
    summary="The site, its languages and contacts",
    auth=PUBLIC,
)
def detail_website(
    request: HttpRequest,
    locale: LocaleQuery = None,
) -> Answer:
    """Tell what the site is called, and where things are.

    In a language without a public home page only the name is known.
    """
    with reading(locale) as code:
        homes = public_homes(request)
        home = homes.get(code)
        email = home.contact_email if home else ""
        project = home.project if home else None
        return {
            "name": home.site_name if home else str(settings.WAGTAIL_SITE_NAME),
            "tagline": home.tagline if home else "",
            "locale": code,
            "url": root_of(request),
            "time_zone": settings.TIME_ZONE,
            "contacts": {"email": email or None},
            "credits": credits_of(request, read_credits(project)),
            "licence": licence_of_data(),
            "languages": languages_of(request, homes),
            "addresses": addresses_of(request),
            "api": api_info(request),
        }


def public_homes(request: HttpRequest) -> dict[str, HomePage]:
    """Return the home pages that everybody may read, by language: one query."""
    codes = languages(request)
    pages = visible(find_homes(request)).select_related("project")
    homes: dict[str, HomePage] = {}
    for page in pages.only(*PRINTED_HERE):
        homes.setdefault(codes.get(page.locale_id, ""), page)
    return {code: homes[code] for code in CODES if code in homes}


def languages_of(request: HttpRequest, homes: Mapping[str, HomePage]) -> list[Answer]:
    """Return the languages that have a home page, in the order of the settings."""
    site = Site.find_for_request(request)
    default = languages(request).get(site.root_page.locale_id) if site else ""
    return [
        {
            "code": code,
            "name": language_name(code),
            "home_url": home.get_full_url(request),
            "is_default": code == default,
        }
        for code, home in homes.items()
    ]


def credits_of(request: HttpRequest, credit: ProjectCredits | None) -> Answer | None:
    """Return the credits as the home page shows them."""
    if credit is None:
        return None
    return {
        "name": credit.name,
        "description": credit.description,
        "funding_note": credit.funding_note,
        "roles": [
            {"title": role.title, "names": list(role.names)} for role in credit.roles
        ],
        "logos": [
            {
                "url": public_url(request, logo.url),
                "alt": logo.alt,
                "width": logo.width,
                "height": logo.height,
            }
            for logo in credit.logos
        ],
    }


def licence_of_data() -> Answer | None:
    """Return the terms of the open data; none where the site lacks their app."""
    if not apps.is_installed("pages.open_data"):
        return None
    terms = import_string("pages.open_data.settings.open_data")().terms
    return {"name": terms.name, "url": terms.deed}


def addresses_of(request: HttpRequest) -> Answer:
    """Return where the parts of the API are, and what is made for machines."""
    return {
        "pages": api_url(request, "list_pages"),
        "navigation": api_url(request, "detail_navigation"),
        "search": api_url(request, "search"),
        "search_page": address_of(request, "search"),
        "feeds": api_url(request, "list_feeds"),
        "sitemap": api_url(request, "list_sitemap"),
        "sitemap_xml": address_of(request, "sitemap"),
        "open_data": address_of(request, "open_data"),
    }


def api_info(request: HttpRequest) -> Answer:
    """Return which version of the API this is, and what describes it."""
    has_docs = getattr(settings, "WAGTAILAPI_DOCS_ENABLED", True)
    return {
        "version": VERSION,
        "document": api_url(request, "openapi-json") if has_docs else None,
        "docs": api_url(request, "openapi-view") if has_docs else None,
    }


def address_of(request: HttpRequest, name: str) -> str | None:
    """Return the absolute address of a view; none where the site does not have it."""
    try:
        return public_url(request, reverse(name))
    except NoReverseMatch:
        return None
