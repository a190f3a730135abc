"""The first step: a list is uploaded, and read if it can be."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.widgets.button import HeaderButton

from snippets.importing.forms import UploadForm
from snippets.importing.reading import UnreadableError
from snippets.importing.running import start_batch
from snippets.importing.wording import word
from snippets.models import ImportBatch

from .base import OPEN, ImportersOnly, address, step_address

MOST_UNFINISHED = 5


class UploadView(ImportersOnly, FormView):
    """Takes a list; what cannot be read is said beside the field."""

    page_title = gettext_lazy("Import from a spreadsheet")
    template_name = "snippets/importing/upload.html"
    form_class = UploadForm

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [
            HeaderButton(
                _("Earlier imports"), url=address("imports"), icon_name="history"
            )
        ]

    def form_valid(self, form: UploadForm) -> HttpResponse:
        file = form.cleaned_data["file"]
        try:
            batch = start_batch(
                content=file.read(), filename=file.name, user=self.request.user
            )
        except UnreadableError as unreadable:
            form.add_error("file", word(unreadable.note))
            return self.form_invalid(form)
        return redirect(step_address(batch))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        unfinished = ImportBatch.objects.filter(
            state__in=OPEN, created_by=self.request.user.pk
        )
        return {
            **context,
            "unfinished": [
                (batch, address("import_batch", batch))
                for batch in unfinished[:MOST_UNFINISHED]
            ],
            "template_url": address("template"),
            "submit_button_label": _("Upload and read"),
            "submit_button_active_label": _("Reading…"),
        }
