"""Who came to a meeting."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.models import Orderable


class Attendance(Orderable):
    """One organisation or city unit at a meeting; names of persons are not kept."""

    page = ParentalKey(
        "meetings.MeetingPage", on_delete=models.CASCADE, related_name="attendance"
    )
    organisation = models.ForeignKey(
        "snippets.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attendance",
        verbose_name=_("organisation"),
    )
    unit = models.ForeignKey(
        "snippets.CityUnit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attendance",
        verbose_name=_("city unit"),
    )
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
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("unit")]),
        FieldRowPanel([FieldPanel("name_as_written"), FieldPanel("head_count")]),
    ]
    api_fields = [
        APIField("organisation"),
        APIField("unit"),
        APIField("name_as_written"),
        APIField("head_count"),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=True) ^ Q(unit__isnull=True),
                name="attendance_of_one_body",
            )
        ]
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")

    def __str__(self) -> str:
        return self.display_name

    def clean(self) -> None:
        super().clean()
        if bool(self.organisation_id) == bool(self.unit_id):
            raise ValidationError(
                gettext("Choose either an organisation or a city unit.")
            )

    @property
    def display_name(self) -> str:
        """The name as the report gives it, else as the register has it."""
        if self.name_as_written:
            return self.name_as_written
        if self.organisation:
            return str(self.organisation.name)
        return str(self.unit.localized_name) if self.unit else ""
