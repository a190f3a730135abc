"""The second step: how the file is read, and what its columns are."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from snippets.importing.columns import ColumnChoice, misfits
from snippets.importing.forms import ColumnsForm, ReadingForm
from snippets.importing.reading import UnreadableError
from snippets.importing.running import (
    choose_columns,
    request_check,
    reread,
    use_mapping,
)
from snippets.importing.saved import save_mapping
from snippets.importing.wording import word
from snippets.models import ImportBatch

from .base import OPEN, BatchView, State, address, step_address
from .shown_columns import Finding, read_first_rows, show_columns


class ColumnsView(BatchView):
    """Shows what was found in the file, and lets a person say it otherwise."""

    states = OPEN
    page_title = gettext_lazy("Columns")
    template_name = "snippets/importing/columns.html"

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except (FileNotFoundError, UnreadableError):
            words = _("The uploaded list cannot be read any more: upload it again.")
            messages.error(request, words)
            return redirect(address("import_cancel", self.batch))

    @cached_property
    def finding(self) -> Finding:
        """What the list is, read once more as the batch says."""
        return Finding.of(self.batch)

    @cached_property
    def reading_form(self) -> ReadingForm:
        found = self.finding
        return ReadingForm(
            self.request.POST or None,
            book=found.book,
            table=found.table,
            initial=ReadingForm.initial_of(
                found.book, found.table, found.layout, self.batch.sheet
            ),
        )

    @cached_property
    def columns_form(self) -> ColumnsForm:
        return ColumnsForm(
            self.request.POST or None,
            choices=[ColumnChoice(**column) for column in self.batch.columns],
            initial={"saved": self.batch.mapping_id},
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "apply" in request.POST:
            return self.apply()
        if not self.reading_form.is_valid():
            return self.show_again()
        if self.reading_form.has_changed():
            return self.read_again()
        if not self.columns_form.is_valid():
            return self.show_again()
        choose_columns(self.batch, self.columns_form.chosen())
        return self.here() if "read" in request.POST else self.check()

    def show_again(self) -> HttpResponse:
        """Show the forms with what is wrong in them, and all that was entered."""
        messages.error(self.request, _("Correct what is marked, then try again."))
        return self.render_to_response(self.get_context_data())

    def here(self) -> HttpResponse:
        return redirect(address("import_columns", self.batch))

    def apply(self) -> HttpResponse:
        """Choose the columns by a mapping that was kept, or by their headings alone."""
        self.columns_form.is_valid()
        use_mapping(self.batch, self.columns_form.cleaned_data.get("saved"))
        return self.here()

    def read_again(self) -> HttpResponse:
        """Read the file in another way; its columns are found anew."""
        form = self.reading_form
        layout = None if form.has_other_source else form.layout()
        try:
            reread(self.batch, **form.source(), layout=layout)
        except UnreadableError as unreadable:
            form.add_error(None, word(unreadable.note))
            return self.show_again()
        words = _("The list is read again. Look at the columns before you check it.")
        messages.success(self.request, words)
        return self.here()

    def check(self) -> HttpResponse:
        """Compare the list with the register, as its columns were chosen."""
        if name := self.columns_form.cleaned_data["save_as"].strip():
            save_mapping(self.batch, name, user=self.request.user)
        request_check(self.batch)
        return redirect(step_address(self.batch))

    def missing(self) -> list[str]:
        """Return the headings that the mapping in use has and the list lacks."""
        mapping = self.batch.mapping
        return misfits(mapping.columns, self.finding.content.columns) if mapping else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        batch, found = self.batch, self.finding
        same = ImportBatch.objects.filter(digest=batch.digest, state=State.IMPORTED)
        return {
            **context,
            "found": found,
            "reading_form": self.reading_form,
            "columns_form": self.columns_form,
            "columns": show_columns(found.content, self.columns_form),
            "first_rows": read_first_rows(found.content, batch.field_of),
            "missing": self.missing(),
            "earlier": same.exclude(pk=batch.pk).select_related("imported_by").first(),
            "cancel_url": address("import_cancel", batch),
        }
