"""What somebody fills in to see or erase the own data."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import AddressField, FieldRenderer


class AskForm(forms.Form):
    """The e-mail that the comments were sent with."""

    default_renderer = FieldRenderer

    email = AddressField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("The one that you gave with your comments."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Write your e-mail.")},
    )


class EraseForm(forms.Form):
    """What an author may have erased beyond what is private."""

    default_renderer = FieldRenderer

    with_public_name = forms.BooleanField(
        label=_("Erase my published name too"),
        required=False,
        help_text=_("You take back the consent to publish it."),
    )
    with_links = forms.BooleanField(
        label=_("Let the private links to follow the comment stop working"),
        required=False,
        help_text=_("They hold no contact data. Without them you see it as others do."),
    )

    def __init__(self, data: Any = None, *, has_public_name: bool) -> None:
        super().__init__(data)
        if not has_public_name:
            del self.fields["with_public_name"]
