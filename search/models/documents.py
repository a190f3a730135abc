"""What was read out of the files of documents."""

from typing import Self

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.documents import get_document_model_string
from wagtail.documents.models import AbstractDocument


class ReadingState(models.TextChoices):
    """How the reading of a file went; the codes of `search.reading` are among them."""

    WAITING = "waiting", pgettext_lazy("reading of a file", "waits to be read")
    READ = "read", pgettext_lazy("reading of a file", "read")
    NOT_READABLE = "not_readable", _("files of this kind are not read")
    NO_TEXT = "no_text", _("no text in it, perhaps a scan")
    ENCRYPTED = "encrypted", _("protected by a password")
    DAMAGED = "damaged", _("damaged")
    TOO_LARGE = "too_large", _("too large")
    TOO_SLOW = "too_slow", _("took too long to read")
    MISSING = "missing", _("the file is missing")


# Of these a person can do something about the file.
UNREAD = (
    ReadingState.NO_TEXT,
    ReadingState.ENCRYPTED,
    ReadingState.DAMAGED,
    ReadingState.TOO_LARGE,
    ReadingState.TOO_SLOW,
    ReadingState.MISSING,
)


class DocumentTextQuerySet(models.QuerySet["DocumentText"]):
    """What was read of files."""

    def current(self) -> Self:
        """Those of the file that the document has now, not of one before it."""
        return self.filter(
            source=Concat(
                F("document__file_hash"),
                Value(":"),
                F("document__file"),
                output_field=models.TextField(),
            )
        )

    def unread(self) -> Self:
        """Those of files that ought to have a text and gave none."""
        return self.current().filter(state__in=UNREAD)


class DocumentText(models.Model):
    """The text of one document's file, read in the background.

    `source` is the file as its document names it: a text from another file than the
    document has now is not to be used. `digest` is the hash of what was in the file,
    so that one that stays the same is not read again.
    """

    document = models.OneToOneField(
        get_document_model_string(),
        models.CASCADE,
        primary_key=True,
        related_name="+",
        verbose_name=_("document"),
    )
    source = models.TextField(_("file"), blank=True)
    digest = models.CharField(_("digest of the file"), max_length=64, blank=True)
    text = models.TextField(_("text"), blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=ReadingState, default=ReadingState.WAITING
    )
    read_at = models.DateTimeField(_("read at"), default=timezone.now)

    objects = DocumentTextQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        verbose_name = _("text of a document")
        verbose_name_plural = _("texts of documents")

    def __str__(self) -> str:
        return f"{self.document_id}: {self.state}"


def source_of(document: AbstractDocument) -> str:
    """Return a document's file as its text names it."""
    return f"{document.file_hash}:{document.file.name or ''}"
