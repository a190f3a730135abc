from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from snippets.fields import FoldedField
from snippets.models.organisations import Organisation

from .batches import ImportBatch
from .notes import Note


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    def undecided(self) -> Self:
        """Probable duplicates that nobody has decided on."""
        return self.filter(
            outcome=ImportRow.Outcome.DUPLICATE, decision=ImportRow.Decision.NONE
        )

    def with_conflicts(self) -> Self:
        """Rows that differ from what somebody entered by hand."""
        return self.filter(has_conflicts=True)


class ImportRow(models.Model):
    """A row of a list: what it says, what it would do or did, what a person decided."""

    class Outcome(models.TextChoices):
        NEW = "new", pgettext_lazy("outcome of a row", "new")
        CHANGED = "changed", pgettext_lazy("outcome of a row", "changed")
        UNCHANGED = "unchanged", pgettext_lazy("outcome of a row", "unchanged")
        DUPLICATE = "duplicate", pgettext_lazy("outcome of a row", "probable duplicate")
        REFUSED = "refused", pgettext_lazy("outcome of a row", "refused")

    class Decision(models.TextChoices):
        NONE = "", pgettext_lazy("decision on a row", "not decided")
        SAME = "same", pgettext_lazy("decision on a row", "the same organisation")
        DIFFERENT = "different", pgettext_lazy("decision on a row", "another one")
        SKIP = "skip", pgettext_lazy("decision on a row", "skip the row")

    batch = models.ForeignKey(
        ImportBatch, on_delete=models.CASCADE, related_name="rows"
    )
    # As people count them in the file: from 1, headings included.
    number = models.PositiveIntegerField(_("row"))
    name = models.CharField(_("name"), max_length=255, blank=True)
    folded_name = FoldedField(source="name")
    # The heading above this part of the list, carried down.
    section = models.CharField(_("section"), max_length=255, blank=True)
    # Heading to the text of the cell, of the columns that are read and of no others.
    raw = models.JSONField(default=dict)

    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # [{"field": "city", "old": "", "new": "Suwałki", "is_by_hand": false}]
    changes = models.JSONField(default=list)
    # [{"organisation": 12, "row": null, "name": …, "city": …, "score": 93, "why": […]}]
    candidates = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    has_notes = models.BooleanField(default=False)
    has_conflicts = models.BooleanField(default=False)

    decision = models.CharField(
        _("decision"),
        max_length=10,
        choices=Decision,
        blank=True,
        default=Decision.NONE,
    )
    # The organisation that a row is the same as; or the earlier row of the list.
    same_as = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    same_as_row = models.PositiveIntegerField(null=True, blank=True)
    # Whether what was entered by hand gives way to the list.
    overwrites = models.BooleanField(default=False)

    # What the organisation held before and holds since, by field: for undoing.
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    is_applied = models.BooleanField(default=False)
    is_undone = models.BooleanField(default=False)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        ordering = ["number", "pk"]
        verbose_name = _("row of a list")
        verbose_name_plural = _("rows of a list")
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "number"], name="%(app_label)s_%(class)s_once"
            ),
        ]
        indexes = [models.Index(fields=["batch", "outcome", "number"])]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.number}"

    @property
    def noted(self) -> list[Note]:
        """The notes as they can be worded."""
        return [Note.from_json(note) for note in self.notes]
