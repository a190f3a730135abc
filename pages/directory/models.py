"""Reports of errors in the directory, sent by anybody."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from snippets.models import Organisation

LEAST_TEXT, LONGEST_TEXT = 10, 2_000


class ReportState(models.TextChoices):
    """What became of a report."""

    NEW = "new", pgettext_lazy("report of an error", "new")
    MENDED = "mended", pgettext_lazy("report of an error", "mended")
    REFUSED = "refused", pgettext_lazy("report of an error", "no change needed")


class WrongData(models.TextChoices):
    """What is wrong, as the page of an organisation shows it."""

    NAME = "name", pgettext_lazy("wrong data", "name, short name or other names")
    LEGAL_FORM = "legal_form", pgettext_lazy("wrong data", "legal form")
    STATUS = "status", pgettext_lazy("wrong data", "it was closed, or still works")
    NUMBERS = "numbers", pgettext_lazy("wrong data", "KRS, NIP or REGON number")
    SEAT = "seat", pgettext_lazy("wrong data", "address")
    CONTACT = "contact", pgettext_lazy("wrong data", "website, e-mail or phone")
    SPHERES = "spheres", pgettext_lazy("wrong data", "what it does")
    TIES = "ties", pgettext_lazy("wrong data", "branches and memberships")
    DOUBLE = "double", pgettext_lazy("wrong data", "it is in the directory twice")
    OTHER = "other", pgettext_lazy("wrong data", "something else")


class DataErrorReportQuerySet(models.QuerySet["DataErrorReport"]):
    def waiting(self) -> Self:
        """Those that nobody has dealt with."""
        return self.filter(state=ReportState.NEW)


class DataErrorReport(models.Model):
    """What a reader says is wrong about an organisation; only staff see it.

    The e-mail is kept until the report is closed, and erased then.
    """

    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="error_reports",
    )
    subject = models.CharField(_("what is wrong"), max_length=20, choices=WrongData)
    text = models.TextField(_("description"), max_length=LONGEST_TEXT)
    email = models.EmailField(_("e-mail of the reporter"), blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=ReportState, default=ReportState.NEW
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("closed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    handled_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    note = models.TextField(_("note of staff"), blank=True)
    created_at = models.DateTimeField(
        _("sent at"), default=timezone.now, editable=False
    )
    # What tells the same form sent twice from two reports.
    submission = models.CharField(max_length=64, unique=True, editable=False)

    objects = DataErrorReportQuerySet.as_manager()

    class Meta:
        default_permissions = ("change", "delete", "view")
        ordering = ["-created_at", "-pk"]
        verbose_name = _("report of an error")
        verbose_name_plural = _("reports of errors")
        indexes = [models.Index(fields=["state", "created_at"])]

    def __str__(self) -> str:
        # No words of the reporter: Wagtail prints this in logs and messages.
        return self.code

    @property
    def code(self) -> str:
        """The number that the reporter got: „B12/2026”."""
        return f"B{self.pk}/{timezone.localtime(self.created_at).year}"
