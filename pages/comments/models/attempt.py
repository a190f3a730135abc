"""Who sent how much of late: a salted hash of the address, for seven days."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SubmissionAttempt(models.Model):
    """One sending of the form; the address itself is never kept."""

    address = models.CharField(_("hash of the address"), max_length=64)
    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["address", "at"], name="attempt_address")]
        verbose_name = _("sending of the form")
        verbose_name_plural = _("sendings of the form")

    def __str__(self) -> str:
        return f"{self.address[:8]} {self.at:%Y-%m-%d %H:%M}"
