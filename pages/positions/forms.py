"""What members and contact persons fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from pages.comments.forms import CorrectionForm
from pages.comments.forms.fields import FieldRenderer, LineField

from .codes import LONGEST_TYPED


class CodeForm(forms.Form):
    """The code of an organisation, as it was handed over."""

    default_renderer = FieldRenderer

    code = LineField(
        label=_("Code of your organisation"),
        max_length=LONGEST_TYPED,
        help_text=_(
            "16 letters and digits, for example 7KQM-2XWP-9FTC-HB4V. Capitals, dashes "
            "and spaces make no difference."
        ),
        error_messages={"required": _("Write the code.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters"}
        ),
    )


class DraftForm(CorrectionForm):
    """A member's draft."""

    author = LineField(
        label=_("Who writes this (optional)"),
        required=False,
        max_length=190,
        help_text=_(
            "Your organisation sees it, so that it can ask you. The office and the "
            "public never do."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class ItemForm(CorrectionForm):
    """What the position says of one clause."""
