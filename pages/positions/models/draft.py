"""What a member of an organisation proposes to its contact person."""

from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .item import PositionItem
from .words import PositionWords


class DraftState(models.TextChoices):
    """What the contact person made of a draft."""

    WAITING = (
        "waiting",
        pgettext_lazy("state of a member's draft", "waits for a decision"),
    )
    MERGED = "merged", pgettext_lazy("state of a member's draft", "in the position")
    LEFT_OUT = "left_out", pgettext_lazy("state of a member's draft", "left out")


class PositionDraft(PositionWords):
    """A member's draft; nobody outside of the organisation reads it.

    Of the private link, by which its author corrects it or takes it back, only the
    SHA-256 is kept. `item` is where in the position its words went.
    """

    wagtail_reference_index_ignore = True

    uid = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    code = models.ForeignKey(
        "organisation_positions.OrganisationCode",
        models.CASCADE,
        related_name="drafts",
        verbose_name=_("organisation code"),
    )
    author = models.CharField(_("author"), max_length=190, blank=True)
    language = models.CharField(_("language"), max_length=10)
    digest = models.CharField(_("SHA-256 of the secret"), max_length=64)
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=DraftState.choices,
        default=DraftState.WAITING,
    )
    item = models.ForeignKey(
        PositionItem,
        models.SET_NULL,
        null=True,
        related_name="drafts",
        verbose_name=_("part of the position"),
    )
    created_at = models.DateTimeField(_("made at"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)

    class Meta:
        ordering = ["created_at", "pk"]
        default_permissions = ()
        verbose_name = _("draft of a member")
        verbose_name_plural = _("drafts of members")

    def __str__(self) -> str:
        return str(self.uid)
