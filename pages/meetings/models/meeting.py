"""A meeting, before it as an announcement and after it as a report."""

from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.api import APIField
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from pages.base.blocks import RICH_TEXT_FEATURES, BodyStreamBlock
from pages.base.models import BasePage

from ..ics import meeting_calendar
from ..reading import read_report


class MeetingKind(models.TextChoices):
    """What sort of meeting it is."""

    WORKSHOP = "workshop", _("participatory workshop")
    CONSULTATION = "consultation", _("consultation meeting")
    OPEN = "open", _("open meeting")


class MeetingStatus(models.TextChoices):
    """What has become of a meeting."""

    PLANNED = "planned", _("planned")
    ANNOUNCED = "announced", _("announced")
    HELD = "held", _("held")
    MOVED = "moved", _("moved to another date")
    CANCELLED = "cancelled", _("cancelled")
    NOBODY_CAME = "nobody_came", _("held, nobody came")


class MeetingQuerySet(PageQuerySet):
    """Meetings by date; a day is Warsaw's."""

    def upcoming(self) -> "MeetingQuerySet":
        """Those of today and later that are not cancelled, the nearest first."""
        return (
            self.filter(date__gte=timezone.localdate())
            .exclude(status=MeetingStatus.CANCELLED)
            .order_by("date", "start_time")
        )

    def past(self) -> "MeetingQuerySet":
        """Those before today."""
        return self.filter(date__lt=timezone.localdate())

    def reports(self) -> "MeetingQuerySet":
        """Those held, whose page is a report."""
        return self.filter(
            status__in=[MeetingStatus.HELD, MeetingStatus.NOBODY_CAME]
        )

    def newest_first(self) -> "MeetingQuerySet":
        """By date, the newest first."""
        return self.order_by("-date", "-start_time")


MeetingManager = PageManager.from_queryset(MeetingQuerySet)


class MeetingPage(RoutablePageMixin, BasePage):
    """A meeting of the working group: announcement, then report."""

    page_description = _("A meeting: its announcement, and afterwards its report.")
    parent_page_types = ["meetings.MeetingIndexPage"]
    subpage_types: list[str] = []
    schema_type = "Event"

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
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=MeetingStatus.choices,
        default=MeetingStatus.ANNOUNCED,
    )
    date = models.DateField(_("date"))
    start_time = models.TimeField(_("from (hour)"), null=True, blank=True)
    end_time = models.TimeField(_("to (hour)"), null=True, blank=True)
    place = models.ForeignKey(
        "snippets.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("place"),
    )
    online_url = models.URLField(_("online address"), blank=True)
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
        InlinePanel("attendance", heading=_("Who came"), label=_("Attendance")),
        FieldPanel("agreed_introduction"),
        FieldPanel("findings_introduction"),
        InlinePanel("findings", heading=_("Findings"), label=_("Finding")),
        FieldPanel("body"),
        FieldPanel("call_for_comments"),
        InlinePanel("channels", heading=_("Where to send comments"), label=_("Address")),
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
            APIField(name)
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
                "attendance",
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

    def clean(self) -> None:
        super().clean()
        if self.end_time and not self.start_time:
            raise ValidationError(
                {"start_time": gettext("Give the hour at which the meeting begins.")}
            )
        if self.start_time and self.end_time and self.end_time <= self.start_time:
            raise ValidationError(
                {"end_time": gettext("The meeting cannot end before it begins.")}
            )

    @property
    def starts_at(self) -> datetime | None:
        """The beginning, with its time zone; None where no hour is known."""
        return self._moment(self.start_time)

    @property
    def ends_at(self) -> datetime | None:
        """The end, with its time zone; None where no hour is known."""
        return self._moment(self.end_time)

    def _moment(self, hour: time | None) -> datetime | None:
        if hour is None:
            return None
        return timezone.make_aware(datetime.combine(self.date, hour))  # noqa: DTZ001 - made aware here

    @property
    def is_upcoming(self) -> bool:
        """Whether the meeting is today or later and not cancelled."""
        today: date = timezone.localdate()
        return self.date >= today and self.status != MeetingStatus.CANCELLED

    @property
    def is_report(self) -> bool:
        """Whether the page reports on a meeting that was held."""
        return self.status in {MeetingStatus.HELD, MeetingStatus.NOBODY_CAME}

    @property
    def hours(self) -> str:
        """The hours as Polish offices write them: 12.00–15.30."""
        ends = [
            date_format(hour, "G.i") for hour in (self.start_time, self.end_time) if hour
        ]
        return "–".join(ends)

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

    @path("meeting.ics")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        """Serve the meeting as an iCalendar file."""
        return HttpResponse(
            meeting_calendar(self, self.full_url),
            content_type="text/calendar; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{self.slug}.ics"'},
        )
