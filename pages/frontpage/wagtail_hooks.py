"""What the room adds to the Wagtail admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import RecentEditsPanel

from .dashboard import dashboard_panels
from .handbook.views import HandbookViewSet


@hooks.register("construct_homepage_panels")
def add_dashboard_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Put the project's panels first; recent changes take in one's own edits."""
    panels[:] = [p for p in panels if not isinstance(p, RecentEditsPanel)]
    panels.extend(dashboard_panels(request))


@hooks.register("register_admin_viewset")
def register_handbook() -> HandbookViewSet:
    """Put the staff's handbook under the admin's address and into its help menu."""
    return HandbookViewSet()
