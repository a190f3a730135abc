"""Mail to the contact person of an organisation: kept until it is sent."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pages.comments.models import NoticeState


class MailKind(models.TextChoices):
    """What a contact person is told."""

    INVITATION = "invitation", pgettext_lazy("mail to an organisation", "invitation")
    RECEIPT = "receipt", pgettext_lazy("mail to an organisation", "receipt")


class PositionMailQuerySet(models.QuerySet["PositionMail"]):
    """Mail to contact persons."""

    def due(self) -> "PositionMailQuerySet":
        """What should go out now."""
        return self.filter(state=NoticeState.WAITING, due_at__lte=timezone.now())


class PositionMail(models.Model):
    """One mail; address, text and link are put together when it is sent."""

    wagtail_reference_index_ignore = True

    code = models.ForeignKey(
        "organisation_positions.OrganisationCode",
        models.CASCADE,
        related_name="mails",
        verbose_name=_("organisation code"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=MailKind.choices)
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=NoticeState.choices,
        default=NoticeState.WAITING,
    )
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    error = models.TextField(_("what the mail server said"), blank=True)
    created_at = models.DateTimeField(_("made at"), default=timezone.now)
    due_at = models.DateTimeField(_("next try at"), default=timezone.now)
    claimed_at = models.DateTimeField(_("taken at"), null=True)
    sent_at = models.DateTimeField(_("sent at"), null=True)

    objects: ClassVar[Any] = PositionMailQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["state", "due_at"], name="position_mail_due")]
        verbose_name = _("mail to an organisation")
        verbose_name_plural = _("mails to organisations")

    def __str__(self) -> str:
        return str(self.get_kind_display())
