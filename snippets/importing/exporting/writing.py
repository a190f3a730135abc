"""Organisations written into a file of one of the formats."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.text import capfirst

from snippets.models import Organisation

from .ods import MIMETYPE as ODS
from .ods import write_ods
from .resource import OrganisationExportResource, Values
from .spreadsheets import write_csv, write_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WriteSheet = Callable[[BinaryIO, str, Sequence[str], Iterable[Sequence[str]]], None]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A kind of file that organisations are exported as; JSON is no sheet."""

    key: str
    content_type: str
    write_sheet: WriteSheet | None = None


FORMATS = {
    form.key: form
    for form in (
        ExportFormat("xlsx", XLSX, write_xlsx),
        ExportFormat("ods", ODS, write_ods),
        ExportFormat("csv", "text/csv; charset=utf-8", write_csv),
        ExportFormat("json", "application/json"),
    )
}


def write_organisations(
    organisations: Iterable[Organisation],
    output: BinaryIO,
    *,
    form: ExportFormat,
    private: bool = False,
) -> None:
    """Write organisations so that an import of the file would change nothing.

    A queryset or search results; headings and words are in the active language.
    """
    resource = OrganisationExportResource(private=private)
    if form.write_sheet is None:
        write_json(output, resource.objects(organisations))
        return
    title = str(capfirst(Organisation._meta.verbose_name_plural))
    form.write_sheet(
        output, title, resource.get_export_headers(), resource.rows(organisations)
    )


def write_json(output: BinaryIO, objects: Iterable[Values]) -> None:
    """Write a list of objects, one on a line."""
    separator = b"[\n"
    for one in objects:
        output.write(separator + json.dumps(one, ensure_ascii=False).encode())
        separator = b",\n"
    output.write(b"[]\n" if separator == b"[\n" else b"\n]\n")
