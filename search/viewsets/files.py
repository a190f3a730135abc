"""The report of files whose text could not be read."""

from typing import Any

from django.db.models import QuerySet
from django.forms import RadioSelect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.documents import get_document_model

from search.models import DocumentText, ReadingState

from .reports import SearchReportView, SearchReportViewSet

NOT_FAILED = (ReadingState.WAITING, ReadingState.READ)
REASONS = [choice for choice in ReadingState.choices if choice[0] not in NOT_FAILED]


class UnreadFileFilterSet(WagtailFilterSet):
    """Narrows the report to one reason."""

    state = ChoiceFilter(
        label=pgettext_lazy("why a file was not read", "Reason"),
        choices=REASONS,
        empty_label=_("All"),
        widget=RadioSelect,
    )

    class Meta:
        model = DocumentText
        fields: list[str] = []


class UnreadFilesView(SearchReportView):
    """Documents found by their titles only, and why; each reader's own to change."""

    model = DocumentText
    filterset_class = UnreadFileFilterSet
    search_fields = ["document__title"]
    default_ordering = "-read_at"
    no_results_message = _("There are no such files.")
    columns = [
        TitleColumn(
            "document.title",
            label=pgettext_lazy("a file", "Document"),
            get_url=lambda row: reverse("wagtaildocs:edit", args=[row.document_id]),
            sort_key="document__title",
            width="50%",
        ),
        Column(
            "get_state_display",
            label=pgettext_lazy("why a file was not read", "Reason"),
            sort_key="state",
        ),
        DateColumn("read_at", label=_("Last tried"), sort_key="read_at"),
    ]
    list_export = ["document.title", "get_state_display", "read_at"]
    export_headings = {
        "document.title": pgettext_lazy("a file", "Document"),
        "get_state_display": pgettext_lazy("why a file was not read", "Reason"),
        "read_at": _("Last tried"),
    }

    def get_base_queryset(self) -> QuerySet[DocumentText]:
        documents = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, [self.permission_required]
        )
        unread = DocumentText.objects.exclude(state__in=NOT_FAILED)
        return unread.filter(document__in=documents).select_related("document")

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by(self.ordering, "pk")


class UnreadFilesViewSet(SearchReportViewSet):
    """The report of files that were not read."""

    name = "unread_files"
    url_prefix = "unread-files"
    icon = "doc-empty"
    menu_label = _("Files that were not read")
    menu_name = "unread-files"
    menu_order = 920
    model = get_document_model()
    permission_required = "change"
    report_view_class = UnreadFilesView
