"""Makes the next version, or the next year's programme."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log

from pages.programmes.models import ProgrammeDraftPage, ProgrammePage
from pages.programmes.models.status import DraftStatus
from pages.programmes.versions import next_number, next_version, next_year

from .base import DraftView


class VersionForm(forms.Form):
    """What is asked of the version to be made."""

    number = forms.IntegerField(
        label=gettext_lazy("Version number"), min_value=1, max_value=9999
    )
    date = forms.DateField(
        label=gettext_lazy("Date of the version"), widget=AdminDateInput
    )
    label = forms.CharField(
        label=gettext_lazy("Label"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("For example “after the second meeting”."),
    )

    def __init__(self, *args: Any, base: ProgrammeDraftPage, **kwargs: Any) -> None:
        proposed = {"number": next_number(base), "date": timezone.localdate()}
        kwargs["initial"] = proposed | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.base = base

    def clean_number(self) -> int:
        number: int = self.cleaned_data["number"]
        siblings = ProgrammeDraftPage.objects.sibling_of(self.base)
        if siblings.filter(number=number).exists():
            raise forms.ValidationError(_("There is a version of that number."))
        return number


class NextVersionView(DraftView):
    """Asks number, date and label; a POST makes the version."""

    page_title = gettext_lazy("Next version")
    template_name = "programmes/admin/next.html"
    header_icon = "copy"

    def may_open(self) -> bool:
        """Whether the user may add a version to the programme."""
        parent = self.draft.get_parent().permissions_for_user(self.request.user)
        return super().may_open() and bool(parent.can_add_subpage())

    def get_form(self) -> forms.Form:
        """Return the form, filled in where it was sent."""
        data = self.request.POST if self.request.method == "POST" else None
        return VersionForm(data, base=self.draft)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = kwargs.get("form") or self.get_form()
        context |= {
            "draft": self.draft,
            "form": form,
            "media": context.get("media", forms.Media()) + form.media,
            "submit_button_label": _("Make the version"),
            "submit_button_active_label": _("Making…"),
        }
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        made = self.make(form)
        data = {"base": str(self.draft)}
        log(made, "programmes.make_version", user=request.user, data=data)
        messages.success(request, _("“%(title)s” is made.") % {"title": made.title})
        return redirect(reverse("wagtailadmin_pages:edit", args=[made.pk]))

    def make(self, form: forms.Form) -> ProgrammeDraftPage:
        """Make what the form asks for."""
        return next_version(self.draft, user=self.request.user, **form.cleaned_data)


class NextYearView(NextVersionView):
    """Makes the programme of the next year from an adopted version."""

    page_title = gettext_lazy("Next year's programme")
    template_name = "programmes/admin/next_year.html"

    def may_open(self) -> bool:
        """Whether the version is adopted and the user may add a programme."""
        index = self.draft.get_parent().get_parent()
        return (
            super().may_open()
            and self.draft.status == DraftStatus.ADOPTED
            and bool(index.permissions_for_user(self.request.user).can_add_subpage())
        )

    def get_form(self) -> forms.Form:
        """Return a form that asks nothing but whether the year is there already."""
        data = self.request.POST if self.request.method == "POST" else None
        return NextYearForm(data, base=self.draft)

    def make(self, form: forms.Form) -> ProgrammeDraftPage:
        """Make the programme and its first version."""
        return next_year(self.draft, user=self.request.user)


class NextYearForm(forms.Form):
    """Refuses a year that has a programme already."""

    def __init__(self, *args: Any, base: ProgrammeDraftPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programme = base.get_parent().specific

    def clean(self) -> dict[str, Any]:
        year = self.programme.year + 1
        same = ProgrammePage.objects.sibling_of(self.programme).filter(year=year)
        if same.exists():
            message = _("There is a programme for %(year)s already.")
            raise forms.ValidationError(message % {"year": year})
        return self.cleaned_data
