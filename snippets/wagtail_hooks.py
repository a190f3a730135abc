from collections.abc import Iterator
from typing import Any

from wagtail import hooks
from wagtail.actions.registry import ActionRegistry
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from .importing.logs import log_formatters as import_formatters
from .merging import may_merge
from .merging.actions import EditEntryAction
from .merging.logs import log_formatters
from .merging.views import MergersViewSet, merge_button, mergers_viewset
from .models import Organisation
from .viewsets import RegistersGroup

register_snippet(RegistersGroup)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name imports and mergers in the history of organisations."""
    for action, formatter in {**import_formatters, **log_formatters}.items():
        actions.register_action(action)(formatter)


@hooks.register("register_actions")
def register_actions(actions: ActionRegistry) -> None:
    """Let a merged entry stay as it was, also through the API."""
    actions.register(Organisation, EditEntryAction)


@hooks.register("register_admin_viewset")
def register_mergers() -> MergersViewSet:
    """Register the list of mergers."""
    return mergers_viewset


@hooks.register("register_snippet_listing_buttons")
def add_merge_button(row: Any, user: Any, next_url: str = "") -> Iterator[Button]:
    """Lead from an organisation in the list to its merger."""
    if isinstance(row, Organisation) and may_merge(user):
        yield merge_button(row)
