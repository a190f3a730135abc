"""Undoing an import: first what it would do, then it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from snippets.importing.undoing import UndoPlan, plan_undo, undo
from snippets.importing.wording import word

from .base import BatchView, State, address

# What stays is listed; of more, only how many there are.
MOST_LISTED = 200


class UndoView(BatchView):
    """Lists what undoing restores, removes and leaves; a POST undoes."""

    states = frozenset((State.IMPORTED,))
    page_title = gettext_lazy("Undo an import")
    template_name = "snippets/importing/undo.html"
    header_icon = "history"

    @cached_property
    def plan(self) -> UndoPlan:
        return plan_undo(self.batch)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        plan = self.plan
        return {
            **context,
            "plan": plan,
            "has_work": bool(plan.restored + plan.removed),
            "kept": [
                (one, address("inspect", one.organisation), word(one.note))
                for one in plan.kept[:MOST_LISTED]
            ],
            "kept_more": max(len(plan.kept) - MOST_LISTED, 0),
            "report_url": address("import_report", self.batch),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        plan = undo(self.batch, user=request.user)
        if plan.kept:
            words = _("The import is undone, but for what was changed since.")
            messages.warning(request, words)
        else:
            messages.success(request, _("The import is undone."))
        return redirect(address("import_report", self.batch))
