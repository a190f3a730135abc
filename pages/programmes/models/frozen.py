"""What a version said when it was closed to changes."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.programmes.freezing import digest_of


class FrozenVersion(models.Model):
    """The content of a version as it went to consultation, and its SHA-256.

    It holds on to its page (PROTECT): not even a deletion further up the tree can
    take a consulted text away.
    """

    draft = models.OneToOneField(
        "programmes.ProgrammeDraftPage",
        models.PROTECT,
        related_name="frozen",
        verbose_name=_("draft"),
    )
    content = models.JSONField(_("content"))
    digest = models.CharField(_("SHA-256"), max_length=64)
    frozen_at = models.DateTimeField(_("closed at"), auto_now_add=True)

    class Meta:
        verbose_name = _("closed version")
        verbose_name_plural = _("closed versions")

    def __str__(self) -> str:
        return f"{self.content.get('title', '')} {self.digest[:12]}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the digest of the content; a row is made once."""
        self.digest = digest_of(self.content)
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)
