"""What a version said when it was closed to changes."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.programmes.freezing import FrozenVersionError, digest_of


def refuse(collector: Any, field: Any, sub_objs: Any, using: str) -> None:
    """Refuse a deletion as PROTECT does, with an error that tells staff why."""
    raise FrozenVersionError(sub_objs[0].content["title"])


class FrozenVersion(models.Model):
    """The content of a version as it went to consultation, and its SHA-256.

    It holds on to its page: not even a deletion further up the tree can take a
    consulted text away. `frozen_by` is empty where it was published by itself.
    """

    draft = models.OneToOneField(
        "programmes.ProgrammeDraftPage",
        refuse,
        related_name="frozen",
        verbose_name=_("draft"),
    )
    content = models.JSONField(_("content"))
    digest = models.CharField(_("SHA-256"), max_length=64)
    frozen_at = models.DateTimeField(_("closed at"), auto_now_add=True)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("closed by"),
    )

    class Meta:
        verbose_name = _("closed version")
        verbose_name_plural = _("closed versions")

    def __str__(self) -> str:
        return f"{self.content.get('title', '')} {self.digest[:12]}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the digest of the content; a row is made once."""
        if not self._state.adding:
            raise FrozenVersionError(self.content["title"])
        self.digest = digest_of(self.content)
        super().save(*args, **kwargs)
