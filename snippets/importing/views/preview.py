"""The preview: what each row would do, and what a person decides of it."""

from typing import Any

from django.db.models import Case, Count, Q, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages

from snippets.importing.running import request_import
from snippets.importing.wording import word
from snippets.models import ImportRowQuerySet, Note

from .base import BatchMixin, State, address, step_address
from .decisions import AtOnce, ByHand
from .rows import DECISION, DETAILS, NAME, NUMBER, OUTCOME, RowsView
from .totals import DUPLICATE


class PreviewView(RowsView):
    """Shows all that an import would do before anything is done."""

    states = frozenset((State.CHECKED,))
    page_title = gettext_lazy("Check the rows")
    template_name = "snippets/importing/preview.html"
    columns = [NUMBER, NAME, OUTCOME, DETAILS, DECISION]
    step = "import_preview"

    def order_queryset(self, queryset: ImportRowQuerySet) -> ImportRowQuerySet:
        """Put first the rows that came to something else since they were agreed to."""
        other = self.batch.problem.get("params", {}).get("rows", ())
        if not other:
            return queryset.order_by("number")
        is_first = Case(When(number__in=other, then=0), default=1)
        return queryset.order_by(is_first, "number")

    @cached_property
    def query(self) -> str:
        """What the address asks for, without the page and Wagtail's own words."""
        query = self.request.GET.copy()
        for name in ("p", "_w_filter_fragment"):
            query.pop(name, None)
        return query.urlencode()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        problem = self.batch.problem
        rows = context["paginator"].object_list.order_by()
        return {
            **context,
            "problem": word(Note.from_json(problem)) if problem else "",
            "at_once": at_once(rows),
            "asks_here": any(
                shown.choices or shown.row.has_conflicts for shown in self.shown
            ),
            "decide_url": f"{address('import_decide', self.batch)}?{self.query}",
            "page_number": context["page_obj"].number,
            "run_url": address("import_run", self.batch),
            "cancel_url": address("import_cancel", self.batch),
            "columns_url": address("import_columns", self.batch),
        }


def at_once(rows: Any) -> list[dict[str, Any]]:
    """Return what can be decided of all rows that are shown, and of how many each."""
    counts = rows.aggregate(
        duplicates=Count("pk", filter=DUPLICATE),
        conflicts=Count("pk", filter=Q(has_conflicts=True)),
    )
    groups = (
        (_("Probable duplicates: %(n)s"), counts["duplicates"], AtOnce.choices),
        (_("Entered by hand otherwise: %(n)s"), counts["conflicts"], ByHand.choices),
    )
    return [
        {"label": label % {"n": count}, "choices": choices}
        for label, count, choices in groups
        if count
    ]


class RunView(BatchMixin, View):
    """Starts the import itself."""

    states = frozenset((State.CHECKED,))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request_import(self.batch, user=request.user)
        if self.batch.state == State.IMPORTED:
            messages.success(request, _("The list is imported."))
        return redirect(step_address(self.batch))
