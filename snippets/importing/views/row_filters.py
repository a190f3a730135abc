"""Which rows of an import are looked at: filters and a search that work together."""

from typing import Any

from django.db.models import Q, TextChoices
from django.forms import RadioSelect
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from snippets.folding import fold
from snippets.models import ImportBatch, ImportRow, ImportRowQuerySet

MOST_SECTIONS = 100
# Beyond nine digits there is no row of that number, nor a place to look it up.
LONGEST_ROW_NUMBER = 9


class Attention(TextChoices):
    """What of a row may need a person."""

    UNDECIDED = "undecided", pgettext_lazy("rows of a list", "not decided yet")
    NOTED = "noted", pgettext_lazy("rows of a list", "with notes")
    CONFLICTS = (
        "conflicts",
        pgettext_lazy("rows of a list", "differing from what was entered by hand"),
    )


class RowFilterSet(WagtailFilterSet):
    """Narrows the rows of one import."""

    outcome = ChoiceFilter(
        label=_("What becomes of the row"),
        choices=ImportRow.Outcome.choices,
        empty_label=_("All"),
        widget=RadioSelect,
    )
    attention = ChoiceFilter(
        label=_("What needs attention"),
        choices=Attention.choices,
        method="needing",
        empty_label=_("All"),
        widget=RadioSelect,
    )
    section = ChoiceFilter(
        label=_("Part of the list"), empty_label=_("All"), widget=RadioSelect
    )

    class Meta:
        model = ImportRow
        fields: list[str] = []

    def __init__(self, *args: Any, sections: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if sections:
            choices = [(section, section) for section in sections]
            self.filters["section"].extra["choices"] = choices
        else:
            del self.filters["section"]

    def needing(
        self, rows: ImportRowQuerySet, _name: str, attention: str
    ) -> ImportRowQuerySet:
        if attention == Attention.UNDECIDED:
            return rows.undecided()
        if attention == Attention.CONFLICTS:
            return rows.with_conflicts()
        return rows.filter(has_notes=True)


def sections_of(batch: ImportBatch) -> list[str]:
    """Return the headings inside the list; one query."""
    rows = batch.rows.exclude(section="").order_by("section")
    return list(rows.values_list("section", flat=True).distinct()[:MOST_SECTIONS])


def search_rows(rows: ImportRowQuerySet, words: str) -> ImportRowQuerySet:
    """Narrow to rows whose name has the words, or that have the number."""
    name, number = fold(words), read_number(words)
    found = Q(folded_name__contains=name) if name else Q(pk=None)
    if number:
        found |= Q(raw__icontains=number)
        if len(number) <= LONGEST_ROW_NUMBER:
            found |= Q(number=number)
    return rows.filter(found)


def read_number(words: str) -> str:
    """Return the digits of a number written with spaces, dashes or “KRS” in front."""
    number = words.upper().removeprefix("KRS").replace("-", "").replace(" ", "")
    is_number = number.isascii() and number.isdigit()
    return number.lstrip("0") if is_number else ""


def rows_asked_for(
    batch: ImportBatch, query: QueryDict, request: HttpRequest
) -> ImportRowQuerySet:
    """Return the rows that the filters and the search of an address leave."""
    rows: Any = batch.rows.all()
    filters = RowFilterSet(
        data=query, queryset=rows, request=request, sections=sections_of(batch)
    )
    if filters.is_valid():
        rows = filters.filter_queryset(rows)
    words = query.get("q", "").strip()
    return search_rows(rows, words) if words else rows
