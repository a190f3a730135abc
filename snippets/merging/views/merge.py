"""Merging an entry into another: which one stays, what would move, then it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from snippets.merging.doing import MergeRefusedError, PlanChangedError, merge
from snippets.merging.forms import ChoicesForm, KeptForm
from snippets.merging.planning import MergePlan, plan_merge
from snippets.models import Organisation, OrganisationMerge

from .base import MergersOnly, entry_address, merge_address, undo_address

# Of what moves; of more, only how many there are.
MOST_LISTED = 10


class MergeView(MergersOnly, TemplateView):
    """Shows what merging two entries would do; a POST does it."""

    page_title = gettext_lazy("Merge into another organisation")
    merged: Organisation

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        entries = Organisation.objects.select_related("parent", "logo", "merged_into")
        self.merged = get_object_or_404(entries, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def kept_form(self) -> KeptForm:
        return KeptForm(self.request.GET or None, merged=self.merged)

    @cached_property
    def plan(self) -> MergePlan | None:
        """What would be done; None before the other entry is chosen."""
        if not self.kept_form.is_valid():
            return None
        return plan_merge(self.kept_form.cleaned_data["into"], self.merged)

    @cached_property
    def choices_form(self) -> ChoicesForm | None:
        if self.plan is None or self.plan.obstacles:
            return None
        data = self.request.POST if self.request.method == "POST" else None
        return ChoicesForm(
            data, choices=list(self.plan.choices), initial={"token": self.plan.token}
        )

    def get_template_names(self) -> list[str]:
        step = "preview" if self.plan else "choose"
        return [f"snippets/merging/{step}.html"]

    def get_page_subtitle(self) -> str:
        return self.merged.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": entry_address(self.merged), "label": self.merged.name},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context |= {
            "merged": self.merged,
            "merged_url": entry_address(self.merged),
            "kept_form": self.kept_form,
            "media": self.kept_form.media,
            "most_listed": MOST_LISTED,
        }
        if self.plan:
            context |= {
                "plan": self.plan,
                "kept": self.plan.kept,
                "kept_url": entry_address(self.plan.kept),
                "form": self.choices_form,
                "aliases": self.plan.new_aliases(self.plan.values({})),
                "swap_url": merge_address(self.plan.kept, self.merged),
                "again_url": merge_address(self.merged),
            }
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.choices_form
        if form is None or self.plan is None or not form.is_valid():
            return self._show_again(_("Nothing was merged: look at the entries again."))
        try:
            record = merge(
                kept=self.plan.kept,
                merged=self.merged,
                user=request.user,
                chosen=form.chosen,
                token=form.cleaned_data["token"],
            )
        except (MergeRefusedError, PlanChangedError):
            return self._show_again(
                _(
                    "Nothing was merged: one of the entries has been changed in the "
                    "meantime. This is how they are now."
                )
            )
        self._tell(record)
        return redirect(entry_address(record.kept))

    def _show_again(self, words: str) -> HttpResponse:
        messages.error(self.request, words)
        return redirect(self.request.get_full_path())

    def _tell(self, record: OrganisationMerge) -> None:
        words = _("“%(merged)s” was merged into “%(kept)s”.")
        names = {"merged": record.merged.name, "kept": record.kept.name}
        undo = messages.button(undo_address(record), _("Undo"))
        messages.success(self.request, words % names, buttons=[undo])
