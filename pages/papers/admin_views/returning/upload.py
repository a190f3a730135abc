"""A table that was filled in is brought back, and read if it can be."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from pages.papers.admin_views.base import find_consultation
from pages.papers.forgetting import forget_old_sheets
from pages.papers.models import AnswerSheet, SheetState
from pages.papers.returning.keeping import bring_back
from pages.papers.returning.reading import LIMITS
from pages.papers.returning.wording import word
from snippets.importing.reading import UnreadableError

from .base import AnswerersOnly, sheet_address

UNFINISHED = (SheetState.CHECKED, SheetState.APPLYING, SheetState.REFUSED)
MOST_UNFINISHED = 5


class SheetForm(forms.Form):
    """A table that was taken here and filled in."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _(
            "The table of comments in XLSX as it was taken here, with rulings and "
            "reasons filled in; at most %(size)s."
        ) % {"size": filesizeformat(LIMITS.size)}

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        size = file.size or 0
        if size > LIMITS.size:
            raise forms.ValidationError(
                _("The file is too large: it has %(size)s, and %(most)s is the most."),
                params={
                    "size": filesizeformat(size),
                    "most": filesizeformat(LIMITS.size),
                },
            )
        return file


class UploadSheetView(AnswerersOnly, FormView):
    """Takes a table; why one cannot be read is said beside the field."""

    page_title = gettext_lazy("Bring back a filled-in table")
    template_name = "consultation_papers/admin/returned_upload.html"
    form_class = SheetForm

    def find(self, **kwargs: Any) -> None:
        self.consultation = find_consultation(kwargs["pk"])

    def form_valid(self, form: SheetForm) -> HttpResponse:
        file = form.cleaned_data["file"]
        try:
            sheet = bring_back(
                content=file.read(),
                filename=file.name,
                consultation=self.consultation,
                user=self.request.user,
            )
        except UnreadableError as unreadable:
            form.add_error("file", word(unreadable.note))
            return self.form_invalid(form)
        return redirect(sheet_address(sheet))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        forget_old_sheets()
        unfinished = AnswerSheet.objects.filter(
            state__in=UNFINISHED, consultation=self.consultation, user=self.request.user
        )
        return {
            **super().get_context_data(**kwargs),
            "unfinished": [
                (sheet, sheet_address(sheet)) for sheet in unfinished[:MOST_UNFINISHED]
            ],
            "papers_url": self.papers_url,
            "submit_button_label": _("Upload and compare"),
            "submit_button_active_label": _("Comparing…"),
        }
