"""The parts that the law asks of a programme, and how far each one has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Part(models.IntegerChoices):
    """What a programme must contain.

    Source: art. 5a ust. 4 pkt 1–11 of the act on public benefit activity and
    volunteering (ustawa o działalności pożytku publicznego i o wolontariacie).
    """

    GOALS = 1, _("main goal and specific goals")
    PRINCIPLES = 2, _("principles of cooperation")
    SCOPE = 3, _("subject matter")
    FORMS = 4, _("forms of cooperation")
    TASKS = 5, _("priority public tasks")
    PERIOD = 6, _("period of the programme")
    MANNER = 7, _("how the programme is carried out")
    FUNDS = 8, _("planned funds")
    ASSESSMENT = 9, _("how the programme is assessed")
    MAKING = 10, _("how the programme was made and consulted")
    COMMITTEES = 11, _("committees that give opinions on offers")


class PartStatus(models.TextChoices):
    """How far a part of the text has come."""

    EMPTY = "empty", pgettext_lazy("status of a part", "empty")
    DISCUSSED = "discussed", pgettext_lazy("status of a part", "under discussion")
    AGREED = "agreed", pgettext_lazy("status of a part", "agreed")
    REOPENED = "reopened", pgettext_lazy("status of a part", "opened again")
    ADOPTED = "adopted", pgettext_lazy("status of a part", "adopted")


class ProgrammePart(models.Model):
    """The state of one statutory part in one version."""

    draft = models.ForeignKey(
        "programmes.ProgrammeDraftPage",
        models.CASCADE,
        related_name="parts",
        verbose_name=_("draft"),
    )
    part = models.PositiveSmallIntegerField(_("part"), choices=Part.choices)
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=PartStatus.choices,
        default=PartStatus.EMPTY,
    )
    meeting = models.ForeignKey(
        "meetings.MeetingPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("meeting"),
        help_text=_("The meeting that agreed on it."),
    )
    date = models.DateField(
        _("date"),
        null=True,
        blank=True,
        help_text=_("Leave empty for the date of the meeting."),
    )

    class Meta:
        ordering = ["draft", "part"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "part"], name="part_once_in_draft")
        ]
        verbose_name = _("part of a programme")
        verbose_name_plural = _("parts of a programme")

    def __str__(self) -> str:
        return f"{self.part}. {self.get_part_display()}"
