"""A part of an organisation's position: what it says of one clause."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pages.comments.sending.seals import digest

from .words import PositionWords


class PositionItem(PositionWords):
    """One clause, once in a position; when that is submitted, it becomes a comment."""

    wagtail_reference_index_ignore = True

    code = models.ForeignKey(
        "organisation_positions.OrganisationCode",
        models.CASCADE,
        related_name="items",
        verbose_name=_("organisation code"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    comment = models.OneToOneField(
        "public_comments.PublicComment",
        models.PROTECT,
        null=True,
        related_name="position_item",
        verbose_name=_("public comment"),
    )

    class Meta:
        ordering = ["order", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["code", "clause"], name="clause_once_in_a_position"
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(clause=None),
                name="whole_version_once_in_a_position",
            ),
        ]
        verbose_name = _("part of a position")
        verbose_name_plural = _("parts of positions")

    def __str__(self) -> str:
        return str(self.clause_id or "")

    @property
    def stamp(self) -> str:
        """A digest of what it says: another one means that somebody changed it."""
        return digest(str(self.clause_id or ""), *map(str, self.words.values()))
