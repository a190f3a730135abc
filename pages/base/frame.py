"""What surrounds a public page: languages, breadcrumb, sharing, metadata."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from .visibility import visible


@dataclass(frozen=True)
class Link:
    """A title and where it leads."""

    title: str
    url: str


@dataclass(frozen=True)
class LanguageLink:
    """A language of the switcher; `is_home_only` where this page has no translation."""

    code: str
    name: str
    url: str
    is_current: bool = False
    is_home_only: bool = False


@dataclass(frozen=True)
class Frame:
    """Everything the base template needs that is not the page's own content.

    `url` and the alternates are absolute; `crumbs` go from the home page to the
    parent. `content_language` is set where the content shown is in another
    language than the page's address says. `url` is empty where the address is a
    secret: then nothing names it.
    """

    title: str
    url: str
    description: str = ""
    crumbs: Sequence[Link] = ()
    languages: Sequence[LanguageLink] = ()
    alternates: Sequence[LanguageLink] = ()
    structured_data: Sequence[Mapping[str, Any]] = ()
    content_language: str = ""
    content_language_name: str = ""
    api_url: str = ""
    image_url: str = ""
    kind: str = "website"
    is_indexed: bool = True
    share_links: Sequence[Link] = field(default=())

    @property
    def json_ld(self) -> SafeString:
        """The structured data as JSON that is safe inside a script element."""
        graph = [*self.structured_data, breadcrumb_list(self)]
        text = json.dumps(
            {"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False
        )
        for character in "<>&":
            text = text.replace(character, f"\\u{ord(character):04x}")
        return mark_safe(text)  # noqa: S308 - escaped just above


def language_name(code: str) -> str:
    """Return the language's own name, capitalised: „Polski”, „Українська”."""
    name: str = get_language_info(code)["name_local"]
    return name[:1].upper() + name[1:]


def breadcrumb_list(frame: Frame) -> dict[str, Any]:
    """Return schema.org's BreadcrumbList, the page itself last."""
    trail = [*frame.crumbs, Link(frame.title, frame.url)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": link.title, "item": link.url}
            for n, link in enumerate(trail, start=1)
        ],
    }


def share_links(*, title: str, url: str) -> tuple[Link, ...]:
    """Return plain links that share a page: no script and no tracker."""
    mail = urlencode({"subject": title, "body": url}).replace("+", "%20")
    return (
        Link(_("Send by e-mail"), f"mailto:?{mail}"),
        Link(
            _("Share on Facebook"),
            "https://www.facebook.com/sharer/sharer.php?" + urlencode({"u": url}),
        ),
        Link(
            _("Share on LinkedIn"),
            "https://www.linkedin.com/sharing/share-offsite/?"
            + urlencode({"url": url}),
        ),
    )


def is_untranslated_alias(page: Page) -> bool:
    """Say whether the page only mirrors one of another language.

    wagtail-localize fills each language's tree with aliases; an alias within
    one language (a mirrored page) has content in the right language.
    """
    if page.alias_of_id is None:
        return False
    return bool(page.alias_of.locale_id != page.locale_id)


def page_languages(page: Page, request: HttpRequest) -> list[LanguageLink]:
    """Return the switcher's links: the page's translations, else the homes."""
    root = Site.find_for_request(request).root_page
    pages = (
        visible(Page.objects)
        .filter(translation_key__in={page.translation_key, root.translation_key})
        .select_related("locale", "alias_of")
        .only("url_path", "translation_key", "locale", "alias_of__locale")
    )
    homes: dict[str, Page] = {}
    translations: dict[str, Page] = {}
    for other in pages:
        code = other.locale.language_code
        if other.translation_key == root.translation_key:
            homes[code] = other
        if other.translation_key == page.translation_key and not (
            is_untranslated_alias(other)
        ):
            translations[code] = other
    links = []
    current = get_language()
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        other = translations.get(code) or homes.get(code)
        if code == current:
            other = page
        if other is not None:
            links.append(
                LanguageLink(
                    code,
                    language_name(code),
                    other.get_url(request) or "",
                    is_current=code == current,
                    is_home_only=code not in translations and code != current,
                )
            )
    return links


def alternate_links(
    languages: Sequence[LanguageLink], root_url: str
) -> tuple[LanguageLink, ...]:
    """Return the absolute `hreflang` links, none for a single language."""
    alternates = tuple(
        LanguageLink(link.code, link.name, root_url + link.url)
        for link in languages
        if not link.is_home_only and link.url.startswith("/")
    )
    return alternates if len(alternates) > 1 else ()


def view_languages(request: HttpRequest, query: str = "") -> list[LanguageLink]:
    """Return the switcher's links for a view, which exists in every language."""
    current = get_language()
    return [
        LanguageLink(
            code,
            language_name(code),
            translate_url(request.path, code) + query,
            is_current=code == current,
        )
        for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
    ]


def view_frame(
    request: HttpRequest,
    *,
    title: str,
    description: str = "",
    crumbs: Sequence[Link] = (),
    structured_data: Sequence[Mapping[str, Any]] = (),
    is_indexed: bool = True,
    kind: str = "website",
    query: str = "",
) -> Frame:
    """Return the frame of a public view that is not a Wagtail page.

    `query`, with its question mark, goes along into the other languages.
    """
    root_url = root_of(request)
    url = root_url + request.path
    languages = view_languages(request, query)
    return Frame(
        title=title,
        url=url,
        description=description,
        crumbs=(home_link(root_url), *crumbs),
        languages=languages,
        alternates=alternate_links(languages, root_url),
        structured_data=structured_data,
        share_links=share_links(title=title, url=url),
        is_indexed=is_indexed,
        kind=kind,
    )


def private_frame(request: HttpRequest, *, title: str, description: str = "") -> Frame:
    """Return the frame of a view whose address is a secret: nothing repeats it."""
    return Frame(
        title=title,
        url="",
        description=description,
        crumbs=(home_link(root_of(request)),),
        is_indexed=False,
    )


def root_of(request: HttpRequest) -> str:
    """Return the address of the site, without a slash at its end."""
    site = Site.find_for_request(request)
    return site.root_url if site else request.build_absolute_uri("/")[:-1]


def home_link(root_url: str) -> Link:
    """Return the first link of the breadcrumb of a view."""
    return Link(_("Home page"), f"{root_url}/{get_language()}/")
