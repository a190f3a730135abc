"""Exports of organisations, and the template of a list that can be imported."""

import logging
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from django import forms
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from django.views.generic import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from snippets.importing.exporting import (
    FORMATS,
    TEMPLATE_FORMATS,
    ExportFormat,
    write_organisations,
    write_template,
)
from snippets.importing.rights import may_export_private
from snippets.models import Organisation

from .organisation_list import NOT_SELECTING, OrganisationIndexView

logger = logging.getLogger(__name__)

LABELS = {
    "xlsx": _("XLSX, for Excel and other spreadsheets"),
    "ods": _("ODS, for LibreOffice and other spreadsheets"),
    "csv": _("CSV, plain text with semicolons"),
    "json": _("JSON, for programs"),
}


class ExportForm(forms.Form):
    """What kind of file organisations are exported into."""

    format = forms.ChoiceField(
        label=_("Format of the file"),
        choices=LABELS.items,
        initial="xlsx",
        widget=forms.RadioSelect,
    )
    private = forms.BooleanField(
        label=_("With private data"),
        required=False,
        help_text=_(
            "Contact persons and private notes. Keep such a file as you keep other "
            "personal data, and delete it when it is no longer needed."
        ),
    )

    def __init__(self, *args: Any, may_have_private: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_have_private:
            del self.fields["private"]


class OrganisationExportView(OrganisationIndexView):
    """The organisations of the list, as it is filtered and searched, as a file."""

    template_name = "snippets/organisations/export.html"
    header_icon = "download"
    page_title = _("Export organisations")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.form.is_valid():
            return self.download()
        self.object_list = self.get_queryset()
        response: HttpResponseBase = self.render_to_response(self.get_context_data())
        return response

    @cached_property
    def form(self) -> ExportForm:
        return ExportForm(
            self.request.GET if "format" in self.request.GET else None,
            may_have_private=may_export_private(self.request.user),
        )

    def download(self) -> FileResponse:
        """Return the file; it is whole before its first byte is sent."""
        form = FORMATS[self.form.cleaned_data["format"]]
        is_private = self.form.cleaned_data.get("private", False)
        file = TemporaryFile()  # noqa: SIM115 - the response closes it
        write_organisations(self.get_queryset(), file, form=form, private=is_private)
        if is_private:
            logger.info(
                "User %s exported organisations with private data as %s.",
                self.request.user.pk,
                form.key,
            )
        return as_attachment(file, form, self.export_filename)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {
            "url": self.index_url,
            "label": capfirst(Organisation._meta.verbose_name_plural),
        }
        return [
            *self.breadcrumbs_items,
            above,
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        chosen = [
            (name, value)
            for name, values in self.request.GET.lists()
            for value in values
            if name not in (*NOT_SELECTING, *self.form.fields, "private")
        ]
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        # The header of a page, not of the list.
        for name in ("search_form", "filters", "header_buttons"):
            context.pop(name, None)
        return {**context, "form": self.form, "chosen": chosen}


class OrganisationTemplateView(PermissionCheckedMixin, View):
    """A list to fill in: as XLSX with instructions, or the headings alone as CSV."""

    model = Organisation
    any_permission_required = ["add", "change", "delete", "view"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        asked = request.GET.get("format", "xlsx")
        form = FORMATS[asked if asked in TEMPLATE_FORMATS else "xlsx"]
        file = TemporaryFile()  # noqa: SIM115 - the response closes it
        write_template(file, form=form)
        return as_attachment(
            file, form, pgettext("name of a file", "organisations-template")
        )


def as_attachment(file: BinaryIO, form: ExportFormat, name: str) -> FileResponse:
    """Return a file that was written as one to save, named after the day."""
    file.seek(0)
    day = timezone.localdate().isoformat()
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"{name}-{day}.{form.key}",
        content_type=form.content_type,
    )
