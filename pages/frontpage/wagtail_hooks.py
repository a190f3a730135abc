"""What the room adds to the Wagtail admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import RecentEditsPanel

from .dashboard import dashboard_panels


@hooks.register("construct_homepage_panels")
def add_dashboard_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Put the project's panels first; recent changes take in one's own edits."""
    panels[:] = [p for p in panels if not isinstance(p, RecentEditsPanel)]
    panels.extend(dashboard_panels(request))
