"""Mail to the authors of comments: kept until it is sent."""

from datetime import timedelta
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# A mail server may be away for a moment; after so many tries it is no moment.
TROUBLING = 3
# Mail that is due for so long waits for a worker that is not there.
TOO_LATE = timedelta(hours=1)


class NoticeKind(models.TextChoices):
    """What an author is told."""

    CONFIRM = "confirm", pgettext_lazy("mail to an author", "please confirm")
    RECEIPT = "receipt", pgettext_lazy("mail to an author", "receipt")
    ASKED_BACK = "asked_back", pgettext_lazy("mail to an author", "please complete")
    HIDDEN = "hidden", pgettext_lazy("mail to an author", "the comment is hidden")
    ANSWERED = "answered", pgettext_lazy("mail to an author", "the answer")
    DATA = "data", pgettext_lazy("mail to an author", "link to the own data")


class NoticeState(models.TextChoices):
    """What became of a mail."""

    WAITING = "waiting", pgettext_lazy("state of a mail", "waiting")
    SENDING = "sending", pgettext_lazy("state of a mail", "being sent")
    SENT = "sent", pgettext_lazy("state of a mail", "sent")
    FAILED = "failed", pgettext_lazy("state of a mail", "not sent")
    DROPPED = "dropped", pgettext_lazy("state of a mail", "not needed any more")


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Mail to authors."""

    def due(self) -> "NoticeQuerySet":
        """What should go out now."""
        return self.filter(state=NoticeState.WAITING, due_at__lte=timezone.now())

    def troubled(self) -> "NoticeQuerySet":
        """What staff should look at: given up, failing, or sent by no worker."""
        late = timezone.now() - TOO_LATE
        waiting = models.Q(attempts__gte=TROUBLING) | models.Q(due_at__lt=late)
        return self.filter(
            models.Q(state=NoticeState.FAILED)
            | models.Q(waiting, state=NoticeState.WAITING)
        )

    def failed(self) -> "NoticeQuerySet":
        """What was given up after many tries."""
        return self.filter(state=NoticeState.FAILED)


class Notice(models.Model):
    """One mail to the author of a comment.

    It holds neither address nor text nor link: they are put together when it is
    sent, so that no secret is kept in clear and an address that was erased is not
    written to.
    """

    # The usages of a comment are no place to look for its mail.
    wagtail_reference_index_ignore = True

    comment = models.ForeignKey(
        "public_comments.PublicComment",
        models.CASCADE,
        related_name="notices",
        verbose_name=_("public comment"),
    )
    answer = models.ForeignKey(
        "public_comments.OfficialAnswer",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="notices",
        verbose_name=_("official answer"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=NoticeKind.choices)
    message = models.TextField(
        _("message"), blank=True, help_text=_("What staff wrote to the author.")
    )
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

    objects: ClassVar[Any] = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        default_permissions = ("change", "view")
        indexes = [models.Index(fields=["state", "due_at"], name="notice_due")]
        verbose_name = _("mail to an author")
        verbose_name_plural = _("mail to authors")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.comment}"
