"""What the room adds to the Wagtail admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Locale, Page

from .admin_views import NextVersionView, NextYearView, StatusView
from .freezing import FrozenVersionError
from .guards import frozen_at_or_below
from .models import ProgrammeDraftPage
from .models.status import DraftStatus
from .viewsets import ClauseChooserViewSet, clause_chooser_viewset

ACTIONS = {
    "programmes.change_status": (_("Change the status"), _("Changed the status")),
    "programmes.make_version": (
        _("Make a version"),
        _("Made from another version"),
    ),
}


@hooks.register("register_admin_viewset")
def register_clause_chooser() -> ClauseChooserViewSet:
    """Register the chooser of clauses."""
    return clause_chooser_viewset


@hooks.register("register_admin_urls")
def register_version_views() -> list[URLPattern]:
    """Register what staff do with a version."""
    return [
        path("drafts/<int:pk>/status/", StatusView.as_view(), name="draft_status"),
        path("drafts/<int:pk>/next/", NextVersionView.as_view(), name="draft_next"),
        path(
            "drafts/<int:pk>/next-year/", NextYearView.as_view(), name="draft_next_year"
        ),
    ]


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what is done to a version in its history."""
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_page_header_buttons")
def add_version_buttons(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from a version to what can be done with it."""
    draft = page.specific
    if not isinstance(draft, ProgrammeDraftPage):
        return
    if draft.locale_id != Locale.get_default().pk:
        return
    rights = draft.permissions_for_user(user)
    if not rights.can_edit():
        return
    if draft.frozen_version and rights.can_publish():
        yield button(_("Change the status"), "draft_status", draft, "lock", 68)
    if draft.get_parent().permissions_for_user(user).can_add_subpage():
        yield button(_("Next version"), "draft_next", draft, "copy", 69)
        if draft.status == DraftStatus.ADOPTED:
            yield button(
                _("Next year's programme"), "draft_next_year", draft, "date", 70
            )


def button(label: Any, name: str, page: Page, icon: str, priority: int) -> Button:
    """Return a button that leads to a view of the page."""
    return Button(
        label, reverse(name, args=[page.pk]), icon_name=icon, priority=priority
    )


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
@hooks.register("before_move_page")
def explain_refusal(
    request: HttpRequest, page: Page, *args: Any
) -> HttpResponse | None:
    """Say why a closed version, or what it is part of, stays where it is."""
    frozen = frozen_at_or_below(page)
    if frozen is None:
        return None
    messages.error(request, str(FrozenVersionError(frozen.draft.title)))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def explain_bulk_refusal(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Say why a bulk action is refused; nothing of it is done."""
    if action_type not in {"delete", "move", "unpublish"}:
        return None
    for page in objects:
        frozen = isinstance(page, Page) and frozen_at_or_below(page)
        if frozen:
            messages.error(request, str(FrozenVersionError(frozen.draft.title)))
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None
