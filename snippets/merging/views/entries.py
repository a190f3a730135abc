"""The pages about one entry: they lead to its merger, and from a merged one on."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView, InspectView

from snippets.merging.rights import may_merge
from snippets.models import Organisation, OrganisationMerge

from .base import entry_address, merge_address, undo_address


class MergeableMixin:
    """Adds the way to the merger to a page about an entry."""

    object: Organisation
    request: HttpRequest

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = super().header_more_buttons  # type: ignore[misc]  # the view has it
        if self.object.merged_into_id or not may_merge(self.request.user):
            return list(buttons)
        return [*buttons, merge_button(self.object)]

    def tell_of_merger(self, *, leads_on: bool) -> None:
        """Say into which entry this one was merged, with the way there and back."""
        words = _("“%(merged)s” was merged into “%(kept)s”.")
        kept = self.object.current
        names = {"merged": self.object.name, "kept": kept.name}
        buttons = []
        if not leads_on:
            opened = _("Open the entry that stays")
            buttons.append(messages.button(entry_address(kept), opened))
        record = OrganisationMerge.objects.filter(
            merged=self.object, undone_at=None
        ).first()
        if record and may_merge(self.request.user):
            buttons.append(messages.button(undo_address(record), _("Undo")))
        messages.warning(self.request, words % names, buttons=buttons)


class MergeableEditView(MergeableMixin, EditView):
    """The editor of an entry; that of a merged one leads to the one that stays."""

    def run_before_hook(self) -> HttpResponse | None:
        if self.object.merged_into_id:
            self.tell_of_merger(leads_on=True)
            return redirect(entry_address(self.object.current))
        response: HttpResponse | None = super().run_before_hook()
        return response


class MergeableInspectView(MergeableMixin, InspectView):
    """The page about an entry; that about a merged one says what stands for it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.object.merged_into_id:
            self.tell_of_merger(leads_on=False)
        response: HttpResponseBase = super().get(request, *args, **kwargs)
        return response


def merge_button(organisation: Organisation) -> Button:
    """Return the button that leads from an entry to its merger."""
    return Button(
        _("Merge into another…"),
        url=merge_address(organisation),
        icon_name="link",
        priority=40,
    )
