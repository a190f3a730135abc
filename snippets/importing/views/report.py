"""The report on an import, and the refused rows as a file to correct."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from snippets.importing.exporting import refused_rows
from snippets.importing.fields import FIELDS
from snippets.models import ImportBatch

from .base import BatchMixin, State, address
from .batches import counted
from .rows import RowsView

DONE = frozenset((State.IMPORTED, State.UNDONE, State.CANCELLED))
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ReportView(RowsView):
    """What became of a list, row by row."""

    states = DONE
    page_title = gettext_lazy("Report on an import")
    template_name = "snippets/importing/report.html"
    step = "import_report"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "facts": list(facts(self.batch)),
            "columns": read_columns(self.batch),
            "is_imported": self.batch.state == State.IMPORTED,
            "is_cancelled": self.batch.state == State.CANCELLED,
            "undo_url": address("import_undo", self.batch),
            "refused_url": address("import_refused", self.batch),
        }


class RefusedRowsView(BatchMixin, View):
    """The rows that were not taken, with the reasons in the last column."""

    states = frozenset((*DONE, State.CHECKED))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = HttpResponse(refused_rows(self.batch), content_type=XLSX)
        words = _("refused rows")
        name = f"{PurePath(self.batch.filename).stem}-{words}.xlsx"
        disposition = content_disposition_header(as_attachment=True, filename=name)
        response["Content-Disposition"] = disposition
        return response


def facts(batch: ImportBatch) -> Iterator[tuple[str, str]]:
    """Return what is known of an import as a whole, each with its label."""
    yield _("Rows"), counted(batch) or "–"
    yield _("Uploaded"), by_and_when(batch.created_by, batch.created_at)
    if batch.imported_at:
        yield _("Imported"), by_and_when(batch.imported_by, batch.imported_at)
    if seconds := batch.counts.get("seconds"):
        yield _("It took"), _("%(seconds)s s") % {"seconds": round(seconds, 1)}
    if batch.mapping:
        yield _("Columns as kept under"), batch.mapping.name
    yield _("SHA-256 of the file"), batch.digest


def by_and_when(user: Any, moment: datetime) -> str:
    """Return who did something and when, as far as it is known."""
    when = date_format(localtime(moment), "DATETIME_FORMAT")
    return f"{user}, {when}" if user else when


def read_columns(batch: ImportBatch) -> list[tuple[str, str]]:
    """Return the headings that were read, and the labels of their fields."""
    return [
        (column["heading"] or _("Headings inside the list"), str(field.label))
        for column in batch.columns
        if (field := FIELDS.get(column["field"]))
    ]
