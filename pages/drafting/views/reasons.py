"""Why each clause of a version changed: staff give a reason for every change."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.log_actions import log

from pages.drafting.gate import ReasonedChange, changes_of, without_reason
from pages.drafting.models import Amendment, ChangeReason, ReasonsOverride
from pages.drafting.viewsets.findings import finding_chooser_viewset
from pages.programmes.admin_views.base import DraftView
from pages.programmes.models import Clause, ProgrammeDraftPage


class ReasonForm(forms.ModelForm):
    """One reason for all changes that are ticked."""

    changes = forms.MultipleChoiceField(
        widget=forms.MultipleHiddenInput,
        error_messages={"required": gettext_lazy("Tick the changes it is for.")},
    )

    class Meta:
        model = ChangeReason
        fields = ["kind", "amendment", "finding", "note"]
        widgets = {
            "note": AdminAutoHeightTextInput,
            "finding": finding_chooser_viewset.widget_class,
        }

    def __init__(
        self,
        *args: Any,
        draft: ProgrammeDraftPage,
        changes: list[ReasonedChange],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.instance.draft = draft
        amendments = Amendment.objects.filter(programme=draft.get_parent().pk)
        fields: Any = self.fields
        fields["amendment"].queryset = amendments.select_related("programme")
        fields["changes"].choices = [(c.uid, c.label) for c in changes]

    def save_all(self, user: Any) -> int:
        """Save the reason for each change that is ticked; return how many."""
        uids = self.cleaned_data["changes"]
        Clause.objects.bulk_create(
            [Clause(uid=uid) for uid in uids], ignore_conflicts=True
        )
        names = ("kind", "amendment", "finding", "note")
        values = {name: self.cleaned_data[name] for name in names}
        ChangeReason.objects.bulk_create(
            ChangeReason(
                draft=self.instance.draft, clause_id=uid, created_by=user, **values
            )
            for uid in uids
        )
        return len(uids)


class OverrideForm(forms.ModelForm):
    """Why a version is published though some changes have no reason."""

    class Meta:
        model = ReasonsOverride
        fields = ["reason"]
        widgets = {"reason": AdminAutoHeightTextInput}


class ReasonsView(DraftView):
    """Lists the changes of a version with their reasons, and takes new ones."""

    page_title = gettext_lazy("Reasons of changes")
    template_name = "drafting/reasons.html"

    @cached_property
    def changes(self) -> list[ReasonedChange]:
        """The changes since the version it is based on."""
        return changes_of(self.draft)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = kwargs.get("form") or ReasonForm(draft=self.draft, changes=self.changes)
        missing = without_reason(self.changes)
        override = ReasonsOverride.objects.filter(draft=self.draft).first()
        may_override = bool(missing) and not override and self.may_publish
        context |= {
            "draft": self.draft,
            "changes": self.changes,
            "missing": missing,
            "ticked": self.request.POST.getlist("changes"),
            "form": form,
            "override": override,
            "override_form": (kwargs.get("override_form") or OverrideForm())
            if may_override
            else None,
            "media": context.get("media", forms.Media()) + form.media,
        }
        return context

    @property
    def may_publish(self) -> bool:
        """Whether the user may publish the version."""
        return bool(self.permissions.can_publish())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "remove" in request.POST:
            return self._remove(request)
        if "override" in request.POST:
            return self._override(request)
        form = ReasonForm(request.POST, draft=self.draft, changes=self.changes)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        number = form.save_all(request.user)
        log(self.draft, "drafting.give_reasons", user=request.user, data={"n": number})
        messages.success(request, _("The reason is saved."))
        return redirect(request.path)

    def _remove(self, request: HttpRequest) -> HttpResponse:
        pk = request.POST["remove"]
        rows = ChangeReason.objects.filter(draft=self.draft)
        removed = pk.isdecimal() and rows.filter(pk=pk).delete()[0]
        if removed:
            log(self.draft, "drafting.remove_reason", user=request.user)
            messages.success(request, _("The reason is removed."))
        return redirect(request.path)

    def _override(self, request: HttpRequest) -> HttpResponse:
        if not self.may_publish:
            raise PermissionDenied
        existing = ReasonsOverride.objects.filter(draft=self.draft).first()
        form = OverrideForm(request.POST, instance=existing)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(override_form=form))
        form.instance.draft = self.draft
        form.instance.created_by = request.user
        form.save()
        log(
            self.draft,
            "drafting.override_reasons",
            user=request.user,
            data={"reason": form.instance.reason},
        )
        messages.warning(request, _("The version may be published without reasons."))
        return redirect(request.path)
