"""How far each statutory part of a version has come."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log

from pages.drafting.models import Part, ProgrammePart
from pages.meetings.models import MeetingPage
from pages.programmes.admin_views.base import DraftView


class MeetingField(forms.ModelChoiceField):
    """A choice of meetings, by date, short enough for a table."""

    def label_from_instance(self, meeting: Any) -> str:
        day = date_format(meeting.date, "SHORT_DATE_FORMAT")
        return f"{day} {Truncator(meeting.title).chars(30)}"


class PartForm(forms.ModelForm):
    """The state of one part."""

    meeting = MeetingField(None, required=False, label=gettext_lazy("Meeting"))
    date = forms.DateField(
        required=False,
        widget=AdminDateInput,
        label=gettext_lazy("Date"),
    )

    class Meta:
        model = ProgrammePart
        fields = ["status", "meeting", "date"]


class PartsView(DraftView):
    """The eleven parts of the statute, with the status of each."""

    page_title = gettext_lazy("Statutory parts")
    template_name = "drafting/parts.html"

    @cached_property
    def meetings(self) -> Any:
        """The meetings about the version's programme."""
        programme = self.draft.get_parent()
        meetings = MeetingPage.objects.filter(programme=programme.pk)
        return meetings.defer_streamfields().order_by("date")

    def get_forms(self) -> list[PartForm]:
        """Return a form a part, in the order of the statute."""
        rows = {row.part: row for row in self.draft.parts.all()}
        data = self.request.POST if self.request.method == "POST" else None
        made = []
        for part in Part:
            row = rows.get(part) or ProgrammePart(draft=self.draft, part=part)
            form = PartForm(data, instance=row, prefix=f"part-{part.value}")
            meeting: Any = form.fields["meeting"]
            meeting.queryset = self.meetings
            made.append(form)
        return made

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        made = kwargs.get("forms") or self.get_forms()
        media = sum((form.media for form in made), forms.Media())
        context |= {
            "draft": self.draft,
            "forms": made,
            "submit_button_label": _("Save"),
            "submit_button_active_label": _("Saving…"),
            "media": context.get("media", forms.Media()) + media,
        }
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        made = self.get_forms()
        faults = [form for form in made if not form.is_valid()]
        if faults:
            return self.render_to_response(self.get_context_data(forms=made))
        for form in made:
            form.save()
        log(self.draft, "drafting.change_parts", user=request.user)
        messages.success(request, _("The statutory parts are saved."))
        return redirect(request.path)
