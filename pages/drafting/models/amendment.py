"""A proposed change of the programme's text."""

from typing import Any
from uuid import uuid5

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max
from django.utils.text import Truncator
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.search import index

from pages.drafting.editing import Edit, Operation
from pages.drafting.forms import AmendmentForm
from pages.programmes.clauses import ClauseKind

OPERATIONS = [
    (Operation.ADD, _("add a clause")),
    (Operation.APPEND, _("append words")),
    (Operation.REPLACE, _("replace words")),
    (Operation.AGREE, _("agree the full text")),
    (Operation.DELETE, _("delete the clause")),
    (Operation.MOVE, _("move the clause")),
    (Operation.RESTRUCTURE, _("arrange in categories")),
]
KINDS = [
    (ClauseKind.TASK, _("priority task")),
    (ClauseKind.PROVISION, _("provision")),
    (ClauseKind.GOAL, _("goal")),
    (ClauseKind.CATEGORY, _("category")),
]
# Operations that make no sense without these fields.
NEEDS = {
    Operation.ADD: ("text_after",),
    Operation.APPEND: ("clause", "text_after"),
    Operation.REPLACE: ("clause", "text_before"),
    Operation.AGREE: ("clause", "text_after"),
    Operation.DELETE: ("clause",),
    Operation.MOVE: ("clause",),
    Operation.RESTRUCTURE: ("clause", "text_after"),
}


class AmendmentStatus(models.TextChoices):
    """How far an amendment has come; „proposed” is not yet agreed."""

    PROPOSED = "proposed", pgettext_lazy("status of an amendment", "proposed")
    DISCUSSED = "discussed", pgettext_lazy("status of an amendment", "discussed")
    AGREED = "agreed", pgettext_lazy("status of an amendment", "agreed")
    PARTLY = "partly", pgettext_lazy("status of an amendment", "agreed in part")
    POSTPONED = "postponed", pgettext_lazy("status of an amendment", "postponed")
    REJECTED = "rejected", pgettext_lazy("status of an amendment", "rejected")
    APPLIED = "applied", pgettext_lazy("status of an amendment", "applied")
    KEPT = "kept", pgettext_lazy("status of an amendment", "kept in the adopted text")
    CHANGED = (
        "changed",
        pgettext_lazy("status of an amendment", "changed by consultation or council"),
    )


TO_APPLY = (AmendmentStatus.AGREED, AmendmentStatus.PARTLY)
DONE = (AmendmentStatus.APPLIED, AmendmentStatus.KEPT, AmendmentStatus.CHANGED)


class AmendmentQuerySet(models.QuerySet["Amendment"]):
    """Amendments of programmes."""

    def to_apply(self) -> "AmendmentQuerySet":
        """Those that are agreed and in no draft yet, in the order they were made."""
        return self.filter(status__in=TO_APPLY, applied_in=None).order_by("number")


class Amendment(index.Indexed, ClusterableModel):
    """One change proposed for a programme: an operation on a clause.

    What `text_before` and `text_after` mean for each operation is told in
    `pages.drafting.editing.Edit`.
    """

    programme = models.ForeignKey(
        "programmes.ProgrammePage",
        models.PROTECT,
        related_name="amendments",
        verbose_name=_("programme"),
    )
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    operation = models.CharField(_("operation"), max_length=20, choices=OPERATIONS)
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=AmendmentStatus.choices,
        default=AmendmentStatus.PROPOSED,
        help_text=_("A proposal is not yet agreed: the report's verb decides."),
    )
    clause = models.ForeignKey(
        "programmes.Clause",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amendments",
        verbose_name=_("clause"),
        help_text=_("What is changed. For arranging: the area."),
    )
    kind = models.CharField(
        _("kind of the new clause"),
        max_length=20,
        choices=KINDS,
        default=ClauseKind.TASK,
    )
    after = models.ForeignKey(
        "programmes.Clause",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("behind the clause"),
    )
    group = models.ForeignKey(
        "programmes.Clause",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("at the end of the chapter, area or category"),
    )
    text_before = models.TextField(
        _("text before"),
        blank=True,
        help_text=_("The words to be replaced, exactly as they stand in the draft."),
    )
    text_after = models.TextField(
        _("text after"),
        blank=True,
        help_text=_(
            "The new words. For arranging, one category a line with the numbers of "
            "its clauses: “health: 27, 28”."
        ),
    )
    agreed_text = models.TextField(
        _("text agreed in part"),
        blank=True,
        help_text=_("Only where another text after was agreed than the proposed one."),
    )
    rationale = models.TextField(_("rationale"), blank=True)
    agreed_at = models.ForeignKey(
        "meetings.MeetingPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("meeting that decided"),
    )
    applied_in = models.ForeignKey(
        "programmes.ProgrammeDraftPage",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="applied_amendments",
        verbose_name=_("applied in"),
    )

    objects = AmendmentQuerySet.as_manager()
    base_form_class = AmendmentForm

    search_fields = [
        index.SearchField("text_before"),
        index.SearchField("text_after"),
        index.SearchField("rationale"),
        index.FilterField("status"),
        index.FilterField("operation"),
        index.FilterField("programme"),
    ]

    class Meta:
        ordering = ["programme", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "number"], name="amendment_number_once"
            )
        ]
        verbose_name = _("amendment")
        verbose_name_plural = _("amendments")

    def __str__(self) -> str:
        words = " ".join((self.wording or self.text_before).split())
        text = Truncator(words).chars(80)
        return f"{self.code} {self.get_operation_display()}: {text}"

    @property
    def code(self) -> str:
        """The amendment's citation, for example „P3/2014”."""
        return f"P{self.number}/{self.programme.year}"

    @property
    def wording(self) -> str:
        """The text after, as agreed."""
        if self.status == AmendmentStatus.PARTLY:
            return self.agreed_text
        return self.text_after

    @property
    def is_applied(self) -> bool:
        """Whether a draft has it already; then it is changed no more."""
        return self.applied_in_id is not None

    def clean(self) -> None:
        """Refuse what could not be applied to any text."""
        super().clean()
        errors: dict[str, str] = {}
        for name in NEEDS.get(Operation(self.operation), ()) if self.operation else ():
            if not getattr(self, name):
                errors[name] = gettext("This operation needs it.")
        if self.operation == Operation.MOVE and not (self.after_id or self.group_id):
            errors["after"] = gettext("Say where the clause goes.")
        if self.status == AmendmentStatus.PARTLY and not self.agreed_text:
            errors["agreed_text"] = gettext("Give the text that was agreed.")
        if self.status in DONE and not self.is_applied:
            errors["status"] = gettext(
                "Amendments become applied when a draft is made from them."
            )
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new amendment gets the programme's next number."""
        if self.number is None:
            same = Amendment.objects.filter(programme=self.programme_id)
            self.number = (same.aggregate(last=Max("number"))["last"] or 0) + 1
        super().save(*args, **kwargs)

    def _uid_of_new_clause(self) -> str:
        """Return the uid that a clause added by the amendment has, always the same."""
        if self.operation != Operation.ADD:
            return ""
        return str(uuid5(self.programme.translation_key, f"amendment/{self.number}"))

    def as_edit(self) -> Edit:
        """Return the amendment as an operation on a draft's body."""
        organisations = (row.organisation_id for row in self.organisations.all())
        units = (row.unit_id for row in self.units.all())
        return Edit(
            key=self.pk,
            operation=Operation(self.operation),
            clause=str(self.clause_id or self._uid_of_new_clause()),
            text_before=self.text_before,
            text_after=self.wording,
            kind=ClauseKind(self.kind),
            parent=str(self.group_id or ""),
            after=str(self.after_id or ""),
            authors=(
                *(("organisation", pk) for pk in organisations),
                *(("unit", pk) for pk in units),
            ),
        )
