"""The report of queries that found nothing, and what can be done about one."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Max, QuerySet, Sum
from django.forms import RadioSelect
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import (
    ButtonsColumnMixin,
    Column,
    NumberColumn,
    TitleColumn,
)
from wagtail.admin.widgets.button import Button
from wagtail.contrib.search_promotions.views import CreateView

from search.models import MissedQuery
from search.queries.missed import LONGEST, forget_old

from .reports import SearchReportView, SearchReportViewSet

ADD_SYNONYM = "participation_search.add_synonym"
ADD_PROMOTION = "wagtailsearchpromotions.add_searchpromotion"
NAMESPACE = "missed_queries"
SYNONYMS = "wagtailsnippets_participation_search_synonym"

Row = dict[str, Any]


class QueryColumn(ButtonsColumnMixin, TitleColumn):
    """A query, and what those who may can do about it."""

    def get_buttons(self, instance: Row, parent_context: Any) -> list[Button]:
        user = parent_context["request"].user
        buttons = []
        if user.has_perm(ADD_SYNONYM):
            add = reverse(f"{SYNONYMS}:add")
            words = {"words": instance["text"], "language": instance["language"]}
            buttons.append(
                Button(_("Add synonyms"), url=f"{add}?{urlencode(words)}", priority=10)
            )
        if user.has_perm(ADD_PROMOTION):
            promote = reverse(f"{NAMESPACE}:promote")
            query = urlencode({"query": instance["text"]})
            buttons.append(
                Button(_("Promote a page"), url=f"{promote}?{query}", priority=20)
            )
        return buttons


class MissedQueryFilterSet(WagtailFilterSet):
    """Narrows the report to some days and a language."""

    days = ChoiceFilter(
        label=pgettext_lazy("how far back a report goes", "Period"),
        method="of_last_days",
        choices=[
            (7, gettext_lazy("The last 7 days")),
            (30, gettext_lazy("The last 30 days")),
        ],
        empty_label=gettext_lazy("The last 90 days"),
        widget=RadioSelect,
    )
    language = ChoiceFilter(
        label=gettext_lazy("Language"),
        choices=settings.WAGTAIL_CONTENT_LANGUAGES,
        empty_label=gettext_lazy("All"),
        widget=RadioSelect,
    )

    class Meta:
        model = MissedQuery
        fields: list[str] = []

    def of_last_days(self, rows: QuerySet[Any], name: str, days: str) -> QuerySet[Any]:
        """Keep what was asked today or on the days before."""
        first = timezone.localdate() - timedelta(days=int(days) - 1)
        return rows.filter(day__gte=first)


class MissedQueriesView(SearchReportView):
    """Queries that found nothing, with those that were asked most at the top."""

    model = MissedQuery
    filterset_class = MissedQueryFilterSet
    search_fields = ["text"]
    default_ordering = "-times"
    no_results_message = gettext_lazy("There are no such queries.")
    columns = [
        QueryColumn(
            "text", label=pgettext_lazy("report", "Query"), sort_key="text", width="50%"
        ),
        Column(
            "language",
            label=gettext_lazy("Language"),
            accessor=lambda row: named(row["language"]),
        ),
        NumberColumn("times", label=pgettext_lazy("report", "Times"), sort_key="times"),
        Column(
            "newest",
            label=gettext_lazy("Last searched on"),
            accessor=lambda row: date_format(row["newest"], "SHORT_DATE_FORMAT"),
            sort_key="newest",
        ),
    ]
    list_export = ["text", "language", "times", "newest"]
    export_headings = {
        "text": pgettext_lazy("report", "Query"),
        "language": gettext_lazy("Language"),
        "times": pgettext_lazy("report", "Times"),
        "newest": gettext_lazy("Last searched on"),
    }

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        forget_old()
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def get_base_queryset(self) -> QuerySet[Any, Any]:
        queries = MissedQuery.objects.values("text", "language")
        return queries.annotate(times=Sum("number"), newest=Max("day"))

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by(self.ordering, "text", "language")


class PromoteView(CreateView):
    """Wagtail's form for promoted results, begun from `?query=…`."""

    def get_initial(self) -> dict[str, Any]:
        return {"query_string": self.request.GET.get("query", "")[:LONGEST]}


class MissedQueriesViewSet(SearchReportViewSet):
    """The report of queries that found nothing."""

    name = NAMESPACE
    url_prefix = "missed-queries"
    icon = "search"
    menu_label = gettext_lazy("Queries that found nothing")
    menu_name = "missed-queries"
    menu_order = 910
    model = MissedQuery
    permission_required = "view"
    report_view_class = MissedQueriesView

    def get_urlpatterns(self) -> list[URLPattern]:
        # What is asked of the form is Wagtail's to decide, not the report's.
        promote = path("promote/", PromoteView.as_view(), name="promote")
        return [*super().get_urlpatterns(), promote]


def named(language: str) -> str:
    """Return the name of a language that the site has, else its code."""
    return str(dict(settings.WAGTAIL_CONTENT_LANGUAGES).get(language, language))
