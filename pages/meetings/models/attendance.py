"""Who came to a meeting."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.models import Orderable

from snippets.models import check_is_current


class Attendance(Orderable):
    """One body at a meeting; names of persons are not kept."""

    name_as_written = models.CharField(
        _("name as written in the report"),
        max_length=255,
        blank=True,
        help_text=_("Only where it differs from the register; readers see this name."),
    )
    head_count = models.PositiveSmallIntegerField(
        _("number of people"), null=True, blank=True
    )

    panels = [
        FieldRowPanel([FieldPanel("name_as_written"), FieldPanel("head_count")]),
    ]
    api_fields = [
        APIField("name_as_written", writable=True),
        APIField("head_count", writable=True),
    ]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.display_name

    @property
    def register_name(self) -> str:
        """The name in the register."""
        raise NotImplementedError

    @property
    def display_name(self) -> str:
        """The name as the report gives it, else as the register has it."""
        return self.name_as_written or self.register_name


class OrganisationAttendance(Attendance):
    """An organisation at a meeting."""

    # What merging two organisations does with it: see `snippets.merging`.
    once_per = ("page",)
    brings = ("page__findings__translation_key",)

    page = ParentalKey(
        "meetings.MeetingPage", on_delete=models.CASCADE, related_name="organisations"
    )
    organisation = models.ForeignKey(
        "snippets.Organisation",
        models.PROTECT,
        related_name="attendance",
        verbose_name=_("organisation"),
    )

    panels = [FieldPanel("organisation"), *Attendance.panels]
    api_fields = [APIField("organisation", writable=True), *Attendance.api_fields]

    class Meta(Attendance.Meta):
        verbose_name = _("attendance of an organisation")
        verbose_name_plural = _("attendance of organisations")

    def clean(self) -> None:
        super().clean()
        if self.organisation_id:
            check_is_current(self)

    @property
    def register_name(self) -> str:
        """The organisation's name, which is not translated."""
        return str(self.organisation.name)


class UnitAttendance(Attendance):
    """A city unit at a meeting."""

    page = ParentalKey(
        "meetings.MeetingPage", on_delete=models.CASCADE, related_name="units"
    )
    unit = models.ForeignKey(
        "snippets.CityUnit",
        models.PROTECT,
        related_name="attendance",
        verbose_name=_("city unit"),
    )

    panels = [FieldPanel("unit"), *Attendance.panels]
    api_fields = [APIField("unit", writable=True), *Attendance.api_fields]

    class Meta(Attendance.Meta):
        verbose_name = _("attendance of a city unit")
        verbose_name_plural = _("attendance of city units")

    @property
    def register_name(self) -> str:
        """The unit's name in the active language."""
        return str(self.unit.localized_name)
