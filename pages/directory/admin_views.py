"""One report of an error in the admin: what it says, and how it is closed."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.snippets.views.snippets import InspectView

from .models import DataErrorReport, ReportState
from .reporting import close_report

REPORT = "wagtailsnippets_directory_dataerrorreport"
ORGANISATION = "wagtailsnippets_snippets_organisation"
CHANGE_ORGANISATION = "snippets.change_organisation"
CLOSED = [state for state in ReportState.choices if state[0] != ReportState.NEW]


class ClosingForm(forms.Form):
    """What became of a report; the button that is pressed says which."""

    state = forms.ChoiceField(choices=CLOSED)
    note = forms.CharField(
        label=gettext_lazy("Note of staff"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "w-w-full"}),
    )


class ReportView(InspectView):
    """The page of one report."""

    template_name = "directory/admin/report.html"

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        """Return a value; a moment by the clock in the office."""
        value = super().get_field_display_value(field_name, field)
        if isinstance(value, datetime):
            return date_format(localtime(value), "DATETIME_FORMAT")
        return "–" if value in (None, "") else value

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        may_close = self.user_has_permission("change")
        is_open = self.object.state == ReportState.NEW
        organisation = [self.object.organisation_id]
        may_change = self.request.user.has_perm(CHANGE_ORGANISATION)
        context |= {
            "form": ClosingForm() if may_close and is_open else None,
            "close_url": reverse(f"{REPORT}:close", args=[self.object.pk]),
            "outcomes": CLOSED,
            "organisation_url": (
                reverse(f"{ORGANISATION}:edit", args=organisation) if may_change else ""
            ),
        }
        return context


class CloseView(PermissionCheckedMixin, BaseObjectMixin, View):
    """Closes a report; it answers POST only."""

    model = DataErrorReport
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = ClosingForm(request.POST)
        try:
            if not form.is_valid():
                raise ValidationError(_("The report was not closed: shorten the note."))
            report = close_report(
                report=self.object, user=request.user, **form.cleaned_data
            )
        except ValidationError as error:
            messages.error(request, error.message)
        else:
            words = {"code": report.code, "state": report.get_state_display()}
            messages.success(request, _("%(code)s is closed: %(state)s.") % words)
        return redirect(reverse(f"{REPORT}:inspect", args=[self.object.pk]))
