"""The chooser of clauses: by words, among all drafts."""

from typing import Any

from django import forms
from django.db.models import Q
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import (
    BaseChooseView,
    ChooseResultsView,
    ChooseView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet

from .models import ClauseWording
from .models.clause import ClauseQuerySet


class ClauseFilterForm(BaseFilterForm):
    """Finds clauses by words of any of their wordings, or by number."""

    q = forms.CharField(label=_("Words or number"), required=False, max_length=200)

    def filter(self, clauses: ClauseQuerySet) -> ClauseQuerySet:
        """Return the clauses that have every word in one of their wordings."""
        self.search_query = self.cleaned_data.get("q", "")
        self.is_searching = bool(self.search_query)
        for word in self.search_query.split():
            wordings = ClauseWording.objects.filter(
                Q(text__icontains=word) | Q(number=word)
            )
            clauses = clauses.filter(pk__in=wordings.values("clause"))
        return clauses


class InOrderOfTheText(BaseChooseView):
    """Lists clauses as the newest draft has them, and names that draft."""

    filter_form_class = ClauseFilterForm
    ordering = ["-latest_date", "latest_order"]

    @property
    def columns(self) -> list[Column]:
        columns: list[Any] = super().columns
        return [*columns, Column("latest_draft", label=_("Draft"))]


class ClauseChooseView(InOrderOfTheText, ChooseView):
    """The dialogue that a clause is chosen in."""


class ClauseChooseResultsView(InOrderOfTheText, ChooseResultsView):
    """The part of the dialogue that follows the words searched for."""


class ClauseChooserViewSet(ChooserViewSet):
    """Lets an editor point at a clause by its words."""

    model = "programmes.Clause"
    icon = "list-ul"
    choose_one_text = _("Choose a clause")
    choose_another_text = _("Choose another clause")
    choose_view_class = ClauseChooseView
    choose_results_view_class = ClauseChooseResultsView
    per_page = 30

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return the addresses without the one that creates: drafts make clauses."""
        patterns: list[URLPattern] = super().get_urlpatterns()
        return [pattern for pattern in patterns if pattern.name != "create"]


clause_chooser_viewset = ClauseChooserViewSet("clause_chooser")
