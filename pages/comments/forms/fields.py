"""Form fields that take in text without what is no text, and how they are printed."""

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext

from pages.comments.models import LONGEST_TEXT
from pages.comments.sending.cleaning import clean_line, clean_text

ROWS = 6


class FieldRenderer(DjangoTemplates):
    """Prints a field as the public pages do: label, hint, error, then the input."""

    field_template_name = "public_comments/components/field.html"


class LineField(forms.CharField):
    """A text of one line; what is shown again after an error is cleaned too."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(clean_line(value) if value else value)

    def bound_data(self, data: Any, initial: Any) -> Any:
        return clean_line(data) if data else data


class AddressField(LineField, forms.EmailField):
    """An e-mail address."""


class TrapField(LineField):
    """A field that people neither see nor reach; what fills it in is a program."""

    is_trap = True

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"tabindex": "-1", "autocomplete": "off"}
        kwargs.update(required=False, widget=forms.TextInput(attrs=attrs))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """Refuse any value; a person is shown the field then, and may empty it."""
        if super().clean(value):
            self.widget.attrs.pop("tabindex", None)
            raise forms.ValidationError(
                gettext("Leave this field empty: only programs fill it in.")
            )
        return ""


class TextField(forms.CharField):
    """A text of several lines.

    The browser gets no limit: it would cut a longer text that is pasted, silently.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_TEXT)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": ROWS}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(clean_text(value) if value else value)

    def bound_data(self, data: Any, initial: Any) -> Any:
        return clean_text(data) if data else data

    def widget_attrs(self, widget: forms.Widget) -> Any:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs
