"""One step with a comment or an answer: what follows, what it asks, a button."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from pages.comments.models import OfficialAnswer, PublicComment
from pages.comments.office.authorship import content_of

from .answer_steps import ANSWER_STEPS
from .desk_steps import STEPS
from .step import Step
from .step_forms import HeadForm

ANSWER_EDIT = "wagtailsnippets_public_comments_officialanswer:edit"


class StepView(
    BaseObjectMixin, PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView
):
    """Explains a step; a POST takes it."""

    any_permission_required = ["change", "view"]
    template_name = "public_comments/admin/step.html"
    index_url_name = ""
    inspect_url_name = ""
    object: Any
    steps: Mapping[str, Step] = {}
    step_name = ""
    # What the steps call the thing that they are taken with.
    thing = ""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not request.user.has_perm(self.step.right):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    @cached_property
    def step(self) -> Step:
        """The step that the view is for."""
        return self.steps[self.step_name]

    @property
    def desk_url(self) -> str:
        """The address of the page about the thing."""
        return reverse(self.inspect_url_name, args=[self.object.pk])

    def get_form(self) -> forms.Form:
        """Return the form, filled in where it was sent."""
        data = self.request.POST if self.request.method == "POST" else None
        return self.step.form(data)

    def get_page_title(self) -> str:
        return str(self.step.label)

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {
                "url": reverse(self.index_url_name),
                "label": capfirst(self.model._meta.verbose_name_plural),
            },
            {"url": self.desk_url, "label": self.get_page_subtitle()},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = kwargs.get("form") or self.get_form()
        context |= {
            "object": self.object,
            "step": self.step,
            "refusal": self.step.refusal(self.object, self.request.user),
            "form": form,
            "desk_url": self.desk_url,
            "media": context.get("media", forms.Media()) + form.media,
            "submit_button_label": self.step.label,
            "submit_button_active_label": _("Saving…"),
        }
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            with transaction.atomic():
                made = self.step.take(
                    **{self.thing: self.object},
                    user=request.user,
                    **form.cleaned_data,
                )
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
            return redirect(self.desk_url)
        self.object = self.get_object()
        self.say_done()
        return redirect(self.get_success_url(made))

    def get_success_url(self, made: Any) -> str:
        """Return where to go on: to an answer that was started, else back."""
        is_new = isinstance(made, OfficialAnswer) and made != self.object
        return reverse(ANSWER_EDIT, args=[made.pk]) if is_new else self.desk_url

    def say_done(self) -> None:
        """Say what is done, or where the thing is now."""
        if self.step.done:
            messages.success(self.request, self.step.done)
            return
        values = {"thing": self.object, "state": self.object.get_state_display()}
        messages.success(self.request, _("%(thing)s is now: %(state)s.") % values)


class CommentStepView(StepView):
    """A step with a comment."""

    model = PublicComment
    steps = STEPS
    thing = "comment"

    def get_form(self) -> forms.Form:
        if self.step.form is not HeadForm:
            return super().get_form()
        data = self.request.POST if self.request.method == "POST" else None
        return HeadForm(data, comment=self.object)


class AnswerStepView(StepView):
    """A step with an official answer."""

    model = OfficialAnswer
    steps = ANSWER_STEPS
    thing = "answer"

    def get_form(self) -> forms.Form:
        form = super().get_form()
        if "shown" in form.fields:
            form.initial["shown"] = content_of(self.object)
        return form

    def say_done(self) -> None:
        if self.step_name == "revise":
            messages.success(self.request, _("A new version was started"))
        else:
            super().say_done()
