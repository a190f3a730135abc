"""A meeting, before it as an announcement and after it as a report."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.api import APIField
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from pages.base.blocks import RICH_TEXT_FEATURES, BodyStreamBlock
from pages.base.models import BasePage
from pages.meetings.forms import MeetingForm
from pages.meetings.ics import meeting_calendar
from pages.meetings.reading import read_report
from snippets.merging import follow_mergers

from .schedule import MeetingManager, MeetingStatus, Scheduled


class MeetingKind(models.TextChoices):
    """What sort of meeting it is."""

    WORKSHOP = "workshop", _("participatory workshop")
    CONSULTATION = "consultation", _("consultation meeting")
    OPEN = "open", _("open meeting")


class MeetingPage(RoutablePageMixin, Scheduled, BasePage):
    """A meeting of the working group: announcement, then report."""

    page_description = _("A meeting: its announcement, and afterwards its report.")
    parent_page_types = ["meetings.MeetingIndexPage"]
    subpage_types: list[str] = []
    schema_type = "Event"
    base_form_class = MeetingForm

    programme = models.ForeignKey(
        "programmes.ProgrammePage",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("programme"),
        help_text=_("The programme that the meeting works on."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=MeetingKind.choices,
        default=MeetingKind.WORKSHOP,
    )
    ordinal = models.PositiveSmallIntegerField(
        _("number of the meeting"),
        null=True,
        blank=True,
        help_text=_("2 for the second meeting of the group."),
    )
    discussed_draft = models.ForeignKey(
        "programmes.ProgrammeDraftPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("draft discussed"),
    )
    resulting_draft = models.ForeignKey(
        "programmes.ProgrammeDraftPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("draft made afterwards"),
    )
    declared_participants = models.PositiveSmallIntegerField(
        _("number of participants"),
        null=True,
        blank=True,
        help_text=_("As the report declares it; it may differ from the sum."),
    )
    attendance_introduction = RichTextField(
        _("introduction to who came"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("The report's own sentence, where its words should be kept."),
    )
    agreed_introduction = RichTextField(
        _("introduction to the agreed wordings"),
        blank=True,
        features=RICH_TEXT_FEATURES,
    )
    findings_introduction = RichTextField(
        _("introduction to the findings"), blank=True, features=RICH_TEXT_FEATURES
    )
    body = StreamField(BodyStreamBlock(), blank=True, verbose_name=_("further content"))
    call_for_comments = RichTextField(
        _("call for comments"), blank=True, features=RICH_TEXT_FEATURES
    )
    project = models.ForeignKey(
        "snippets.Project",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("project"),
        help_text=_("The funded project; its partners and logos are shown."),
    )

    objects = MeetingManager()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("ordinal")]),
                FieldRowPanel([FieldPanel("date"), FieldPanel("status")]),
                FieldRowPanel([FieldPanel("start_time"), FieldPanel("end_time")]),
                FieldPanel("place"),
                FieldPanel("online_url"),
            ],
            heading=_("When and where"),
        ),
        InlinePanel("agenda", heading=_("Topics"), label=_("Topic")),
        MultiFieldPanel(
            [
                FieldPanel("programme"),
                PageChooserPanel("discussed_draft"),
                PageChooserPanel("resulting_draft"),
            ],
            heading=_("Programme"),
        ),
        FieldPanel("project"),
    ]
    report_panels = [
        FieldPanel("declared_participants"),
        FieldPanel("attendance_introduction"),
        MultipleChooserPanel(
            "organisations",
            chooser_field_name="organisation",
            heading=_("Organisations that came"),
            label=_("Organisation"),
            help_text=_("Choose several at once; a missing one can be added there."),
        ),
        MultipleChooserPanel(
            "units",
            chooser_field_name="unit",
            heading=_("City units that came"),
            label=_("City unit"),
        ),
        FieldPanel("agreed_introduction"),
        FieldPanel("findings_introduction"),
        InlinePanel("findings", heading=_("Findings"), label=_("Finding")),
        FieldPanel("body"),
        FieldPanel("call_for_comments"),
        InlinePanel(
            "channels", heading=_("Where to send comments"), label=_("Address")
        ),
        InlinePanel("corrections", heading=_("Corrections"), label=_("Correction")),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Meeting")),
            ObjectList(report_panels, heading=_("Report")),
            ObjectList(BasePage.promote_panels, heading=_("Promote")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("agreed_introduction"),
        index.SearchField("findings_introduction"),
        index.SearchField("body"),
        index.RelatedFields(
            "findings",
            [index.SearchField("text"), index.SearchField("wording_after")],
        ),
        index.RelatedFields("agenda", [index.SearchField("topic")]),
        index.FilterField("date"),
        index.FilterField("status"),
    ]
    api_fields = [
        *BasePage.api_fields,
        *(
            APIField(name, writable=True)
            for name in (
                "programme",
                "kind",
                "ordinal",
                "status",
                "date",
                "start_time",
                "end_time",
                "place",
                "online_url",
                "discussed_draft",
                "resulting_draft",
                "declared_participants",
                "attendance_introduction",
                "agreed_introduction",
                "findings_introduction",
                "body",
                "call_for_comments",
                "project",
                "agenda",
                "organisations",
                "units",
                "findings",
                "channels",
                "corrections",
            )
        ),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("online_url", overridable=False),
    ]

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    def with_content_json(self, content: dict[str, Any]) -> "MeetingPage":
        """Return the meeting as a draft has it; organisations merged since are one."""
        meeting: MeetingPage = super().with_content_json(content)
        meeting.organisations.set(follow_mergers(meeting.organisations.all()))
        return meeting

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["report"] = read_report(self)
        return context

    def get_structured_data(self, url: str) -> list[dict[str, Any]]:
        """Return schema.org's Event."""
        cancelled = self.status == MeetingStatus.CANCELLED
        event: dict[str, Any] = {
            "@type": "Event",
            "name": self.title,
            "url": url,
            "description": self.lead,
            "startDate": (self.starts_at or self.date).isoformat(),
            "eventStatus": "https://schema.org/"
            + ("EventCancelled" if cancelled else "EventScheduled"),
        }
        if self.ends_at:
            event["endDate"] = self.ends_at.isoformat()
        if self.place:
            event["location"] = {
                "@type": "Place",
                "name": self.place.localized_name,
                "address": self.place.address,
            }
        return [event]

    @re_path(r"^meeting\.ics/?$")  # Wagtail adds a slash before it looks
    def calendar(self, request: HttpRequest) -> HttpResponse:
        """Serve the meeting as an iCalendar file."""
        return HttpResponse(
            meeting_calendar(self, self.full_url),
            content_type="text/calendar; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{self.slug}.ics"'},
        )
