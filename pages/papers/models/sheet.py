"""A table of comments that came back with rulings and reasons filled in."""

from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from snippets.private_files import private_storage

FOLDER = "papers/returned"


def sheet_path(sheet: "AnswerSheet", filename: str) -> str:
    """Return where a table is kept: its own name may say whose it is."""
    return f"{FOLDER}/{sheet.uid.hex}.xlsx"


class SheetState(models.TextChoices):
    """What became of a table."""

    CHECKED = "checked", pgettext_lazy("state of a returned table", "to be decided")
    APPLYING = "applying", pgettext_lazy("state of a returned table", "being taken in")
    APPLIED = "applied", pgettext_lazy("state of a returned table", "taken in")
    REFUSED = "refused", pgettext_lazy("state of a returned table", "not taken in")
    CANCELLED = "cancelled", pgettext_lazy("state of a returned table", "given up")


class AnswerSheet(models.Model):
    """One table brought back; nothing of it is written before somebody confirms it.

    `seen` is the digest of the differences that were looked through; if something
    else would come out, nothing is written and the table is `refused`, with `problem`
    saying why. `counts` are numbers of rows by outcome; of a table taken in also
    `answers`, the keys of those that it wrote.
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
        verbose_name=_("brought back by"),
    )
    name = models.CharField(_("name of the file"), max_length=255)
    file = models.FileField(
        _("file"), upload_to=sheet_path, storage=private_storage, blank=True
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=SheetState.choices,
        default=SheetState.CHECKED,
    )
    seen = models.CharField(max_length=64, blank=True, editable=False)
    counts = models.JSONField(_("rows"), default=dict, blank=True)
    problem = models.TextField(_("why it was not taken in"), blank=True)
    created_at = models.DateTimeField(
        _("brought back at"), default=timezone.now, db_index=True
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        ordering = ["-created_at"]
        default_permissions = ()
        verbose_name = _("table brought back")
        verbose_name_plural = _("tables brought back")

    def __str__(self) -> str:
        return self.name

    def forget_file(self) -> None:
        """Delete the file; what became of the table stays."""
        if self.file:
            self.file.delete(save=False)
            self.save(update_fields=["file"])
