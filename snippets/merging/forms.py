"""What the person who merges two entries is asked."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.widgets import AdminSnippetChooser

from snippets.models import Organisation

from .choices import KEPT, MERGED, Choice, Option


class EntryChooser(AdminSnippetChooser):
    """The chooser of an entry, filled in from an address that anybody may write."""

    def get_instance(self, value: Any) -> Organisation | None:
        try:
            found: Organisation | None = super().get_instance(value)
        except ValueError:
            return None
        return found


class KeptForm(forms.Form):
    """Asks which entry stays."""

    into = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Entry that stays")
    )

    def __init__(self, *args: Any, merged: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["into"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells mypy
        others = Organisation.objects.exclude(pk=merged.pk)
        field.queryset = others.select_related("parent", "logo", "merged_into")
        field.widget = EntryChooser(Organisation)


class ChoicesForm(forms.Form):
    """Asks of each field that differs which entry's value stays."""

    token = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, choices: list[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.compared = choices
        for choice in choices:
            self.fields[choice.key] = forms.ChoiceField(
                label=choice.label,
                choices=[(KEPT, _("Entry that stays")), (MERGED, _("Merged entry"))],
                widget=forms.RadioSelect,
                initial=choice.default,
            )

    def rows(self) -> Iterator[tuple[str, list[tuple[Any, Option]]]]:
        """Yield a label a row, and a button with what it stands for a column."""
        for choice in self.compared:
            buttons = self[choice.key].subwidgets
            options = (choice.kept, choice.merged)
            yield choice.label, list(zip(buttons, options, strict=True))

    @property
    def chosen(self) -> dict[str, str]:
        """Which entry's values stay, by the key of the choice."""
        return {choice.key: self.cleaned_data[choice.key] for choice in self.compared}
