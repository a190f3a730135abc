"""What an author says: the words, which may be corrected later on."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from pages.comments.limits import limits
from pages.comments.models import CommentKind
from pages.comments.sending.cleaning import clean_text, count_links, same_words

from .fields import FieldRenderer, TextField


class CorrectionForm(forms.Form):
    """Kind, wording, comment and justification.

    `wording` is what the clause says: it stands in the field for the proposed one,
    and what is sent unchanged proposes nothing.
    """

    default_renderer = FieldRenderer

    kind = forms.ChoiceField(
        label=_("Kind of comment"),
        choices=CommentKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of comment it is.")},
    )
    proposed_wording = TextField(
        label=_("Proposed wording (optional)"),
        required=False,
        help_text=_("Write how it should read. You may also leave it as it is."),
    )
    text = TextField(
        label=_("Your comment"),
        help_text=_("What should change? Ask, or say what you support."),
        error_messages={"required": _("Write your comment.")},
    )
    justification = TextField(
        label=_("Justification (optional)"),
        required=False,
        help_text=_("Why? A reason helps the office to decide."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        wording: str = "",
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self.wording = clean_text(wording)
        initial = {"proposed_wording": wording, **(initial or {})}
        super().__init__(data, initial=initial)

    def clean_proposed_wording(self) -> str:
        """Return the wording that is proposed: none where it is the clause's own."""
        proposed: str = self.cleaned_data["proposed_wording"]
        return "" if same_words(proposed) == same_words(self.wording) else proposed

    def clean(self) -> dict[str, Any]:
        """Refuse more web addresses than a comment needs."""
        cleaned = super().clean() or {}
        most = limits().most_links + count_links(self.wording)
        names = ("text", "proposed_wording", "justification")
        texts = {name: cleaned.get(name) or "" for name in names}
        if count_links(*texts.values()) > most:
            message = ngettext(
                "Leave %(most)s web address at most: advertising has many of them.",
                "Leave %(most)s web addresses at most: advertising has many of them.",
                most,
            )
            name = max(texts, key=lambda name: count_links(texts[name]))
            self.add_error(name, message % {"most": most})
        return cleaned

    @property
    def words(self) -> dict[str, str]:
        """What the author wrote, by label, to be shown where nothing can be sent."""
        return {
            str(bound.label): str(bound.value())
            for bound in self
            if isinstance(bound.field, TextField) and bound.value()
        }
