"""The list of official answers, the page of each, and its form."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import EditView, InspectView

from pages.comments.models import (
    AnswerKeptError,
    AnswerState,
    OfficialAnswer,
    PublicComment,
)
from pages.comments.office.answering import keep_draft, leave_out, missing_in
from pages.comments.office.authorship import content_of, has_written
from pages.comments.office.covering import comments_of
from pages.comments.viewsets.base import NOT_SAVED, KeptIndexView

from .answer_steps import ANSWER_STEPS
from .history import read_history
from .step import steps_for

ANSWER = "wagtailsnippets_public_comments_officialanswer"


class AnswersView(KeptIndexView):
    """The list of answers; each starts from a comment in the register."""

    def get_base_queryset(self) -> Any:
        answers = OfficialAnswer.objects.select_related("unit", "drafted_by")
        answers = answers.annotate(comments=Count("covered"))
        return answers.prefetch_related("covered__comment")


class AnswerView(InspectView):
    """The page of one answer: what it says, what it lacks, what can be done."""

    template_name = "public_comments/admin/answer.html"
    object: OfficialAnswer

    def get_object(self, queryset: Any = None) -> OfficialAnswer:
        answers = OfficialAnswer.objects.select_related(
            "unit", "drafted_by", "approved_by", "previous"
        ).prefetch_related("covered__comment")
        return get_object_or_404(answers, pk=self.pk)

    def get_page_title(self) -> str:
        return _("Official answer")

    def get_edit_url(self) -> str | None:
        return super().get_edit_url() if self.object.is_open else None

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        url = self.get_edit_url()
        return [HeaderButton(_("Edit"), url=url, icon_name="edit")] if url else []

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = super().get_breadcrumbs_items()
        return [item for item in items if item["url"] != self.get_edit_url()]

    def get_fields_context(self) -> list[Any]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        answer, user = self.object, self.request.user
        links = answer.amendments.select_related("amendment__programme")
        context |= {
            "answer": answer,
            "missing": missing_in(answer) if answer.is_open else [],
            "is_own": answer.is_open and has_written(answer, user),
            "shown": content_of(answer),
            "steps": [
                (step, reverse(f"{ANSWER}:{step.name}", args=[answer.pk]))
                for step in steps_for(ANSWER_STEPS, answer, user)
            ],
            "comments": list(
                comments_of(answer).select_related("organisation").defer("words")
            ),
            "amendments": [link.amendment for link in links],
            "may_amend": user.has_perm("drafting.change_amendment"),
            "following": OfficialAnswer.objects.filter(previous=answer).first(),
            "history": read_history(answer),
        }
        return context


class WriteAnswerView(EditView):
    """The form of an answer that is not published; saving it asks for approval anew."""

    page_title = gettext_lazy("Official answer")
    error_message = NOT_SAVED

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not self.user_has_permission("change"):
            raise PermissionDenied
        answer = get_object_or_404(OfficialAnswer, pk=kwargs["pk"])
        if not answer.is_open:
            messages.error(request, str(AnswerKeptError()))
            return redirect(reverse(f"{ANSWER}:inspect", args=[answer.pk]))
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)
        except ValidationError as error:
            for message in error.messages:
                messages.error(self.request, message)
            return redirect(self.get_edit_url())
        return response

    def save_instance(self) -> OfficialAnswer:
        """Save text and rows, and lead the comments to where they belong."""
        user = self.request.user
        stored = OfficialAnswer.objects.select_for_update(of=("self",)).get(
            pk=self.object.pk
        )
        if not stored.is_open:
            raise AnswerKeptError
        before = content_of(stored)
        dropped = self.form.covered_before - self.form.covered_after
        answer: OfficialAnswer = self.form.save()
        for comment in PublicComment.objects.filter(pk__in=dropped):
            leave_out(answer=answer, comment=comment, user=user)
        if content_of(answer) != before:
            keep_draft(answer=answer, user=user)
        return answer

    def get_success_url(self) -> str:
        return reverse(f"{ANSWER}:inspect", args=[self.object.pk])

    def get_success_message(self) -> str | None:
        if self.object.state != AnswerState.DRAFT:
            return None  # nothing was changed: it stays approved
        return _("The draft is saved. Another person has to approve it.")

    def get_success_buttons(self) -> list[Any]:
        return []
