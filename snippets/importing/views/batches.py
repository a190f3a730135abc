"""The imports so far, and the way from each to the step that it is at."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from snippets.models import ImportBatch, ImportRow

from .base import OPEN, ImportersOnly, State, address, step_address


class BatchDispatchView(ImportersOnly, View):
    """The address of an import: it leads to the step that the import is at."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(step_address(get_object_or_404(ImportBatch, pk=kwargs["pk"])))


class BatchListView(ImportersOnly, BaseListingView):
    """Who imported what, when, and what became of it."""

    model = ImportBatch
    page_title = gettext_lazy("Imports of lists")
    paginate_by = 50
    default_ordering = ("-created_at", "-pk")
    columns = [
        TitleColumn(
            "filename",
            label=gettext_lazy("File"),
            width="25%",
            get_url=lambda batch: address("import_batch", batch),
        ),
        DateColumn("created_at", label=gettext_lazy("Uploaded")),
        Column("created_by", label=gettext_lazy("By whom"), accessor="created_by"),
        StatusTagColumn(
            "get_state_display",
            label=gettext_lazy("State"),
            primary=lambda batch: batch.state in OPEN,
        ),
        Column("counts", label=gettext_lazy("Rows"), accessor=lambda b: counted(b)),
        TitleColumn(
            "next",
            label=gettext_lazy("What can be done"),
            accessor=lambda batch: what_next(batch),
            get_url=lambda batch: next_address(batch),
        ),
    ]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [
            HeaderButton(
                _("Import from a spreadsheet"),
                url=address("import_upload"),
                icon_name="upload",
            )
        ]

    def get_index_url(self) -> str:
        return address("imports")

    def get_base_queryset(self) -> QuerySet[ImportBatch]:
        return ImportBatch.objects.select_related("created_by").defer(
            "layout", "columns"
        )

    def get_table_kwargs(self) -> dict[str, Any]:
        caption = _("Imports of lists, the newest first")
        return {**super().get_table_kwargs(), "caption": caption}

    @property
    def no_results_message(self) -> str:
        return _("No list was imported yet.")


def counted(batch: ImportBatch) -> str:
    """Return how many rows came to what: “new: 12, refused: 1”."""
    return ", ".join(
        f"{outcome.label}: {batch.counts[outcome.value]}"
        for outcome in ImportRow.Outcome
        if batch.counts.get(outcome.value)
    )


def what_next(batch: ImportBatch) -> str:
    """Return in a word or two what can be done with an import."""
    if batch.state == State.IMPORTED:
        return _("Undo…")
    if batch.state in (State.CANCELLED, State.UNDONE):
        return _("Read the report")
    if batch.state in OPEN:
        return _("Go on")
    return _("See how far it is")


def next_address(batch: ImportBatch) -> str:
    """Return where that can be done."""
    if batch.state == State.IMPORTED:
        return address("import_undo", batch)
    return step_address(batch)
