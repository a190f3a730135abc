import secrets
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from snippets.private_files import private_storage

from .mappings import ColumnMapping


def list_path(_batch: "ImportBatch", filename: str) -> str:
    """Return where a list is kept until it is taken: under a name nobody guesses."""
    suffix = PurePath(filename).suffix.lower()[:10]
    return f"imports/{secrets.token_hex(16)}{suffix}"


class ImportBatch(models.Model):
    """A list of organisations on its way into the register, and what became of it."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", pgettext_lazy("state of an import", "uploaded")
        CHECKING = "checking", pgettext_lazy("state of an import", "being checked")
        CHECKED = "checked", pgettext_lazy("state of an import", "checked")
        IMPORTING = "importing", pgettext_lazy("state of an import", "being imported")
        IMPORTED = "imported", pgettext_lazy("state of an import", "imported")
        FAILED = "failed", pgettext_lazy("state of an import", "failed")
        CANCELLED = "cancelled", pgettext_lazy("state of an import", "cancelled")
        UNDONE = "undone", pgettext_lazy("state of an import", "undone")

    # The list itself is gone when the batch is done with: it may hold private data.
    file = models.FileField(
        _("file"), upload_to=list_path, storage=private_storage, blank=True
    )
    filename = models.CharField(_("name of the file"), max_length=255)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)
    digest = models.CharField(_("SHA-256 of the file"), max_length=64, db_index=True)
    # How the list is read: found by itself, changed by a person.
    kind = models.CharField(max_length=10, blank=True)
    encoding = models.CharField(_("encoding"), max_length=20, blank=True)
    separator = models.CharField(_("separator"), max_length=1, blank=True)
    sheet = models.CharField(_("sheet"), max_length=255, blank=True)
    # Of `snippets.importing.layout.Layout`, as JSON.
    layout = models.JSONField(default=dict, blank=True)
    # [{"index": 2, "heading": "Nr KRS", "field": "krs"}]; a blank field: left out.
    columns = models.JSONField(_("columns"), default=list, blank=True)
    mapping = models.ForeignKey(
        ColumnMapping,
        verbose_name=_("mapping of columns"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    state = models.CharField(
        _("state"), max_length=20, choices=State, default=State.UPLOADED
    )
    # How far a task is: rows done, of how many, and when it last said so.
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    beat_at = models.DateTimeField(null=True, blank=True)
    # A note why it failed or went back to being checked.
    problem = models.JSONField(default=dict, blank=True)
    # {"new": 3, "changed": 0, "unchanged": 1, "duplicate": 0, "refused": 0, …}
    counts = models.JSONField(_("counts"), default=dict, blank=True)

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("imported by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    imported_at = models.DateTimeField(_("imported at"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("undone by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("import of a list")
        verbose_name_plural = _("imports of lists")

    def __str__(self) -> str:
        return self.filename

    @property
    def field_of(self) -> dict[int, str]:
        """The fields that are read, by the index of their column."""
        columns: list[dict[str, Any]] = self.columns
        return {
            column["index"]: column["field"] for column in columns if column["field"]
        }

    def forget_file(self) -> None:
        """Delete the list itself; its digest and its rows stay."""
        if self.file:
            self.file.delete(save=False)
            self.save(update_fields=["file"])
