"""The public form that says what is wrong about an organisation."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from pages.comments.forms.fields import (
    AddressField,
    FieldRenderer,
    TextField,
    TrapField,
)
from pages.comments.limits import limits
from pages.comments.sending.cleaning import count_links

from .models import LEAST_TEXT, LONGEST_TEXT, WrongData


class ErrorReportForm(forms.Form):
    """What is wrong, in words, and an address for questions.

    The field of the trap (`reference`) is seen by programs only.
    """

    default_renderer = FieldRenderer

    subject = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=WrongData.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong.")},
    )
    text = TextField(
        label=_("What should it say?"),
        min_length=LEAST_TEXT,
        max_length=LONGEST_TEXT,
        help_text=_(
            "Say how you know, if you can: a link to a register or to the "
            "organisation’s own page helps."
        ),
        error_messages={"required": _("Write what is wrong.")},
    )
    email = AddressField(
        label=_("E-mail (optional)"),
        required=False,
        max_length=254,
        help_text=_("Only for our questions about this report. It is never published."),
        error_messages={
            "invalid": _(
                "Write the e-mail like this: name@example.org. Or leave the field "
                "empty."
            )
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    reference = TrapField(label=_("Leave this field empty"))

    def clean_text(self) -> str:
        """Refuse more web addresses than a report needs."""
        text: str = self.cleaned_data["text"]
        most = limits().most_links
        if count_links(text) > most:
            message = ngettext(
                "Leave %(most)s web address at most: advertising has many of them.",
                "Leave %(most)s web addresses at most: advertising has many of them.",
                most,
            )
            raise forms.ValidationError(message % {"most": most})
        return text
