"""The admin form of an amendment."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

# What may still be said of an amendment that a draft has.
OPEN_AFTERWARDS = {"status", "rationale", "agreed_at"}


class AmendmentForm(WagtailAdminModelForm):
    """Refuses changes of what a draft was already made from."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if self.instance.pk and self.instance.is_applied:
            for name in set(self.changed_data) - OPEN_AFTERWARDS:
                message = _("A draft has this amendment already: make a new one.")
                self.add_error(name, message)
        return cleaned
