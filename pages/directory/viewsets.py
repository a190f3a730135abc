"""Reports of errors in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn

from pages.comments.viewsets.base import KeptViewSet

from .admin_views import CloseView, ReportView
from .models import DataErrorReport, ReportState


class ErrorReportViewSet(KeptViewSet):
    """Reports of errors: read and closed, and deleted where the law asks for it."""

    model = DataErrorReport
    base_url_path = "error-reports"
    icon = "warning"
    menu_label = _("Reported errors")
    menu_name = "error-reports"
    menu_order = 210  # right below the registers
    add_to_admin_menu = True
    views = ("delete",)
    inspect_view_class = ReportView
    list_display = [
        "__str__",
        Column("organisation", label=_("Organisation"), width="40%"),
        Column("get_subject_display", label=_("What is wrong")),
        StatusTagColumn(
            "get_state_display",
            label=_("State"),
            primary=lambda report: report.state == ReportState.NEW,
        ),
        DateColumn("created_at", label=_("Sent"), sort_key="created_at"),
    ]
    list_filter = ["state", "subject"]
    inspect_view_fields = [
        "organisation",
        "subject",
        "text",
        "email",
        "created_at",
        "state",
        "handled_by",
        "handled_at",
        "note",
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return DataErrorReport.objects.select_related("organisation")

    def get_urlpatterns(self) -> list[URLPattern]:
        close = path("close/<int:pk>/", self.construct_view(CloseView), name="close")
        return [*super().get_urlpatterns(), close]
