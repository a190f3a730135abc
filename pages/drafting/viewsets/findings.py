"""The chooser of findings: by words, the newest meeting first."""

from typing import Any

from django import forms
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
from wagtail.models import Locale

from pages.meetings.models.finding import FindingQuerySet


class FindingFilterForm(BaseFilterForm):
    """Finds findings by their words."""

    q = forms.CharField(label=_("Words"), required=False, max_length=200)

    def filter(self, findings: FindingQuerySet) -> FindingQuerySet:
        """Return the findings that have every word."""
        self.search_query = self.cleaned_data.get("q", "")
        self.is_searching = bool(self.search_query)
        for word in self.search_query.split():
            findings = findings.filter(text__icontains=word)
        return findings


class ByMeeting(BaseChooseView):
    """Lists the findings of the reports as written, not of their translations."""

    filter_form_class = FindingFilterForm
    ordering = ["-page__date", "sort_order"]

    def get_object_list(self) -> FindingQuerySet:
        findings: FindingQuerySet = super().get_object_list()
        return findings.filter(locale=Locale.get_default()).select_related("page")

    @property
    def columns(self) -> list[Column]:
        columns: list[Any] = super().columns
        return [*columns, Column("page", label=_("Meeting"))]


class FindingChooseView(ByMeeting, ChooseView):
    """The dialogue that a finding is chosen in."""


class FindingChooseResultsView(ByMeeting, ChooseResultsView):
    """The part of the dialogue that follows the words searched for."""


class FindingChooserViewSet(ChooserViewSet):
    """Lets staff point at a finding by its words."""

    model = "meetings.Finding"
    icon = "comment"
    choose_one_text = _("Choose a finding")
    choose_another_text = _("Choose another finding")
    choose_view_class = FindingChooseView
    choose_results_view_class = FindingChooseResultsView
    per_page = 30

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return the addresses without the one that creates: reports make findings."""
        patterns: list[URLPattern] = super().get_urlpatterns()
        return [pattern for pattern in patterns if pattern.name != "create"]


finding_chooser_viewset = FindingChooserViewSet("finding_chooser")
