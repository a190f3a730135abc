"""The smaller parts of a meeting's record."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField


class AgendaItem(TranslatableMixin, Orderable):
    """A topic of a meeting."""

    page = ParentalKey(
        "meetings.MeetingPage", on_delete=models.CASCADE, related_name="agenda"
    )
    topic = models.TextField(_("topic"))

    panels = [FieldPanel("topic")]
    api_fields = [APIField("topic", writable=True)]
    translatable_fields = [
        TranslatableField("topic"),
        SynchronizedField("sort_order", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self) -> str:
        return self.topic


class CommentChannel(TranslatableMixin, Orderable):
    """An e-mail address to which comments may be sent, and whose it is."""

    page = ParentalKey(
        "meetings.MeetingPage", on_delete=models.CASCADE, related_name="channels"
    )
    name = models.CharField(_("whose address it is"), max_length=255)
    email = models.EmailField(_("e-mail"))
    unit = models.ForeignKey(
        "snippets.CityUnit",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("city unit"),
        help_text=_("The unit in the register, where the name differs from it."),
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("email")]),
        FieldPanel("unit"),
    ]
    api_fields = [APIField("name", writable=True), APIField("email", writable=True)]
    translatable_fields = [
        TranslatableField("name"),
        SynchronizedField("email", overridable=False),
        SynchronizedField("unit", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("address for comments")
        verbose_name_plural = _("addresses for comments")

    def __str__(self) -> str:
        return f"{self.name}: {self.email}"


class Correction(TranslatableMixin, Orderable):
    """A note of what was corrected in a published report, and when."""

    page = ParentalKey(
        "meetings.MeetingPage", on_delete=models.CASCADE, related_name="corrections"
    )
    date = models.DateField(_("date"))
    text = models.TextField(_("what was corrected"))

    panels = [FieldPanel("date"), FieldPanel("text")]
    api_fields = [APIField("date", writable=True), APIField("text", writable=True)]
    translatable_fields = [
        TranslatableField("text"),
        SynchronizedField("date", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return f"{self.date}: {self.text}"
