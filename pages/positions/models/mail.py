"""Mail to the contact person of an organisation: kept until it is sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pages.comments.models import QueuedMail, QueuedMailQuerySet


class MailKind(models.TextChoices):
    """What a contact person is told."""

    INVITATION = "invitation", pgettext_lazy("mail to an organisation", "invitation")
    RECEIPT = "receipt", pgettext_lazy("mail to an organisation", "receipt")


class PositionMail(QueuedMail):
    """One mail to the contact person whom a code was issued for."""

    code = models.ForeignKey(
        "organisation_positions.OrganisationCode",
        models.CASCADE,
        related_name="mails",
        verbose_name=_("organisation code"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=MailKind.choices)

    objects = QueuedMailQuerySet.as_manager()

    class Meta(QueuedMail.Meta):
        default_permissions = ()
        indexes = [models.Index(fields=["state", "due_at"], name="position_mail_due")]
        verbose_name = _("mail to an organisation")
        verbose_name_plural = _("mails to organisations")

    def __str__(self) -> str:
        return str(self.get_kind_display())
