"""What the room adds to the Wagtail admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from pages.comments.office.bulk_actions import BULK_ACTIONS
from pages.comments.office.logs import register_actions
from pages.programmes.models import ProgrammeDraftPage
from pages.programmes.wagtail_hooks import button

from .admin_views.placements import PlacementsView
from .models import CommentPlacement, PlacementKind
from .states import CHANGE
from .viewsets import ConsultationsGroup

register_snippet(ConsultationsGroup)

for action in BULK_ACTIONS:
    hooks.register("register_bulk_action", action)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what is done to comments and answers in their history."""
    register_actions(actions)


@hooks.register("register_admin_urls")
def register_placement_views() -> list[URLPattern]:
    """Register the decisions on the places of comments in a version."""
    return [
        path(
            "drafts/<int:pk>/placements/",
            PlacementsView.as_view(),
            name="draft_placements",
        )
    ]


@hooks.register("register_page_header_buttons")
def add_placement_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from a version to the comments whose place in it is not decided."""
    if page.specific_class is not ProgrammeDraftPage or not user.has_perm(CHANGE):
        return
    waiting = CommentPlacement.objects.filter(
        draft=page.pk, kind=PlacementKind.PROPOSED
    )
    if waiting.exists():
        yield button(_("Places of comments"), "draft_placements", page, "comment", 74)
