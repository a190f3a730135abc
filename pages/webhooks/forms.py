"""The form of a webhook."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .models.choices import CHOOSABLE


class WebhookForm(WagtailAdminModelForm):
    """Name, address and events; who switches one on again gives it a new start."""

    events = forms.MultipleChoiceField(
        label=_("Events"),
        choices=CHOOSABLE,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What the receiver is told of: one message for each change."),
    )

    def save(self, commit: bool = True) -> Any:
        """Save; what went wrong before it was switched on again counts no more."""
        if self.instance.is_active and "is_active" in self.changed_data:
            self.instance.failing_since = self.instance.switched_off_at = None
        return super().save(commit)
