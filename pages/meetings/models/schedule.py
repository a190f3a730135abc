"""When and where a meeting is held, and what became of it."""

from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class MeetingStatus(models.TextChoices):
    """What has become of a meeting."""

    PLANNED = "planned", pgettext_lazy("status of a meeting", "planned")
    ANNOUNCED = "announced", pgettext_lazy("status of a meeting", "announced")
    HELD = "held", pgettext_lazy("status of a meeting", "held")
    MOVED = "moved", pgettext_lazy("status of a meeting", "moved to another date")
    CANCELLED = "cancelled", pgettext_lazy("status of a meeting", "cancelled")
    NOBODY_CAME = (
        "nobody_came",
        pgettext_lazy("status of a meeting", "held, nobody came"),
    )


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
        return self.filter(status__in=[MeetingStatus.HELD, MeetingStatus.NOBODY_CAME])

    def newest_first(self) -> "MeetingQuerySet":
        """By date, the newest first."""
        return self.order_by("-date", "-start_time")


MeetingManager = PageManager.from_queryset(MeetingQuerySet)


class Scheduled(models.Model):
    """What has a day, perhaps hours, and a place; times are Warsaw's."""

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

    class Meta:
        abstract = True

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

    def get_status_display(self) -> str:  # type: ignore[no-redef]  # Django lets it
        """The status in words; Django's own puts all into words to find one."""
        return str(dict(MeetingStatus.choices).get(self.status, self.status))

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
        return timezone.make_aware(datetime.combine(self.date, hour))

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
            time_format(hour, "G.i")
            for hour in (self.start_time, self.end_time)
            if hour
        ]
        return "–".join(ends)
