from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .organisations import Organisation


class OrganisationMerge(models.Model):
    """Two entries found to be one organisation: what moved from one to the other."""

    kept = models.ForeignKey(
        Organisation,
        verbose_name=_("entry that stays"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    merged = models.ForeignKey(
        Organisation,
        verbose_name=_("entry that was merged"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    # What moved and what either entry held before, for undoing; see
    # `snippets.merging`.
    moved = models.JSONField(default=list)
    before = models.JSONField(default=dict)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("merged by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    merged_at = models.DateTimeField(_("merged at"), auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("undone by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    class Meta:
        ordering = ["-merged_at", "-pk"]
        verbose_name = _("merger of organisations")
        verbose_name_plural = _("mergers of organisations")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
