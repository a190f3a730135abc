"""A paper that the worker makes, since it takes longer than anybody waits."""

from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pages.papers.kinds import FileForm, Paper
from snippets.private_files import private_storage

FOLDER = "papers"


def paper_path(job: "PaperJob", filename: str) -> str:
    """Return where a paper is kept until it is fetched."""
    return f"{FOLDER}/{job.uid.hex}.{job.form}"


class JobState(models.TextChoices):
    """How far a paper is."""

    WAITING = "waiting", pgettext_lazy("state of a paper", "waiting")
    RUNNING = "running", pgettext_lazy("state of a paper", "being made")
    DONE = "done", pgettext_lazy("state of a paper", "ready")
    FAILED = "failed", pgettext_lazy("state of a paper", "failed")


class PaperJob(models.Model):
    """One paper asked for: what, by whom, how far it is, and the file in the end.

    Only who asked for it may fetch it; `done` of `total` comments are written.
    """

    wagtail_reference_index_ignore = True

    uid = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    consultation = models.ForeignKey(
        "public_comments.Consultation",
        models.CASCADE,
        related_name="+",
        verbose_name=_("consultation"),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="+",
        verbose_name=_("asked for by"),
    )
    paper = models.CharField(_("paper"), max_length=20, choices=Paper.choices)
    form = models.CharField(_("file"), max_length=10, choices=FileForm.choices)
    language = models.CharField(_("language"), max_length=10)
    with_contacts = models.BooleanField(_("with names and e-mails"), default=False)
    with_drafts = models.BooleanField(_("with answers in preparation"), default=False)
    state = models.CharField(
        _("state"), max_length=20, choices=JobState.choices, default=JobState.WAITING
    )
    total = models.PositiveIntegerField(_("comments"), default=0)
    done = models.PositiveIntegerField(_("comments written"), default=0)
    file = models.FileField(
        _("file"), upload_to=paper_path, storage=private_storage, blank=True
    )
    created_at = models.DateTimeField(
        _("asked for at"), default=timezone.now, db_index=True
    )
    changed_at = models.DateTimeField(_("last step at"), auto_now=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        ordering = ["-created_at"]
        default_permissions = ()
        verbose_name = _("paper that is asked for")
        verbose_name_plural = _("papers that are asked for")

    def __str__(self) -> str:
        return f"{self.get_paper_display()} ({self.get_form_display()})"
