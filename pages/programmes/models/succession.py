"""What became of a clause: which clauses came from it, and in which version."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.base.visibility import visible

from .clause import ClauseWording


class SuccessionKind(models.TextChoices):
    """How a clause came from another; one that moved is the same clause."""

    MOVED = "moved", _("moved")
    SPLIT = "split", _("split")
    MERGED = "merged", _("merged")
    REPLACED = "replaced", _("replaced")


class ClauseSuccessionQuerySet(models.QuerySet["ClauseSuccession"]):
    """Successions of clauses."""

    def public(self, language_code: str) -> "ClauseSuccessionQuerySet":
        """Those of published versions whose clauses the public can both read."""
        from .draft import ProgrammeDraftPage  # a draft reads its clauses too

        shown = ClauseWording.objects.public(language_code).order_by()
        drafts = visible(ProgrammeDraftPage.objects).filter(
            locale__language_code=language_code, alias_of__isnull=True
        )
        return self.filter(
            old__in=shown.values("clause"),
            new__in=shown.values("clause"),
            draft__translation_key__in=drafts.order_by().values("translation_key"),
        )


class ClauseSuccession(models.Model):
    """A clause came from another in one version; a person confirmed it."""

    old = models.ForeignKey(
        "programmes.Clause",
        models.PROTECT,
        related_name="successors",
        verbose_name=_("earlier clause"),
    )
    new = models.ForeignKey(
        "programmes.Clause",
        models.PROTECT,
        related_name="predecessors",
        verbose_name=_("later clause"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=SuccessionKind.choices)
    draft = models.ForeignKey(
        "programmes.ProgrammeDraftPage",
        models.CASCADE,
        related_name="successions",
        verbose_name=_("draft"),
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    created_at = models.DateTimeField(_("entered at"), auto_now_add=True)

    objects: ClassVar[Any] = ClauseSuccessionQuerySet.as_manager()

    class Meta:
        ordering = ["draft", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["old", "new", "draft"], name="succession_once_in_a_draft"
            ),
            models.CheckConstraint(
                condition=~models.Q(old=models.F("new")) | models.Q(kind="moved"),
                name="succession_from_itself_only_when_moved",
            ),
        ]
        verbose_name = _("succession of a clause")
        verbose_name_plural = _("successions of clauses")

    def __str__(self) -> str:
        return f"{self.old_id} → {self.new_id} ({self.get_kind_display()})"
