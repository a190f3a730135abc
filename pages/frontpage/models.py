"""The home page."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from pages.base.blocks import BodyStreamBlock
from pages.base.credits import read_credits
from pages.base.models import BasePage
from pages.meetings.models import MeetingPage
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage
from snippets.models import Organisation

REPORTS_ON_HOME = 3


class HomePage(BasePage):
    """The front page of one language, and the name the site goes by in it."""

    page_description = _("The front page of the site in one language.")
    parent_page_types = ["wagtailcore.Page"]
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
        APIField("site_name"),
        APIField("tagline"),
        APIField("contact_email"),
        APIField("project"),
        APIField("body"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        meetings = MeetingPage.objects.descendant_of(self).live().public()
        meetings = meetings.defer_streamfields()
        with_place = meetings.select_related("place")
        upcoming = with_place.upcoming().first()
        draft = (
            ProgrammeDraftPage.objects.descendant_of(self)
            .live()
            .public()
            .defer_streamfields()
            .order_by("-date", "-number")
            .first()
        )
        reports = meetings.reports().newest_first()[:REPORTS_ON_HOME]
        context |= {
            "meeting": upcoming or with_place.newest_first().first(),
            "is_upcoming": upcoming is not None,
            "draft": draft,
            "programme": programme_of(draft),
            "reports": list(reports),
            "number_of_organisations": Organisation.objects.in_directory().count(),
            "credits": read_credits(self.project),
        }
        return context

    def get_structured_data(self, url: str) -> list[dict[str, Any]]:
        """Return schema.org's WebSite."""
        return [{"@type": "WebSite", "name": self.site_name, "url": url}]


def programme_of(draft: ProgrammeDraftPage | None) -> ProgrammePage | None:
    """Return the programme a draft is a version of."""
    if draft is None:
        return None
    programmes = ProgrammePage.objects.parent_of(draft).live().public()
    found: ProgrammePage | None = programmes.defer_streamfields().first()
    return found
