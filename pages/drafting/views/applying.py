"""Makes the next version from the agreed amendments, after showing the redline."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from pages.drafting.applying import Application, make_version, prepare
from pages.drafting.gate import changes_in
from pages.programmes.admin_views.base import DraftView
from pages.programmes.admin_views.versions import VersionForm


class ApplyForm(VersionForm):
    """What is asked of the version to be made; `digest` is what was shown."""

    digest = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        initial = {"digest": application.digest}
        super().__init__(*args, base=application.base, initial=initial, **kwargs)
        self.application = application

    def clean(self) -> dict[str, Any]:
        """Refuse to make anything but what was shown."""
        if self.cleaned_data.get("digest") != self.application.digest:
            self.data = {**dict(self.data.items()), "digest": self.application.digest}
            message = _("Something changed meanwhile: look at the changes again.")
            raise forms.ValidationError(message)
        return self.cleaned_data


class ApplyAmendmentsView(DraftView):
    """Shows what the agreed amendments make of a version; a POST makes it."""

    page_title = gettext_lazy("Apply agreed amendments")
    template_name = "drafting/apply.html"

    def may_open(self) -> bool:
        """Whether the user may add a version to the programme."""
        parent = self.draft.get_parent().permissions_for_user(self.request.user)
        return super().may_open() and bool(parent.can_add_subpage())

    @cached_property
    def application(self) -> Application:
        """The amendments applied to a copy of the version."""
        return prepare(self.draft)

    def get_form(self) -> ApplyForm:
        """Return the form, filled in where it was sent."""
        data = self.request.POST if self.request.method == "POST" else None
        return ApplyForm(data, application=self.application)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = kwargs.get("form") or self.get_form()
        context |= {
            "application": self.application,
            "changes": changes_in(self.application.redline),
            "submit_button_label": _("Make the version"),
            "submit_button_active_label": _("Making…"),
            "draft": self.draft,
            "form": form,
            "media": context.get("media", forms.Media()) + form.media,
        }
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if not self.application.can_apply or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        values = {name: form.cleaned_data[name] for name in ("number", "date", "label")}
        draft = make_version(self.application, user=request.user, **values)
        codes = ", ".join(a.code for a in self.application.amendments)
        log(
            draft, "drafting.apply_amendments", user=request.user, data={"codes": codes}
        )
        messages.success(
            request, _("Version %(number)s is made.") % {"number": draft.number}
        )
        return redirect(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
