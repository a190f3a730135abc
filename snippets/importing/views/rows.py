"""The table of the rows of an import, for the preview and for the report."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import Column, Table
from wagtail.admin.views.generic.base import BaseListingView

from snippets.models import ImportRow, ImportRowQuerySet

from .base import BatchMixin, address
from .row_filters import Attention, RowFilterSet, search_rows, sections_of
from .shown_rows import ShownRow, show_rows
from .totals import Totals, count_rows


class RowColumn(Column):
    """A column whose cell prints a row of a list by a template of its own."""

    def __init__(self, name: str, label: Any, **kwargs: Any) -> None:
        self.cell_template_name = f"snippets/importing/cells/{name}.html"
        super().__init__(name, label=label, accessor=lambda shown: shown.row, **kwargs)


NUMBER = RowColumn("number", gettext_lazy("Row"), width="6%")
NAME = RowColumn("name", gettext_lazy("Name in the list"), width="20%")
OUTCOME = RowColumn("outcome", gettext_lazy("What becomes of it"), width="15%")
DETAILS = RowColumn("details", gettext_lazy("What the list says"), width="31%")
DECISION = RowColumn(
    "decision", pgettext_lazy("on a row", "Your decision"), width="28%"
)


class RowTable(Table):
    """A table whose rows have addresses, and that narrow screens show as cards."""

    classname = "listing importing-rows"

    def get_row_attrs(self, instance: ShownRow) -> dict[str, str]:
        return {"id": f"row-{instance.row.number}"}


class RowsView(BatchMixin, BaseListingView):
    """The rows of an import: filtered, searched, a page at a time."""

    model = ImportRow
    table_class = RowTable
    columns = [NUMBER, NAME, OUTCOME, DETAILS]
    results_template_name = "snippets/importing/rows_results.html"
    paginate_by = 50
    is_searchable = True
    default_ordering = "number"
    step = ""

    def get_index_url(self) -> str:
        return address(self.step, self.batch)

    def get_index_results_url(self) -> str:
        return address(f"{self.step}_results", self.batch)

    def get_base_queryset(self) -> QuerySet[ImportRow]:
        return self.batch.rows.defer("before", "after")

    @cached_property
    def filters(self) -> RowFilterSet:
        sections = sections_of(self.batch)
        return RowFilterSet(**self.get_filterset_kwargs(), sections=sections)

    def search_queryset(self, queryset: ImportRowQuerySet) -> ImportRowQuerySet:
        return (
            search_rows(queryset, self.search_query) if self.is_searching else queryset
        )

    def get_table(self, object_list: Iterable[ImportRow]) -> Table:
        self.shown = show_rows(object_list)
        return super().get_table(self.shown)

    def get_table_kwargs(self) -> dict[str, Any]:
        caption = _("Rows of the list, and what becomes of each")
        return {**super().get_table_kwargs(), "caption": caption}

    @property
    def no_results_message(self) -> str:
        return _("No row of the list is like that.")

    @cached_property
    def totals(self) -> Totals:
        return count_rows(self.batch)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "totals": self.totals, "tabs": list(self.tabs())}

    def tabs(self) -> Iterable[dict[str, Any]]:
        """Return the ways of looking at the rows, each with how many there are."""
        query = self.request.GET
        chosen = {name: query.get(name, "") for name in ("outcome", "attention")}
        yield self.tab(_("All rows"), self.totals.rows, chosen)
        for outcome in ImportRow.Outcome:
            count = self.totals.by_outcome[outcome]
            yield self.tab(outcome.label, count, chosen, outcome=outcome.value)
        for need in Attention:
            count = self.totals.by_need[need]
            yield self.tab(need.label, count, chosen, attention=need.value)

    def tab(
        self, label: Any, count: int, chosen: dict[str, str], **asked: str
    ) -> dict[str, Any]:
        """Return a link to the rows that are so, and whether they are shown."""
        query = "&".join(f"{name}={value}" for name, value in asked.items())
        return {
            "label": label,
            "count": count,
            "url": f"{self.index_url}?{query}" if query else self.index_url,
            "is_current": chosen == {"outcome": "", "attention": "", **asked},
        }
