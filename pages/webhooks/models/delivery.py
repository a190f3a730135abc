"""One message to one receiver: the queue, and the log of what was sent."""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.comments.models import NoticeState
from pages.comments.models.queued_mail import QueuedMail, QueuedMailQuerySet

from .choices import Event, Fault
from .webhook import Webhook

# What nothing more becomes of by itself.
FINISHED = (NoticeState.SENT, NoticeState.FAILED, NoticeState.DROPPED)


def make_uid() -> str:
    """Return an identity, by which a receiver knows what it has got already."""
    return f"msg_{uuid.uuid4().hex}"


class WebhookDelivery(QueuedMail):
    """A message to a receiver; it stays the same however often it is tried."""

    webhook = models.ForeignKey(
        Webhook,
        models.CASCADE,
        related_name="deliveries",
        verbose_name=_("webhook"),
    )
    uid = models.CharField(
        _("identity"), max_length=40, unique=True, default=make_uid, editable=False
    )
    event = models.CharField(_("event"), max_length=40, choices=Event.choices)
    payload = models.JSONField(_("message"))
    error = models.CharField(
        _("why it did not arrive"), max_length=20, choices=Fault.choices, blank=True
    )
    status = models.PositiveSmallIntegerField(_("status of the answer"), null=True)
    duration = models.PositiveIntegerField(_("duration in milliseconds"), null=True)

    objects: ClassVar[Any] = QueuedMailQuerySet.as_manager()

    class Meta(QueuedMail.Meta):
        default_permissions = ("change", "view")
        indexes = [
            models.Index(fields=["state", "due_at"], name="webhook_delivery_due"),
            models.Index(fields=["webhook", "-created_at"], name="webhook_deliveries"),
        ]
        verbose_name = _("message to a webhook")
        verbose_name_plural = _("messages to webhooks")

    def __str__(self) -> str:
        return str(self.get_event_display())

    @property
    def kind(self) -> str:
        """What it is, as `manage.py send_notices` tells it."""
        return self.event

    @property
    def is_finished(self) -> bool:
        """Whether nothing more becomes of it by itself."""
        return self.state in FINISHED
