"""A comment of a resident, an organisation or anybody else on a consulted version."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pages.comments.searching import fold
from pages.comments.states import VISIBLE, State
from pages.programmes.clauses import LONGEST_NUMBER
from pages.programmes.models.clause import clause_label
from snippets.private_files import private_storage

from .choices import Channel, CommentKind, HidingReason, OnBehalf
from .comment_queryset import CommentKeptError, PublicCommentQuerySet
from .scan import scan_path

LONGEST_TEXT = 20_000
# What staff find a comment by.
SEARCHED = (
    "text",
    "proposed_wording",
    "justification",
    "citation",
    "organisation_name",
)


class PublicComment(models.Model):
    """What somebody said of a clause, or of a whole version, in a consultation.

    `clause_kind`, `clause_number`, `quoted` and `area` are those of the clause in the
    version commented on and never change. Name, e-mail and scan are private; a name
    is shown only where its owner agreed (`name_is_public`).
    """

    consultation = models.ForeignKey(
        "public_comments.Consultation",
        models.PROTECT,
        related_name="comments",
        verbose_name=_("consultation"),
    )
    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    number = models.PositiveIntegerField(_("number"), null=True, editable=False)
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=State.choices,
        default=State.REGISTERED,
        editable=False,
    )
    state_before = models.CharField(
        _("state before it was hidden"), max_length=20, blank=True, editable=False
    )

    kind = models.CharField(_("kind"), max_length=20, choices=CommentKind.choices)
    clause = models.ForeignKey(
        "programmes.Clause",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="comments",
        verbose_name=_("clause"),
        help_text=_("Empty for a comment on the whole version."),
    )
    clause_kind = models.CharField(
        _("kind of the clause"), max_length=20, blank=True, editable=False
    )
    clause_number = models.CharField(
        _("number of the clause"),
        max_length=LONGEST_NUMBER,
        blank=True,
        editable=False,
    )
    citation = models.CharField(
        _("as the author cites it"),
        max_length=255,
        blank=True,
        help_text=_("Where a letter names a place that is no clause of the version."),
    )
    quoted = models.TextField(_("wording commented on"), blank=True, editable=False)
    area = models.ForeignKey(
        "snippets.PriorityArea",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("area"),
    )
    text = models.TextField(_("comment"), max_length=LONGEST_TEXT)
    proposed_wording = models.TextField(
        _("proposed wording"), blank=True, max_length=LONGEST_TEXT
    )
    justification = models.TextField(
        _("justification"), blank=True, max_length=LONGEST_TEXT
    )
    language = models.CharField(_("language"), max_length=10, default="pl")

    on_behalf = models.CharField(
        _("who comments"), max_length=20, choices=OnBehalf.choices
    )
    organisation = models.ForeignKey(
        "snippets.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="comments",
        verbose_name=_("organisation"),
    )
    organisation_name = models.CharField(
        _("organisation that is not on the list"), max_length=255, blank=True
    )
    name = models.CharField(_("name and surname"), max_length=190, blank=True)
    name_is_public = models.BooleanField(_("the name may be published"), default=False)
    email = models.EmailField(_("e-mail"), blank=True)

    channel = models.CharField(
        _("channel"), max_length=20, choices=Channel.choices, default=Channel.FORM
    )
    received_at = models.DateTimeField(_("received at"), default=timezone.now)
    published_at = models.DateTimeField(
        _("published at"), null=True, blank=True, editable=False
    )
    is_late = models.BooleanField(_("late"), default=False)
    is_held = models.BooleanField(
        _("held until staff have read it"),
        default=False,
        editable=False,
    )
    contacts_erased_at = models.DateTimeField(
        _("contact data erased at"), null=True, blank=True, editable=False
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("entered by"),
    )
    scan = models.FileField(
        _("scan"), upload_to=scan_path, storage=private_storage, blank=True
    )

    unit = models.ForeignKey(
        "snippets.CityUnit",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("unit that answers"),
    )
    duplicate_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="duplicates",
        verbose_name=_("duplicate of"),
    )
    hiding_reason = models.CharField(
        _("reason of hiding"),
        max_length=20,
        choices=HidingReason.choices,
        blank=True,
        editable=False,
    )
    hiding_note = models.TextField(_("note on hiding"), blank=True, editable=False)

    # What tells a comment sent twice from two comments; digests, never the texts.
    submission = models.CharField(max_length=64, blank=True, editable=False)
    fingerprint = models.CharField(max_length=64, editable=False, db_index=True)
    # What the register is searched by; nothing private is in it.
    words = models.TextField(blank=True, editable=False)

    objects: ClassVar[Any] = PublicCommentQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        default_permissions = ("add", "change", "view")
        permissions = [
            ("moderate_publiccomment", _("Can publish and hide public comments")),
            ("view_contact_publiccomment", _("Can see who wrote public comments")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "number"], name="comment_number_once_a_year"
            ),
            models.UniqueConstraint(
                fields=["submission"],
                condition=~models.Q(submission=""),
                name="comment_sent_once",
            ),
        ]
        indexes = [
            models.Index(fields=["-received_at", "-id"], name="comment_received"),
            models.Index(fields=["state", "-received_at"], name="comment_state"),
            models.Index(fields=["clause", "state"], name="comment_clause_state"),
            models.Index(fields=["clause_number"], name="comment_clause_number"),
            models.Index(fields=["organisation_name"], name="comment_unlisted"),
        ]
        verbose_name = _("public comment")
        verbose_name_plural = _("public comments")

    def __str__(self) -> str:
        return self.code or gettext("comment that is not confirmed")

    def save(
        self,
        *args: Any,
        update_fields: Iterable[str] | None = None,
        **kwargs: Any,
    ) -> None:
        """Save with the words that the register is searched by."""
        self.words = fold(*(getattr(self, name) for name in SEARCHED))
        if update_fields is not None and set(update_fields) & set(SEARCHED):
            update_fields = {*update_fields, "words"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Refuse: nothing of the register is deleted."""
        raise CommentKeptError

    @property
    def code(self) -> str:
        """How the comment is cited: „U17/2014”; empty before it is registered.

        The same in every language, as amendments are: „З17” would read as 317.
        """
        return "" if self.number is None else f"U{self.number}/{self.year}"

    @property
    def url(self) -> str:
        """The comment's permanent address in the active language."""
        return reverse("comment", args=[self.year, self.number])

    @property
    def label(self) -> str:
        """What is commented on, as cited in its version: „ust. 29”, or its words."""
        label = clause_label(self.clause_kind, self.clause_number)
        return label or self.citation or Truncator(self.quoted).chars(60)

    @property
    def is_visible(self) -> bool:
        """Whether everybody may read it, as far as its version is public."""
        return self.state in VISIBLE

    @property
    def excerpt(self) -> str:
        """The first words of the comment."""
        return Truncator(" ".join(self.text.split())).chars(120)

    @property
    def public_author(self) -> str:
        """Who speaks, as everybody may know: a name only where its owner agreed."""
        if self.on_behalf == OnBehalf.ORGANISATION:
            if self.organisation:
                return str(self.organisation.name)
            return self.organisation_name
        if self.name and self.name_is_public:
            return self.name
        return str(OnBehalf(self.on_behalf).label) if self.on_behalf else ""
