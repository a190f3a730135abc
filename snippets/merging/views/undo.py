"""Undoing a merger: first what it would put back, then it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from snippets.merging.undo_plan import UndoPlan, plan_undo
from snippets.merging.undoing import UndoRefusedError, undo_merge
from snippets.models import OrganisationMerge

from .base import MergersOnly, entry_address, mergers_address, undo_address

MOST_LISTED = 50


class UndoMergeView(MergersOnly, TemplateView):
    """Lists what an undo puts back and what it leaves; a POST undoes."""

    page_title = gettext_lazy("Undo a merger")
    template_name = "snippets/merging/undo.html"
    header_icon = "rotate"
    record: OrganisationMerge

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        records = OrganisationMerge.objects.select_related(
            "kept", "merged", "merged_by", "undone_by"
        )
        self.record = get_object_or_404(records, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def plan(self) -> UndoPlan:
        return plan_undo(self.record)

    def get_page_subtitle(self) -> str:
        return self.record.merged.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": mergers_address(), "label": _("Mergers of organisations")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        things = [] if self.plan.obstacle else self.plan.things
        return {
            **context,
            "record": self.record,
            "plan": self.plan,
            "things": things,
            "most_listed": MOST_LISTED,
            "kept_url": entry_address(self.record.kept),
            "mergers_url": mergers_address(),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            plan = undo_merge(record=self.record, user=request.user)
        except UndoRefusedError as refused:
            messages.error(request, refused.obstacle.label)
            return redirect(undo_address(self.record))
        if plan.left:
            words = _("The merger is undone, but for what was changed since.")
            messages.warning(request, words)
        else:
            messages.success(request, _("The merger is undone."))
        return redirect(entry_address(self.record.merged))
