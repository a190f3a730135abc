"""The list of mergers: who merged what, and when; each can be undone from here."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.viewsets.base import ViewSet

from snippets.models import OrganisationMerge

from .base import MERGERS, MergersOnly, entry_address, undo_address
from .undo import UndoMergeView


class MergersView(MergersOnly, BaseListingView):
    """Lists the mergers, the newest first."""

    model = OrganisationMerge
    page_title = _("Mergers of organisations")
    index_url_name = f"{MERGERS}:index"
    paginate_by = 50
    verbose_name_plural = OrganisationMerge._meta.verbose_name_plural
    no_results_message = _("No organisations have been merged yet.")

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("merged", label=_("Merged entry"), get_url=undo_address),
            TitleColumn(
                "kept",
                label=_("Entry that stays"),
                get_url=lambda row: entry_address(row.kept),
            ),
            DateColumn("merged_at", label=_("Merged at")),
            UserColumn("merged_by"),
            DateColumn("undone_at", label=_("Undone at")),
        ]

    def get_base_queryset(self) -> Any:
        return OrganisationMerge.objects.select_related(
            "kept", "merged", "merged_by__wagtail_userprofile"
        )


class MergersViewSet(ViewSet):
    """The addresses of the mergers."""

    name = MERGERS
    url_prefix = "organisation-mergers"
    icon = "group"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.construct_view(MergersView), name="index"),
            path("<int:pk>/undo/", self.construct_view(UndoMergeView), name="undo"),
        ]


mergers_viewset = MergersViewSet()
