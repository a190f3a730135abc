"""The abstract public page and the plain content page."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Page, Site
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from .declaration import ContentStreamBlock
from .frame import (
    Frame,
    Link,
    alternate_links,
    is_untranslated_alias,
    language_name,
    page_languages,
    share_links,
)
from .previewing import find_front_end
from .visibility import was_open


class BasePage(Page):
    """What every public page shares: a lead, and the frame around its content."""

    # As Django makes it, but for its name: sites have page types of their own that
    # may be called the same, such as `HomePage`.
    page_ptr = models.OneToOneField(
        Page,
        models.CASCADE,
        auto_created=True,
        parent_link=True,
        related_name="%(app_label)s_%(class)s",
    )
    lead = models.TextField(
        _("lead"),
        blank=True,
        help_text=_(
            "One or two sentences that say what the page is about. Shown large "
            "under the title, and in lists."
        ),
    )

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    search_fields = [*Page.search_fields, index.SearchField("lead")]
    api_fields = [APIField("lead", writable=True)]
    # Addresses follow the source page unless an editor overrides them.
    override_translatable_fields = [SynchronizedField("slug")]

    schema_type = "WebPage"

    class Meta:
        abstract = True

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["frame"] = self.get_frame(request)
        return context

    def make_preview_request(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the draft, or lead to where a front end shows it."""
        address = find_front_end(self)
        if not address:
            shown: HttpResponse = super().make_preview_request(*args, **kwargs)
            return shown
        response = HttpResponseRedirect(address)
        patch_cache_control(response, private=True)
        return response

    def get_route_paths(self) -> list[str]:
        """Return where redirects lead on from when the address changes.

        No redirect tells an address that was not public: of a draft, or behind a lock.
        """
        paths: list[str] = super().get_route_paths()
        return paths if was_open(self) else []

    def get_structured_data(self, url: str) -> Sequence[Mapping[str, Any]]:
        """Return the schema.org things this page is about, beside its breadcrumb."""
        return [{"@type": self.schema_type, "name": self.title, "url": url}]

    def get_frame(self, request: HttpRequest) -> Frame:
        """Return the frame: two queries whatever the page holds."""
        site = Site.find_for_request(request)
        root_url = site.root_url if site else ""
        url = root_url + (self.get_url(request) or "")
        languages = page_languages(self, request) if site else []
        mirrored = self.alias_of.locale.language_code if self._is_mirrored else ""
        title = self.seo_title or self.title
        return Frame(
            title=title,
            url=self.alias_of.full_url if mirrored else url,
            description=self.search_description or self.lead,
            crumbs=self.get_crumbs(request, root_url),
            languages=languages,
            alternates=() if mirrored else alternate_links(languages, root_url),
            structured_data=self.get_structured_data(url),
            content_language=mirrored,
            content_language_name=language_name(mirrored) if mirrored else "",
            api_url=self._api_url,
            share_links=share_links(title=title, url=url),
            is_indexed=not mirrored,
            kind="article",
        )

    def get_crumbs(self, request: HttpRequest, root_url: str) -> tuple[Link, ...]:
        """Return absolute links to the ancestors, the home page first."""
        ancestors: list[Page] = []
        page = self
        while page.depth > 2:  # routing came this way and has loaded the parents
            page = page.get_parent()
            ancestors.append(page)
        links = [
            Link(page.title, root_url + (page.get_url(request) or ""))
            for page in reversed(ancestors)
            if page.live
        ]
        return tuple(
            Link(gettext("Home page"), link.url) if link is links[0] else link
            for link in links
        )

    @property
    def _is_mirrored(self) -> bool:
        return is_untranslated_alias(self)

    @property
    def _api_url(self) -> str:
        try:
            return reverse("wagtailapi_v3:detail_page", args=[self.pk])
        except NoReverseMatch:
            return ""


class ContentPage(BasePage):
    """A plain page: about the project, privacy, declaration of accessibility."""

    page_description = _("Plain text: about, privacy, declaration of accessibility.")
    parent_page_types = ["frontpage.HomePage", "participation_base.ContentPage"]
    subpage_types = ["participation_base.ContentPage"]

    show_in_footer = models.BooleanField(
        _("link in the footer"),
        default=False,
        help_text=_("Links to this page at the bottom of every page."),
    )
    body = StreamField(ContentStreamBlock(), blank=True, verbose_name=_("content"))

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    promote_panels = [*BasePage.promote_panels, FieldPanel("show_in_footer")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    api_fields = [*BasePage.api_fields, APIField("body", writable=True)]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["contents"] = body_contents(self.body)
        return context


def body_contents(body: Any) -> list[Link]:
    """Return the contents list of a StreamField: its headings and their anchors."""
    return [
        Link(block.value["text"], f"#{block.value.anchor}")
        for block in body
        if block.block_type == "heading"
    ]
