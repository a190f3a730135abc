"""What the search adds to the Wagtail admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.contrib.search_promotions.wagtail_hooks import (
    register_search_picks_menu_item,
)
from wagtail.snippets.models import register_snippet

from .viewsets import (
    MENU_HOOK,
    MissedQueriesViewSet,
    SearchGroup,
    UnreadFilesViewSet,
)

register_snippet(SearchGroup)


@hooks.register("register_admin_viewset")
def register_reports() -> list[MissedQueriesViewSet | UnreadFilesViewSet]:
    """Register the reports about the search."""
    return [MissedQueriesViewSet(), UnreadFilesViewSet()]


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    """Let groups be given the right to read what readers did not find."""
    return Permission.objects.filter(
        content_type__app_label="participation_search", codename="view_missedquery"
    )


hooks.register(MENU_HOOK, register_search_picks_menu_item)


@hooks.register("construct_settings_menu")
def move_promotions(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take the promoted results out of the settings: they stand under the search."""
    items[:] = [item for item in items if item.name != "promoted-search-results"]
