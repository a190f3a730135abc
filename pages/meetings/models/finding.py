"""What a meeting found, agreed or proposed."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from pages.base.visibility import visible

if TYPE_CHECKING:
    from .meeting import MeetingPage


class FindingKind(models.TextChoices):
    """What sort of finding it is; the report's own verb decides."""

    AGREED_WORDING = "agreed_wording", _("agreed wording")
    PROPOSAL = "proposal", _("proposal")
    STRUCTURE = "structure", _("order or structure")
    ORGANISATIONAL = "organisational", _("organisational")
    OPEN_QUESTION = "open_question", _("open question")


class FindingQuerySet(models.QuerySet["Finding"]):
    """Findings of meetings."""

    def public(self, language_code: str) -> "FindingQuerySet":
        """Those of published reports in one language, the newest meeting first."""
        from .meeting import MeetingPage  # a meeting has findings

        pages = visible(MeetingPage.objects)
        return (
            self.filter(
                page__in=pages.filter(
                    locale__language_code=language_code, alias_of__isnull=True
                ).values("pk")
            )
            .select_related("page")
            .order_by("-page__date", "sort_order")
        )

    def agreed(self) -> "FindingQuerySet":
        """Wordings the group agreed on for the programme as a whole."""
        return self.filter(kind=FindingKind.AGREED_WORDING, area__isnull=True)


class Finding(TranslatableMixin, Orderable):
    """One finding of a meeting, in a priority area or for the whole programme."""

    page = ParentalKey(
        "meetings.MeetingPage", on_delete=models.CASCADE, related_name="findings"
    )
    area = models.ForeignKey(
        "snippets.PriorityArea",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name=_("area"),
        help_text=_("Leave empty for the whole programme, for example for its goals."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=FindingKind.choices,
        default=FindingKind.PROPOSAL,
        help_text=_("A proposal is not yet agreed: the report's verb decides."),
    )
    text = models.TextField(
        _("text"), help_text=_("The sentence of the report, as readers see it.")
    )
    clause = models.ForeignKey(
        "programmes.Clause",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name=_("clause"),
        help_text=_("The clause of the programme that the finding is about."),
    )
    wording_before = models.TextField(_("wording before"), blank=True)
    wording_after = models.TextField(_("wording after"), blank=True)

    objects = FindingQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("area"), FieldPanel("kind")]),
        FieldPanel("text"),
        FieldPanel("clause"),
        FieldRowPanel([FieldPanel("wording_before"), FieldPanel("wording_after")]),
    ]
    api_fields = [
        APIField("area", writable=True),
        APIField("kind", writable=True),
        APIField("text", writable=True),
        APIField("clause", writable=True),
        APIField("wording_before", writable=True),
        APIField("wording_after", writable=True),
    ]
    translatable_fields = [
        TranslatableField("text"),
        TranslatableField("wording_before"),
        TranslatableField("wording_after"),
        SynchronizedField("area", overridable=False),
        SynchronizedField("kind", overridable=False),
        SynchronizedField("clause", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def __str__(self) -> str:
        return self.text

    def get_kind_display(self) -> str:
        """The kind in words; Django's own puts all kinds into words to find one."""
        return str(dict(FindingKind.choices).get(self.kind, self.kind))

    @property
    def meeting(self) -> "MeetingPage":
        """The meeting whose report has the finding."""
        page: MeetingPage = self.page
        return page
