"""What the pages about mergers share: who may open them, and where they are."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse, reverse_lazy
from django.utils.translation import pgettext_lazy
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from snippets.merging.rights import may_merge
from snippets.models import Organisation, OrganisationMerge

REGISTER = "wagtailsnippets_snippets_organisation"
MERGERS = "organisation_mergers"


def entry_address(organisation: Organisation) -> str:
    """Return the address of an entry's editor."""
    return reverse(f"{REGISTER}:edit", args=[organisation.pk])


def merge_address(merged: Organisation, kept: Organisation | None = None) -> str:
    """Return where an entry can be merged, the other one chosen or not."""
    address = reverse(f"{REGISTER}:merge", args=[merged.pk])
    return f"{address}?into={kept.pk}" if kept else address


def mergers_address() -> str:
    """Return the address of the list of mergers."""
    return reverse(f"{MERGERS}:index")


def undo_address(record: OrganisationMerge) -> str:
    """Return where a merger can be undone."""
    return reverse(f"{MERGERS}:undo", args=[record.pk])


class MergersOnly(WagtailAdminTemplateMixin):
    """A page for those who may both change organisations and delete them."""

    header_icon = "group"
    breadcrumbs_items = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {
            "url": reverse_lazy(f"{REGISTER}:list"),
            "label": pgettext_lazy("the register", "Organisations"),
        },
    ]

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not may_merge(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response
