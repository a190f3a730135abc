"""Private links: what confirms a comment, and what lets its author follow it."""

from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LinkPurpose(models.TextChoices):
    """What a private link is for."""

    CONFIRM = "confirm", _("confirm")
    FOLLOW = "follow", _("follow, correct, withdraw")
    DATA = "data", _("own data: all comments of one e-mail")


class CommentLink(models.Model):
    """A private link to a comment; of its secret only the SHA-256 is kept."""

    # Nobody is to meet a private link among the usages of a comment.
    wagtail_reference_index_ignore = True

    uid = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    comment = models.ForeignKey(
        "public_comments.PublicComment",
        models.CASCADE,
        related_name="links",
        verbose_name=_("public comment"),
    )
    purpose = models.CharField(_("purpose"), max_length=10, choices=LinkPurpose.choices)
    digest = models.CharField(_("SHA-256 of the secret"), max_length=64)
    created_at = models.DateTimeField(_("made at"), default=timezone.now)
    expires_at = models.DateTimeField(_("works until"), null=True, blank=True)
    used_at = models.DateTimeField(_("used at"), null=True, blank=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("private link")
        verbose_name_plural = _("private links")

    def __str__(self) -> str:
        return f"{self.comment} ({self.get_purpose_display()})"

    @property
    def is_expired(self) -> bool:
        """Whether its time is over."""
        return self.expires_at is not None and timezone.now() >= self.expires_at
