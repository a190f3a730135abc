"""The page of a table that came back: its differences, and then what became of it."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from pages.comments.admin_views.answers import ANSWER
from pages.comments.models import OfficialAnswer
from pages.papers.models import SheetState
from pages.papers.returning.comparing import Comparison, compare_sheet
from pages.papers.returning.keeping import is_stale, may_confirm
from pages.papers.returning.outcomes import Outcome
from pages.papers.returning.wording import word
from snippets.importing.reading import UnreadableError

from .base import UPLOAD, OwnSheet, sheet_address
from .shown import rows_of, said_of, show_rows, tabs_of

SECONDS_BETWEEN_LOOKS = 2
ROWS_AT_ONCE = 25
ANSWERS_AT_ONCE = 100


class SheetView(OwnSheet, TemplateView):
    """Shows what a table would change until it is confirmed, afterwards what it did."""

    page_title = gettext_lazy("A filled-in table")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().get(request, *args, **kwargs)
        if self.sheet.state == SheetState.APPLYING:
            response["Refresh"] = str(SECONDS_BETWEEN_LOOKS)
        return response

    def get_template_names(self) -> list[str]:
        is_open = self.sheet.state == SheetState.CHECKED
        name = "preview" if is_open else "outcome"
        return [f"consultation_papers/admin/returned_{name}.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            **super().get_context_data(**kwargs),
            "sheet": self.sheet,
            "consultation": self.consultation,
            "papers_url": self.papers_url,
            "upload_url": reverse(UPLOAD, args=[self.consultation.pk]),
            "again_url": sheet_address(self.sheet, "again"),
            "cancel_url": sheet_address(self.sheet, "cancel"),
        }
        if self.sheet.state != SheetState.CHECKED:
            return context | self.outcome()
        try:
            comparison = compare_sheet(self.sheet)
        except UnreadableError as unreadable:
            return context | {"unreadable": word(unreadable.note)}
        return context | self.preview(comparison)

    def preview(self, comparison: Comparison) -> dict[str, Any]:
        """Return what a table would change now."""
        asked = self.request.GET.get("show", "")
        current = asked if asked in Outcome.values else ""
        paged = self.paginate(rows_of(comparison, current), ROWS_AT_ONCE)
        return {
            **paged,
            "comparison": comparison,
            "counts": comparison.counts,
            "said": said_of(comparison),
            "may_confirm": may_confirm(comparison),
            "tabs": tabs_of(comparison, current),
            "rows": show_rows(list(paged["page_obj"])),
            "confirm_url": sheet_address(self.sheet, "confirm"),
        }

    def outcome(self) -> dict[str, Any]:
        """Return what became of a table, with a page of the answers it wrote."""
        state, keys = self.sheet.state, self.sheet.counts.get("answers", [])
        paged = self.paginate(keys, ANSWERS_AT_ONCE)
        shown = list(paged["page_obj"])
        answers = OfficialAnswer.objects.prefetch_related("covered__comment")
        found = answers.in_bulk(shown)
        return {
            **paged,
            "is_applying": state == SheetState.APPLYING,
            "is_applied": state == SheetState.APPLIED,
            "is_refused": state == SheetState.REFUSED,
            "is_stale": is_stale(self.sheet),
            "answers": [
                (found[pk], reverse(f"{ANSWER}:inspect", args=[pk]))
                for pk in shown
                if pk in found
            ],
            "count": len(keys),
            "left_out": self.sheet.counts.get(Outcome.CONFLICT, 0),
        }

    def paginate(self, things: Sequence[Any], at_once: int) -> dict[str, Any]:
        """Return the page of a list that is asked for, as Wagtail's template wants."""
        pages = Paginator(things, at_once)
        page = pages.get_page(self.request.GET.get("p"))
        return {
            "page_obj": page,
            "is_paginated": page.has_other_pages(),
            "elided_page_range": pages.get_elided_page_range(page.number),
        }
