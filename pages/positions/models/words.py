"""What drafts and the parts of a position have in common: a place, and words on it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.comments.models import LONGEST_TEXT, CommentKind

TEXTS = ("text", "proposed_wording", "justification")
WORDS = ("kind", *TEXTS)


class PositionWords(models.Model):
    """What is said of a clause, or of the whole version, as a comment would say it."""

    clause = models.ForeignKey(
        "programmes.Clause",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("clause"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=CommentKind.choices)
    text = models.TextField(_("comment"), max_length=LONGEST_TEXT)
    proposed_wording = models.TextField(
        _("proposed wording"), blank=True, max_length=LONGEST_TEXT
    )
    justification = models.TextField(
        _("justification"), blank=True, max_length=LONGEST_TEXT
    )

    class Meta:
        abstract = True

    @property
    def words(self) -> dict[str, Any]:
        """Kind and texts, by field."""
        return {name: getattr(self, name) for name in WORDS}
