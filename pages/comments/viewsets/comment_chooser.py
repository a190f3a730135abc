"""The choice of a comment to be answered, for those who may see the register."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)

from pages.comments.models import PublicComment
from pages.comments.searching import find_comments
from pages.comments.states import ANSWERABLE


class CommentFilterForm(BaseFilterForm):
    """Finds comments by their words or number."""

    q = forms.CharField(label=_("Words or number"), required=False, max_length=200)

    def filter(self, comments: Any) -> Any:
        """Return the comments that have the number, or every word."""
        self.search_query = self.cleaned_data.get("q", "")
        self.is_searching = bool(self.search_query)
        if not self.is_searching:
            return comments
        return find_comments(comments, self.search_query)


class ForTheRegister:
    """Refuses whoever may not see the register."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        policy = policy_registry.get_by_type(PublicComment)
        if not policy.user_has_any_permission(request.user, ["view", "change"]):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # the view it is mixed into has it
        return response


class Answerable(ForTheRegister):
    """Lists what an answer may be drafted for, with enough to tell it by."""

    filter_form_class = CommentFilterForm
    ordering = ["-received_at", "-pk"]

    def get_object_list(self) -> Any:
        comments = PublicComment.objects.filter(state__in=ANSWERABLE).defer("words")
        return comments.select_related("organisation", "unit")

    @property
    def columns(self) -> list[Column]:
        return [
            *super().columns,  # type: ignore[misc]  # the view it is mixed into has it
            Column("excerpt", label=_("What it says")),
            Column("label", label=_("Clause")),
            Column("public_author", label=_("Who")),
            Column("unit", label=_("Unit")),
        ]


class CommentChooseView(Answerable, ChooseView):
    """The dialogue that a comment is chosen in."""


class CommentChooseResultsView(Answerable, ChooseResultsView):
    """The part of the dialogue that follows the words searched for."""


class CommentChosenView(ForTheRegister, SnippetChosenView):
    """The comment that was chosen."""


class CommentsChosenView(ForTheRegister, SnippetChosenMultipleView):
    """The comments that were chosen."""


class CommentChooserViewSet(SnippetChooserViewSet):
    """Lets staff point at comments that wait for an answer."""

    choose_one_text = _("Choose a comment")
    choose_another_text = _("Choose another comment")
    choose_view_class = CommentChooseView
    choose_results_view_class = CommentChooseResultsView
    chosen_view_class = CommentChosenView
    chosen_multiple_view_class = CommentsChosenView
    per_page = 50

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return the addresses without the one that creates: intake does that."""
        patterns: list[URLPattern] = super().get_urlpatterns()
        return [pattern for pattern in patterns if pattern.name != "create"]
