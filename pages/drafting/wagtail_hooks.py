"""What the room adds to the Wagtail admin."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Locale, Page
from wagtail.snippets.models import register_snippet

from pages.programmes.models import ProgrammeDraftPage
from pages.programmes.wagtail_hooks import button

from .views import ApplyAmendmentsView, PartsView, ReasonsView
from .viewsets import (
    AmendmentViewSet,
    FindingChooserViewSet,
    finding_chooser_viewset,
)

register_snippet(AmendmentViewSet)

ACTIONS = {
    "drafting.apply_amendments": (
        _("Apply amendments"),
        _("Made from the agreed amendments"),
    ),
    "drafting.give_reasons": (_("Give reasons"), _("Gave a reason for changes")),
    "drafting.remove_reason": (_("Remove a reason"), _("Removed a reason")),
    "drafting.override_reasons": (
        _("Allow publishing without reasons"),
        _("Allowed publishing without reasons"),
    ),
    "drafting.change_parts": (
        _("Change statutory parts"),
        _("Changed the statutory parts"),
    ),
}


@hooks.register("register_admin_viewset")
def register_finding_chooser() -> FindingChooserViewSet:
    """Register the chooser of findings."""
    return finding_chooser_viewset


@hooks.register("register_admin_urls")
def register_draft_views() -> list[URLPattern]:
    """Register the views of a version."""
    return [
        path(
            "drafts/<int:pk>/apply/", ApplyAmendmentsView.as_view(), name="draft_apply"
        ),
        path("drafts/<int:pk>/reasons/", ReasonsView.as_view(), name="draft_reasons"),
        path("drafts/<int:pk>/parts/", PartsView.as_view(), name="draft_parts"),
    ]


@hooks.register("register_page_header_buttons")
def add_draft_buttons(
    page: Page, user: AbstractBaseUser, **kwargs: Any
) -> Iterator[Button]:
    """Lead from a version to the work on it."""
    if not isinstance(page.specific, ProgrammeDraftPage):
        return
    if page.locale_id != Locale.get_default().pk:
        return
    permissions = page.permissions_for_user(user)
    if not permissions.can_edit():
        return
    if page.get_parent().permissions_for_user(user).can_add_subpage():
        yield button(_("Apply agreed amendments"), "draft_apply", page, "check", 71)
    yield button(_("Reasons of changes"), "draft_reasons", page, "help", 72)
    yield button(_("Statutory parts"), "draft_parts", page, "list-ol", 73)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what is done to a version in its history."""
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)
