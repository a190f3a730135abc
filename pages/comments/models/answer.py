"""The office's answer to one comment or to many."""

import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from .choices import Ruling

# So many comments are named by an answer that covers more.
NAMED_AT_MOST = 5


class AnswerState(models.TextChoices):
    """How far an answer has come."""

    DRAFT = "draft", pgettext_lazy("state of an answer", "draft")
    APPROVED = "approved", pgettext_lazy("state of an answer", "approved")
    PUBLISHED = "published", pgettext_lazy("state of an answer", "published")
    REVISED = (
        "revised",
        pgettext_lazy("state of an answer", "replaced by a new version"),
    )


class AnswerKeptError(PermissionDenied):
    """Somebody was about to change or delete what was published."""

    def __init__(self) -> None:
        message = gettext("A published answer stays: correct it by a new version.")
        super().__init__(message)


class OfficialAnswerQuerySet(models.QuerySet["OfficialAnswer"]):
    """Official answers."""

    def public(self) -> "OfficialAnswerQuerySet":
        """Those published, earlier versions among them."""
        return self.filter(state__in=(AnswerState.PUBLISHED, AnswerState.REVISED))

    def delete(self) -> Any:
        """Refuse: answers are kept."""
        raise AnswerKeptError


class OfficialAnswer(ClusterableModel):
    """What the office decided of the comments it covers, and why.

    One person drafts it and another approves it. What was published is corrected by
    a new version, which names the earlier one in `previous`.
    """

    ruling = models.CharField(
        _("ruling"), max_length=20, choices=Ruling.choices, blank=True
    )
    reasons = models.TextField(
        _("reasons"),
        blank=True,
        max_length=20_000,
        help_text=_(
            "Readers see them under each comment. Only an accepted comment may do "
            "without: it names the change that comes of it."
        ),
    )
    unit = models.ForeignKey(
        "snippets.CityUnit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("unit"),
        help_text=_("The city unit that answers."),
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=AnswerState.choices,
        default=AnswerState.DRAFT,
        editable=False,
    )
    previous = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="following",
        verbose_name=_("earlier version"),
    )
    correction = models.CharField(
        _("what was corrected"),
        max_length=255,
        blank=True,
        help_text=_("Readers see it beside the new version."),
    )
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("drafted by"),
    )
    drafted_at = models.DateTimeField(_("drafted at"), auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)

    objects: ClassVar[Any] = OfficialAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-drafted_at", "-pk"]
        default_permissions = ("add", "change", "view")
        permissions = [
            ("approve_officialanswer", _("Can approve and publish official answers")),
        ]
        verbose_name = _("official answer")
        verbose_name_plural = _("official answers")

    def __str__(self) -> str:
        rows = list(self.covered.all())
        codes = ", ".join(str(row.comment) for row in rows[:NAMED_AT_MOST])
        more = "…" if len(rows) > NAMED_AT_MOST else ""
        ruling = self.get_ruling_display() or gettext("no ruling yet")
        return f"{codes}{more}: {ruling}" if codes else str(ruling)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Refuse: answers are kept."""
        raise AnswerKeptError

    @property
    def is_open(self) -> bool:
        """Whether its text may still be changed."""
        return self.state in (AnswerState.DRAFT, AnswerState.APPROVED)

    @property
    def date(self) -> datetime.datetime | None:
        """When it was published."""
        return self.published_at


class CoveredComment(Orderable):
    """A comment that an answer covers."""

    answer = ParentalKey(
        OfficialAnswer, on_delete=models.CASCADE, related_name="covered"
    )
    comment = models.ForeignKey(
        "public_comments.PublicComment",
        models.PROTECT,
        related_name="answer_links",
        verbose_name=_("public comment"),
    )

    class Meta(Orderable.Meta):
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["answer", "comment"], name="comment_once_in_an_answer"
            )
        ]
        verbose_name = _("comment it answers")
        verbose_name_plural = _("comments it answers")

    def __str__(self) -> str:
        return str(self.comment)


class AnswerAmendment(Orderable):
    """The change of the text that an answer leads to."""

    answer = ParentalKey(
        OfficialAnswer, on_delete=models.CASCADE, related_name="amendments"
    )
    amendment = models.ForeignKey(
        "drafting.Amendment",
        models.PROTECT,
        related_name="answer_links",
        verbose_name=_("amendment"),
    )

    class Meta(Orderable.Meta):
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["answer", "amendment"], name="amendment_once_in_an_answer"
            )
        ]
        verbose_name = _("change that comes of it")
        verbose_name_plural = _("changes that come of it")

    def __str__(self) -> str:
        return str(self.amendment)
