"""Where a comment belongs in a version made after the one it was made on."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PlacementKind(models.TextChoices):
    """How sure the place is; only a person makes a proposal certain."""

    SAME = "same", pgettext_lazy("place of a comment", "the same clause")
    PROPOSED = "proposed", pgettext_lazy("place of a comment", "proposed")
    CONFIRMED = "confirmed", pgettext_lazy("place of a comment", "confirmed")
    ORPHAN = "orphan", pgettext_lazy("place of a comment", "no clause in this version")


# What readers are shown under a clause of the later version.
CERTAIN = (PlacementKind.SAME, PlacementKind.CONFIRMED)


class CommentPlacement(models.Model):
    """The clause of a later version that a comment is about.

    `clause` is empty for an orphan; `score` is the likeness of a proposal, 0 to 1.
    """

    comment = models.ForeignKey(
        "public_comments.PublicComment",
        models.CASCADE,
        related_name="placements",
        verbose_name=_("public comment"),
    )
    draft = models.ForeignKey(
        "programmes.ProgrammeDraftPage",
        models.CASCADE,
        related_name="comment_placements",
        verbose_name=_("version"),
    )
    clause = models.ForeignKey(
        "programmes.Clause",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="comment_placements",
        verbose_name=_("clause"),
    )
    kind = models.CharField(_("place"), max_length=20, choices=PlacementKind.choices)
    score = models.FloatField(_("likeness"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        ordering = ["draft", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "draft"], name="comment_once_in_a_version"
            )
        ]
        verbose_name = _("place of a comment in a later version")
        verbose_name_plural = _("places of comments in later versions")

    def __str__(self) -> str:
        return f"{self.comment}: {self.get_kind_display()}"
