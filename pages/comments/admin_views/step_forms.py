"""What is asked of staff before they take a step with a comment."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput

from pages.comments.forms.fields import TextField
from pages.comments.models import HidingReason, PublicComment
from pages.comments.searching import read_code
from snippets.models import CityUnit

LONGEST_NOTE = 2000


class NoteField(TextField):
    """A few sentences, kept in the history."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=LONGEST_NOTE, widget=AdminAutoHeightTextInput, **kwargs
        )


class HideForm(forms.Form):
    """Why a comment is hidden: readers are told the reason and the note."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        choices=HidingReason.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Readers and the author see it."),
        error_messages={"required": gettext_lazy("Choose the reason.")},
    )
    note = NoteField(
        label=gettext_lazy("Note"),
        required=False,
        help_text=gettext_lazy("Readers see it too: do not repeat what you hide."),
    )


class MessageForm(forms.Form):
    """What the author is asked."""

    message = NoteField(
        label=gettext_lazy("Message to the author"),
        help_text=gettext_lazy(
            "It is sent by e-mail, with a link by which the author can correct the "
            "comment. Write what is missing."
        ),
        error_messages={"required": gettext_lazy("Write what is missing.")},
    )


class EraseForm(forms.Form):
    """Whether the name that readers see goes as well."""

    with_public_name = forms.BooleanField(
        label=gettext_lazy("The public name as well"),
        required=False,
        help_text=gettext_lazy(
            "The author takes the consent back: readers do not see the name any more."
        ),
    )


class NoteForm(forms.Form):
    """How the office learned that the author withdraws the comment."""

    note = NoteField(
        label=gettext_lazy("How the author asked for it"),
        help_text=gettext_lazy("For example: by phone. Only staff see it."),
        error_messages={"required": gettext_lazy("Write how the author asked for it.")},
    )


class UnitForm(forms.Form):
    """The unit that is to answer."""

    unit = forms.ModelChoiceField(
        CityUnit.objects.filter(valid_to=None),
        label=gettext_lazy("Unit"),
        empty_label=gettext_lazy("choose…"),
        error_messages={"required": gettext_lazy("Choose the unit.")},
    )


class HeadForm(forms.Form):
    """Which comment says the same, and came first."""

    head = forms.CharField(
        label=gettext_lazy("Number of the other comment"),
        max_length=30,
        help_text=gettext_lazy("As on its receipt, for example U17/2014."),
        error_messages={"required": gettext_lazy("Write the number.")},
    )

    def __init__(self, *args: Any, comment: PublicComment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.comment = comment

    def clean_head(self) -> PublicComment:
        """Return the comment that has the number; of the same year, if none is said."""
        code = {"year": self.comment.year} | read_code(self.cleaned_data["head"])
        found = PublicComment.objects.filter(**code).first() if len(code) > 1 else None
        if found is None:
            raise forms.ValidationError(_("There is no comment with this number."))
        return found


class ShownForm(forms.Form):
    """What the answer said on the page from which a step is taken."""

    shown = forms.CharField(required=False, widget=forms.HiddenInput)


class ReturnForm(forms.Form):
    """What is to be changed in an answer."""

    note = NoteField(
        label=gettext_lazy("What is to be changed"),
        help_text=gettext_lazy("Only staff see it, in the history of the answer."),
        error_messages={"required": gettext_lazy("Write what is to be changed.")},
    )
