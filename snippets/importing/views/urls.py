"""The addresses of the wizard, below those of the register of organisations."""

from django.urls import URLPattern, path

from .batches import BatchDispatchView, BatchListView
from .cancel import CancelView
from .columns import ColumnsView
from .decisions import DecideView
from .preview import PreviewView, RunView
from .progress import ProgressView
from .report import RefusedRowsView, ReportView
from .undo import UndoView
from .upload import UploadView


def import_urlpatterns() -> list[URLPattern]:
    """Return the addresses; a batch has one that leads to the step it is at."""
    batch = "imports/<int:pk>/"
    return [
        path("imports/", BatchListView.as_view(), name="imports"),
        path("imports/new/", UploadView.as_view(), name="import_upload"),
        path(batch, BatchDispatchView.as_view(), name="import_batch"),
        path(f"{batch}columns/", ColumnsView.as_view(), name="import_columns"),
        path(f"{batch}progress/", ProgressView.as_view(), name="import_progress"),
        path(f"{batch}preview/", PreviewView.as_view(), name="import_preview"),
        path(
            f"{batch}preview/results/",
            PreviewView.as_view(results_only=True),
            name="import_preview_results",
        ),
        path(f"{batch}decide/", DecideView.as_view(), name="import_decide"),
        path(f"{batch}run/", RunView.as_view(), name="import_run"),
        path(f"{batch}cancel/", CancelView.as_view(), name="import_cancel"),
        path(f"{batch}report/", ReportView.as_view(), name="import_report"),
        path(
            f"{batch}report/results/",
            ReportView.as_view(results_only=True),
            name="import_report_results",
        ),
        path(f"{batch}refused/", RefusedRowsView.as_view(), name="import_refused"),
        path(f"{batch}undo/", UndoView.as_view(), name="import_undo"),
    ]
