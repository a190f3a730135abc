"""The home page."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from pages.base.blocks import BodyStreamBlock
from pages.base.credits import read_credits
from pages.base.models import BasePage
from pages.base.visibility import visible
from pages.frontpage.consulting import read_consultation
from pages.meetings.models import MeetingPage
from pages.programmes.models import ProgrammeDraftPage
from snippets.models import Organisation

REPORTS_ON_HOME = 3
# What is needed of a meeting or a draft that is only named.
PRINTED = ("title", "lead", "date", "url_path")


class HomePage(BasePage):
    """The front page of one language, and the name the site goes by in it."""

    page_description = _("The front page of the site in one language.")
    # A site's first page, or a section below the first page of a host: no types of
    # parents are named, and none of our own takes it below itself.
    subpage_types = [
        "meetings.MeetingIndexPage",
        "programmes.ProgrammeIndexPage",
        "participation_base.ContentPage",
    ]

    site_name = models.CharField(
        _("name of the site"),
        max_length=60,
        help_text=_("Shown at the top of every page."),
    )
    tagline = models.CharField(
        _("tagline"),
        max_length=120,
        blank=True,
        help_text=_("A short line under the name of the site."),
    )
    contact_email = models.EmailField(
        _("contact e-mail"),
        blank=True,
        help_text=_("Shown at the bottom of every page."),
    )
    project = models.ForeignKey(
        "snippets.Project",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("project"),
        help_text=_("Its partners, logos and funding note are shown."),
    )
    body = StreamField(BodyStreamBlock(), blank=True, verbose_name=_("content"))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        FieldPanel("project"),
        MultiFieldPanel(
            [
                FieldPanel("site_name"),
                FieldPanel("tagline"),
                FieldPanel("contact_email"),
            ],
            heading=_("The site"),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    api_fields = [
        *BasePage.api_fields,
        APIField("site_name", writable=True),
        APIField("tagline", writable=True),
        APIField("contact_email", writable=True),
        APIField("project", writable=True),
        APIField("body", writable=True),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Find the page of a path at once; Wagtail's own asks twice a level."""
        parent, rest = self, list(path_components)
        url_paths = {
            f"{self.url_path}{'/'.join(rest[: n + 1])}/" for n in range(len(rest))
        }
        pages = Page.objects.filter(slug__in=rest, url_path__in=url_paths)
        for page in pages.order_by("depth"):
            if page.depth != parent.depth + 1:
                break
            page._cached_parent_obj = parent  # as Wagtail does: saves `get_parent`
            parent, rest = page, rest[1:]
        if parent is self:
            return super().route(request, path_components)
        return parent.specific.route(request, rest)

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        meetings = visible(MeetingPage.objects.descendant_of(self))
        meetings = meetings.only(*PRINTED, "start_time", "end_time", "place")
        with_place = meetings.select_related("place")
        upcoming = with_place.upcoming().first()
        draft = (
            visible(ProgrammeDraftPage.objects.descendant_of(self))
            .only(*PRINTED, "path", "depth", "label", "status")
            .order_by("-date", "-number")
            .first()
        )
        reports = meetings.only(*PRINTED, "declared_participants").reports()
        context |= {
            "meeting": upcoming or with_place.newest_first().first(),
            "is_upcoming": upcoming is not None,
            "draft": draft,
            "programme": programme_of(draft),
            "reports": list(reports.newest_first()[:REPORTS_ON_HOME]),
            "number_of_organisations": Organisation.objects.in_directory().count(),
            "consulted": read_consultation(self, request),
            "credits": read_credits(self.project),
        }
        return context

    def get_structured_data(self, url: str) -> list[dict[str, Any]]:
        """Return schema.org's WebSite."""
        return [{"@type": "WebSite", "name": self.site_name, "url": url}]


def programme_of(draft: ProgrammeDraftPage | None) -> Page | None:
    """Return the programme a draft is a version of."""
    if draft is None:
        return None
    programmes = visible(Page.objects.parent_of(draft)).only("title", "url_path")
    found: Page | None = programmes.first()
    return found
