"""What the reports about the search share."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permissions import policy_registry

from snippets.formulas import disarm

MENU_HOOK = "register_search_menu_item"


class SearchReportView(ReportView):
    """A report; its CSV export cannot run as a formula, though readers wrote it."""

    is_searchable = True

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        cell = super().preprocess_field_value(field, value, export_format)
        # XLSX cells carry their type, a CSV cell is what the spreadsheet takes it for.
        is_untyped = export_format == self.FORMAT_CSV and isinstance(cell, str)
        return disarm(cell) if is_untyped else cell


class SearchReportViewSet(ViewSet):
    """The addresses of a report, and its place in the menu of those who may read it.

    `permission_required` is an action over `model`.
    """

    model: Any
    permission_required: str
    report_view_class: type[SearchReportView]
    menu_hook = MENU_HOOK

    @property
    def permission_policy(self) -> BasePermissionPolicy:
        """What says who may do something with the model."""
        return policy_registry.get_by_type(self.model)

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        """An entry of the menu that only those see who may open it."""

        def is_shown(_item: MenuItem, request: HttpRequest) -> bool:
            policy, action = self.permission_policy, self.permission_required
            return bool(policy.user_has_permission(request.user, action))

        return type("ReportMenuItem", (MenuItem,), {"is_shown": is_shown})

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        shared = {
            "permission_policy": self.permission_policy,
            "permission_required": self.permission_required,
            "index_url_name": self.get_url_name("index"),
            "index_results_url_name": self.get_url_name("index_results"),
            "page_title": self.menu_label,
            "header_icon": self.icon,
            "export_filename": self.url_prefix,
        }
        return {**super().get_common_view_kwargs(**kwargs), **shared, **kwargs}

    def get_urlpatterns(self) -> list[URLPattern]:
        view = self.report_view_class
        results = self.construct_view(view, results_only=True)
        return [
            path("", self.construct_view(view), name="index"),
            path("results/", results, name="index_results"),
        ]
