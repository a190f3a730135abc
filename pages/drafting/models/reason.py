"""Why a clause changed between a version and the one it is based on."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class ReasonKind(models.TextChoices):
    """Where a change comes from."""

    AMENDMENT = "amendment", _("amendment")
    FINDING = "finding", _("finding of a meeting")
    LAW = "law", _("law or budget")
    EDITORIAL = "editorial", _("editorial")


# What a reason of each kind must name.
NAMES = {
    ReasonKind.AMENDMENT: "amendment",
    ReasonKind.FINDING: "finding",
    ReasonKind.LAW: "note",
    ReasonKind.EDITORIAL: "note",
}


class ChangeReason(models.Model):
    """One source of the change of one clause in one version."""

    draft = models.ForeignKey(
        "programmes.ProgrammeDraftPage",
        models.CASCADE,
        related_name="change_reasons",
        verbose_name=_("draft"),
    )
    clause = models.ForeignKey(
        "programmes.Clause",
        models.PROTECT,
        related_name="change_reasons",
        verbose_name=_("clause"),
    )
    kind = models.CharField(_("source"), max_length=20, choices=ReasonKind.choices)
    amendment = models.ForeignKey(
        "drafting.Amendment",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="change_reasons",
        verbose_name=_("amendment"),
    )
    finding = models.ForeignKey(
        "meetings.Finding",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="change_reasons",
        verbose_name=_("finding"),
    )
    note = models.TextField(
        _("note"),
        blank=True,
        max_length=1000,
        help_text=_("The act, the budget line or what was edited; readers see it."),
    )
    created_at = models.DateTimeField(_("entered at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("entered by"),
    )

    class Meta:
        ordering = ["draft", "clause", "pk"]
        verbose_name = _("reason of a change")
        verbose_name_plural = _("reasons of changes")

    def __str__(self) -> str:
        return self.note or self.get_kind_display()

    @property
    def source(self) -> str:
        """What the reason names."""
        return str(self.amendment or self.finding or self.note)

    def clean(self) -> None:
        """Refuse a reason that does not name its source."""
        super().clean()
        name = NAMES.get(ReasonKind(self.kind)) if self.kind else None
        if name and not getattr(self, name):
            message = gettext("A reason of this kind must name it.")
            raise ValidationError({name: message})


class ReasonsOverride(models.Model):
    """A decision to publish a version though changes in it have no reason."""

    draft = models.OneToOneField(
        "programmes.ProgrammeDraftPage",
        models.CASCADE,
        related_name="reasons_override",
        verbose_name=_("draft"),
    )
    reason = models.TextField(_("why publish without reasons"), max_length=1000)
    created_at = models.DateTimeField(_("decided at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )

    class Meta:
        verbose_name = _("publication without reasons")
        verbose_name_plural = _("publications without reasons")

    def __str__(self) -> str:
        return self.reason
