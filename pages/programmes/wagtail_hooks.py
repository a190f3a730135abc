"""What the room adds to the Wagtail admin."""

from collections.abc import Callable, Iterable, Iterator
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

from .admin_views import NextVersionView, NextYearView, PasteView, StatusView
from .guards import find_refusal
from .logs import log_formatters
from .models import ProgrammeDraftPage
from .models.status import NEXT_STATUSES, DraftStatus
from .viewsets import ClauseChooserViewSet, clause_chooser_viewset


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
        path("drafts/<int:pk>/paste/", PasteView.as_view(), name="draft_paste"),
    ]


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what is done to a version in its history."""
    for action, formatter in log_formatters.items():
        actions.register_action(action)(formatter)


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
    if draft.frozen_version is None and not rights.page_locked():
        yield button(_("Paste text"), "draft_paste", draft, "clipboard-list", 67)
    goes_on = draft.frozen_version and NEXT_STATUSES.get(draft.status)
    if goes_on and rights.can_publish():
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


def explain(action: str) -> Callable[..., HttpResponse | None]:
    """Return a hook that says why a closed version, or what it is part of, stays."""

    def refuse(request: HttpRequest, page: Page, *args: Any) -> HttpResponse | None:
        return explain_refusal(request, [page], action)

    return refuse


for name in ("delete", "unpublish", "move"):
    hooks.register(f"before_{name}_page", explain(name))


@hooks.register("before_bulk_action")
def explain_bulk_refusal(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Say why a bulk action is refused; nothing of it is done."""
    if action_type not in {"delete", "move", "unpublish"}:
        return None
    pages = [thing for thing in objects if isinstance(thing, Page)]
    return explain_refusal(request, pages, action_type)


def explain_refusal(
    request: HttpRequest, pages: Iterable[Page], action: str
) -> HttpResponse | None:
    """Say why the first page that stays cannot be acted on, None where all can."""
    for page in pages:
        refusal = find_refusal(page, action)
        if refusal:
            messages.error(request, str(refusal))
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None
