"""A year's programme of cooperation, and the page that lists them."""

from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from pages.base.blocks import BodyStreamBlock
from pages.base.visibility import visible

from .closable import VersionHolder
from .draft import ProgrammeDraftPage
from .task import PriorityTaskPage


class ProgrammeIndexPage(VersionHolder):
    """The list of programmes, one a year."""

    page_description = _("Lists the programmes, the newest first.")
    parent_page_types = ["frontpage.HomePage"]
    subpage_types = ["programmes.ProgrammePage"]

    class Meta:
        verbose_name = _("list of programmes")
        verbose_name_plural = _("lists of programmes")

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        programmes = visible(ProgrammePage.objects.child_of(self))
        context["programmes"] = programmes.defer_streamfields().order_by("-year")
        return context


class Stage(models.TextChoices):
    """Where a year's programme stands (art. 5a of the Act of 24 April 2003)."""

    PLANNED = "planned", pgettext_lazy("stage of a programme", "planned")
    DRAFTING = "drafting", pgettext_lazy("stage of a programme", "being drafted")
    IN_CONSULTATION = (
        "in_consultation",
        pgettext_lazy("stage of a programme", "in consultation"),
    )
    AFTER_CONSULTATION = (
        "after_consultation",
        pgettext_lazy("stage of a programme", "after consultation"),
    )
    SUBMITTED = (
        "submitted",
        pgettext_lazy("stage of a programme", "submitted to the council"),
    )
    ADOPTED = "adopted", pgettext_lazy("stage of a programme", "adopted")
    IN_FORCE = "in_force", pgettext_lazy("stage of a programme", "in force")
    REPORTED = "reported", pgettext_lazy("stage of a programme", "reported on")
    WITHDRAWN = "withdrawn", pgettext_lazy("stage of a programme", "withdrawn")
    REPEALED = "repealed", pgettext_lazy("stage of a programme", "repealed")


class ProgrammePage(VersionHolder):
    """The programme of cooperation for one year."""

    page_description = _("One year's programme; its drafts and tasks are below it.")
    parent_page_types = ["programmes.ProgrammeIndexPage"]
    subpage_types = ["programmes.ProgrammeDraftPage", "programmes.PriorityTaskPage"]

    year = models.PositiveSmallIntegerField(
        _("year"),
        validators=[MinValueValidator(2004)],
        help_text=_("The year the programme is for."),
    )
    stage = models.CharField(
        _("stage"), max_length=20, choices=Stage.choices, default=Stage.DRAFTING
    )
    legal_basis = models.CharField(_("legal basis"), max_length=255, blank=True)
    resolution_number = models.CharField(
        _("number of the resolution"),
        max_length=60,
        blank=True,
        help_text=_("The council's resolution that adopted the programme."),
    )
    resolution_date = models.DateField(
        _("date of the resolution"), null=True, blank=True
    )
    planned_funds = models.DecimalField(
        _("planned funds (zł)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    bip_url = models.URLField(
        _("address in the BIP"),
        blank=True,
        help_text=_("The same programme in the Public Information Bulletin."),
    )
    body = StreamField(BodyStreamBlock(), blank=True, verbose_name=_("content"))

    content_panels = [
        *VersionHolder.content_panels,
        FieldRowPanel([FieldPanel("year"), FieldPanel("stage")]),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("legal_basis"),
                FieldRowPanel(
                    [FieldPanel("resolution_number"), FieldPanel("resolution_date")]
                ),
                FieldPanel("planned_funds"),
                FieldPanel("bip_url"),
            ],
            heading=_("Adoption"),
        ),
    ]
    search_fields = [
        *VersionHolder.search_fields,
        index.SearchField("body"),
        index.FilterField("year"),
        index.FilterField("stage"),
    ]
    api_fields = [
        *VersionHolder.api_fields,
        *(
            APIField(name, writable=True)
            for name in (
                "year",
                "stage",
                "legal_basis",
                "resolution_number",
                "resolution_date",
                "planned_funds",
                "bip_url",
                "body",
            )
        ),
    ]
    override_translatable_fields = [
        *VersionHolder.override_translatable_fields,
        SynchronizedField("stage", overridable=False),
        SynchronizedField("resolution_number", overridable=False),
        SynchronizedField("bip_url", overridable=False),
    ]

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        drafts = visible(ProgrammeDraftPage.objects.child_of(self))
        tasks = visible(PriorityTaskPage.objects.child_of(self))
        meetings = visible(Page.objects).filter(
            meetings_meetingpage__programme__translation_key=self.translation_key,
            locale_id=self.locale_id,
            alias_of__isnull=True,
        )
        context |= {
            "drafts": list(
                drafts.only(
                    "title", "slug", "label", "date", "status", "lead"
                ).order_by("-number")
            ),
            "tasks": list(
                tasks.prefetch_related("area")
                .only("title", "slug", "area")
                .order_by("area__order", "title")
            ),
            "meetings": meetings.only("title", "url_path").order_by(
                "meetings_meetingpage__date"
            ),
        }
        return context
