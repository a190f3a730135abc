"""A paper as a file to save, under a name that says what it is."""

from typing import BinaryIO

from django.http import FileResponse
from django.utils.text import slugify
from django.utils.translation import pgettext, pgettext_lazy
from wagtail.coreutils import string_to_ascii

from .kinds import FileForm, Paper, PaperRequest

_OOXML = "application/vnd.openxmlformats-officedocument"
CONTENT_TYPES = {
    FileForm.CSV: "text/csv; charset=utf-8",
    FileForm.XLSX: f"{_OOXML}.spreadsheetml.sheet",
    FileForm.DOCX: f"{_OOXML}.wordprocessingml.document",
    FileForm.PDF: "application/pdf",
    FileForm.JSON: "application/json",
}
NAMES = {
    Paper.TABLE: pgettext_lazy("name of a file", "comments"),
    Paper.PROTOCOL: pgettext_lazy("name of a file", "protocol"),
    Paper.PARAGRAPH: pgettext_lazy("name of a file", "paragraph"),
}
TITLE_LENGTH = 60


def file_name(request: PaperRequest) -> str:
    """Return the name of a paper's file in the active language, in plain letters.

    „uwagi-2014-wersja-2.xlsx”; one with contacts says so, as it is to be kept apart.
    """
    consultation = request.consultation
    parts = [
        str(NAMES[request.paper]),
        str(consultation.year),
        slugify(string_to_ascii(consultation.draft.title))[:TITLE_LENGTH],
        pgettext("name of a file", "with-contacts") if request.with_contacts else "",
    ]
    stem = slugify(string_to_ascii("-".join(filter(None, parts))))
    return f"{stem}.{request.form}"


def as_download(file: BinaryIO, request: PaperRequest) -> FileResponse:
    """Return a paper as a file to save, that no cache on the way may keep."""
    response = FileResponse(
        file,
        as_attachment=True,
        filename=file_name(request),
        content_type=CONTENT_TYPES[request.form],
    )
    response["Cache-Control"] = "no-store, private"
    response["X-Content-Type-Options"] = "nosniff"
    return response
