"""What is done with many comments at once; each of them is checked by itself."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property, classproperty
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from pages.comments.admin_views.desk_steps import STEPS
from pages.comments.models import OfficialAnswer, PublicComment
from pages.comments.searching import find_comments
from pages.comments.states import SEE_CONTACT
from pages.comments.viewsets.comment_filters import CommentFilterSet

from .answering import draft_answer

# So many are done in one go; who ticks a longer list is told so.
MOST_AT_ONCE = 500


class CommentBulkAction(SnippetBulkAction):
    """Takes one step with each comment that it can be taken with; names the rest."""

    step_name = ""
    template_name = "public_comments/admin/bulk.html"

    @classproperty
    def models(cls) -> list[Any]:  # noqa: N805 - it belongs to the class
        return [PublicComment]

    @cached_property
    def step(self) -> Any:
        """The step that is taken with each."""
        return STEPS[self.step_name]

    @classmethod
    def is_for(cls, user: Any) -> bool:
        """Whether a user may take the step at all."""
        return bool(user.has_perm(STEPS[cls.step_name].right))

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not self.is_for(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_form_class(self) -> type[forms.Form]:
        form: type[forms.Form] = self.step.form
        return form

    def check_perm(self, obj: PublicComment) -> bool:
        """Whether the step can be taken with a comment now."""
        return not self.step.refusal(obj, self.request.user)

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        """Return what the list shows: Wagtail would take all there is."""
        user, data = self.request.user, self.request.GET
        filters = CommentFilterSet(
            data, queryset=PublicComment.objects.all(), request=self.request
        )
        comments = filters.qs if filters.is_valid() else PublicComment.objects.none()
        query = data.get("q", "").strip()
        if "@" in query and user.has_perm(SEE_CONTACT):
            comments = comments.filter(email__iexact=query)
        elif query:
            comments = find_comments(comments, query)
        return comments.order_by("received_at", "pk").values_list("pk", flat=True)

    @classmethod
    def get_queryset(cls, model: Any, object_ids: Iterable[Any]) -> list[Any]:
        keys = [key for key in object_ids if str(key).isdecimal()]
        comments = PublicComment.objects.filter(pk__in=keys[:MOST_AT_ONCE])
        return list(
            comments.select_related("unit", "organisation").order_by("year", "number")
        )

    def object_context(self, obj: PublicComment) -> dict[str, Any]:
        view = "wagtailsnippets_public_comments_publiccomment:inspect"
        return {"item": obj, "edit_url": reverse(view, args=[obj.pk])}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context |= {
            "title": self.display_name,
            "said": self.said,
            "most": MOST_AT_ONCE,
            "is_cut": len(context["items"]) + len(context["items_with_no_access"])
            >= MOST_AT_ONCE,
        }
        return context

    @property
    def said(self) -> Any:
        """What follows from the step."""
        return self.step.said

    def prepare_action(
        self, objects: list[Any], objects_without_access: Any
    ) -> HttpResponse | None:
        """Name what is left out."""
        left = objects_without_access["items_with_no_access"]
        if left:
            names = ", ".join(str(comment) for comment in left)
            words = _("Left out, since it cannot be done with them now: %(names)s.")
            messages.warning(self.request, words % {"names": names})
        return None

    @classmethod
    def execute_action(cls, objects: list[Any], **kwargs: Any) -> tuple[int, int]:
        return kwargs["self"].take(objects), 0

    def take(self, comments: list[PublicComment]) -> int:
        """Take the step with each; return with how many it was taken."""
        done = 0
        values = self.cleaned_form.cleaned_data
        for comment in comments:
            try:
                with transaction.atomic():
                    self.step.take(comment=comment, user=self.request.user, **values)
                done += 1
            except ValidationError as error:
                messages.error(self.request, " ".join(error.messages))
        return done

    def get_success_message(self, num_parent_objects: int, _children: int) -> Any:
        if not num_parent_objects:
            return None
        words = ngettext(
            "Done with %(n)s comment.", "Done with %(n)s comments.", num_parent_objects
        )
        return words % {"n": num_parent_objects}


class PublishComments(CommentBulkAction):
    """Publishes comments."""

    step_name = action_type = "publish"
    display_name = STEPS["publish"].label
    aria_label = gettext_lazy("Publish the comments ticked")
    action_priority = 10


class AssignComments(CommentBulkAction):
    """Assigns comments to a unit."""

    step_name = action_type = "assign"
    display_name = STEPS["assign"].label
    aria_label = gettext_lazy("Assign the comments ticked to a unit")
    action_priority = 20


class AnswerComments(CommentBulkAction):
    """Starts one answer to several comments and to their duplicates."""

    step_name = "draft_answer"
    action_type = "answer"
    display_name = gettext_lazy("Answer together")
    aria_label = gettext_lazy("Answer the comments ticked together")
    action_priority = 30
    answer: OfficialAnswer | None = None

    def take(self, comments: list[PublicComment]) -> int:
        if not comments:
            return 0
        try:
            self.answer = draft_answer(comments=comments, user=self.request.user)
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
            return 0
        return len(comments)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        if self.answer is None:
            return response
        view = "wagtailsnippets_public_comments_officialanswer:edit"
        return redirect(reverse(view, args=[self.answer.pk]))


class GroupComments(CommentBulkAction):
    """Groups comments that say the same; the first by number heads them."""

    step_name = action_type = "group"
    display_name = gettext_lazy("Group as duplicates")
    aria_label = gettext_lazy("Group the comments ticked as duplicates")
    action_priority = 40

    def get_form_class(self) -> type[forms.Form]:
        return forms.Form

    @property
    def said(self) -> Any:
        return _(
            "The others are marked as duplicates of the first by number. All stay "
            "listed, and one answer covers them."
        )

    def take(self, comments: list[PublicComment]) -> int:
        if len(comments) < 2:
            messages.error(self.request, _("Tick at least two comments to group them."))
            return 0
        head, *others = comments
        done = 0
        for comment in others:
            try:
                self.step.take(comment=comment, user=self.request.user, head=head)
                done += 1
            except ValidationError as error:
                messages.error(self.request, " ".join(error.messages))
        return done


class HideComments(CommentBulkAction):
    """Hides comments for one reason."""

    step_name = action_type = "hide"
    display_name = STEPS["hide"].label
    aria_label = gettext_lazy("Hide the comments ticked")
    action_priority = 50
    classes: ClassVar[set[str]] = {"serious"}


BULK_ACTIONS = (
    PublishComments,
    AssignComments,
    AnswerComments,
    GroupComments,
    HideComments,
)
