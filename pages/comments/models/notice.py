"""Mail to the authors of comments: kept until it is sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .queued_mail import QueuedMail, QueuedMailQuerySet


class NoticeKind(models.TextChoices):
    """What an author is told."""

    CONFIRM = "confirm", pgettext_lazy("mail to an author", "please confirm")
    RECEIPT = "receipt", pgettext_lazy("mail to an author", "receipt")
    ASKED_BACK = "asked_back", pgettext_lazy("mail to an author", "please complete")
    HIDDEN = "hidden", pgettext_lazy("mail to an author", "the comment is hidden")
    ANSWERED = "answered", pgettext_lazy("mail to an author", "the answer")
    DATA = "data", pgettext_lazy("mail to an author", "link to the own data")


class Notice(QueuedMail):
    """One mail to the author of a comment."""

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

    objects = QueuedMailQuerySet.as_manager()

    class Meta(QueuedMail.Meta):
        default_permissions = ("change", "view")
        indexes = [models.Index(fields=["state", "due_at"], name="notice_due")]
        verbose_name = _("mail to an author")
        verbose_name_plural = _("mail to authors")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.comment}"
