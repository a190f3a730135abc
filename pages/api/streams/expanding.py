"""Rich texts as readers see them: links to pages resolved, all with one query.

Wagtail's own way asks for the language again at each link, and names pages that are not
published.
"""

from functools import cache
from typing import Any

from django.forms.utils import flatatt
from django.http import HttpRequest
from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text import features
from wagtail.rich_text.rewriters import EmbedRewriter, LinkRewriter, MultiRuleRewriter

from pages.base.visibility import visible


def expand(request: HttpRequest | None, html: str) -> str:
    """Return rich text as it is kept as HTML for readers."""

    def page_links(tags: list[dict[str, Any]]) -> list[str]:
        return _page_links(request, tags)

    rules = {**_link_rules(), "page": page_links}
    rewriter = MultiRuleRewriter([LinkRewriter(bulk_rules=rules), _embeds()])
    return str(rewriter(html))


def link_pages(request: HttpRequest | None, html: str) -> str:
    """Return rich text as it is kept, but for links to pages, told as addresses."""

    def page_links(tags: list[dict[str, Any]]) -> list[str]:
        return _page_links(request, tags)

    rules = {**dict.fromkeys(_link_rules(), _as_kept), "page": page_links}
    return str(LinkRewriter(bulk_rules=rules)(html))


def _as_kept(tags: list[dict[str, Any]]) -> list[str]:
    return [f"<a{flatatt(tag)}>" for tag in tags]


@cache
def _link_rules() -> dict[str, Any]:
    handlers = features.get_link_types()
    return {name: rule.expand_db_attributes_many for name, rule in handlers.items()}


@cache
def _embeds() -> EmbedRewriter:
    handlers = features.get_embed_types()
    return EmbedRewriter(
        bulk_rules={
            name: rule.expand_db_attributes_many for name, rule in handlers.items()
        }
    )


def _page_links(request: HttpRequest | None, tags: list[dict[str, Any]]) -> list[str]:
    """Return an opening tag for each link: to the page in the active language."""
    keys = [str(tag.get("id", "")) for tag in tags]
    named = Page.objects.filter(pk__in={int(key) for key in keys if key.isdecimal()})
    family = Page.objects.filter(translation_key__in=named.values("translation_key"))
    pages = list(visible(family).select_related("locale"))
    by_key = {str(page.pk): page for page in pages}
    language = get_language()
    localised = {
        page.translation_key: page
        for page in pages
        if page.locale.language_code == language
    }
    return [_tag(request, by_key.get(key), localised) for key in keys]


def _tag(request: HttpRequest | None, page: Page | None, localised: Any) -> str:
    if page is None:
        return "<a>"
    page = localised.get(page.translation_key, page)
    return f'<a href="{escape(page.get_url(request) or "")}">'
