"""A mail as a row: kept until it is sent, whatever room writes it."""

from datetime import timedelta
from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# A mail server may be away for a moment; after so many tries it is no moment.
TROUBLING = 3
# Mail that is due for so long waits for a worker that is not there.
TOO_LATE = timedelta(hours=1)


class NoticeState(models.TextChoices):
    """What became of a mail."""

    WAITING = "waiting", pgettext_lazy("state of a mail", "waiting")
    SENDING = "sending", pgettext_lazy("state of a mail", "being sent")
    SENT = "sent", pgettext_lazy("state of a mail", "sent")
    FAILED = "failed", pgettext_lazy("state of a mail", "not sent")
    DROPPED = "dropped", pgettext_lazy("state of a mail", "not needed any more")


class QueuedMailQuerySet(models.QuerySet[Any]):
    """Mail of one room."""

    def due(self) -> Self:
        """What should go out now."""
        return self.filter(state=NoticeState.WAITING, due_at__lte=timezone.now())

    def troubled(self) -> Self:
        """What staff should look at: given up, failing, or sent by no worker."""
        late = timezone.now() - TOO_LATE
        waiting = models.Q(attempts__gte=TROUBLING) | models.Q(due_at__lt=late)
        return self.filter(
            models.Q(state=NoticeState.FAILED)
            | models.Q(waiting, state=NoticeState.WAITING)
        )

    def failed(self) -> Self:
        """What was given up after many tries."""
        return self.filter(state=NoticeState.FAILED)


class QueuedMail(models.Model):
    """One mail, or what goes out in another way; for whom it is is up to the room.

    It holds neither address nor text nor link: they are put together when it is
    sent, so that no secret is kept in clear and an address that was erased is not
    written to.
    """

    # The usages of what a mail is about are no place to look for it.
    wagtail_reference_index_ignore = True

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
    claimed_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["-created_at", "-pk"]
