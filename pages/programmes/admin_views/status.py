"""The status of a closed version goes on, and nothing else of it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from pages.programmes.models.status import NEXT_STATUSES
from pages.programmes.versions import change_status

from .base import DraftView


class StatusForm(forms.Form):
    """The next status of a closed version."""

    status = forms.ChoiceField(
        label=gettext_lazy("Next status"), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, status: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(s.value, s.label) for s in NEXT_STATUSES.get(status, ())]
        self.fields["status"] = forms.ChoiceField(
            label=self.fields["status"].label,
            widget=forms.RadioSelect,
            choices=choices,
        )


class StatusView(DraftView):
    """Shows which status may follow; a POST sets it."""

    page_title = gettext_lazy("Change the status")
    template_name = "programmes/admin/status.html"
    header_icon = "lock"

    def may_open(self) -> bool:
        """Whether the user may publish the version."""
        return super().may_open() and bool(self.permissions.can_publish())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context |= {
            "draft": self.draft,
            "is_closed": self.draft.frozen_version is not None,
            "has_next": bool(NEXT_STATUSES.get(self.draft.status)),
            "form": kwargs.get("form") or StatusForm(status=self.draft.status),
            "submit_button_label": _("Change the status"),
            "submit_button_active_label": _("Saving…"),
        }
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = StatusForm(request.POST, status=self.draft.status)
        if self.draft.frozen_version is None or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        self.draft = change_status(
            self.draft, status=form.cleaned_data["status"], user=request.user
        )
        messages.success(
            request,
            _("The status is now: %(status)s.")
            % {"status": self.draft.get_status_display()},
        )
        return redirect(self.edit_url)
