"""What staff do for the search, in the admin."""

from django.utils.translation import pgettext_lazy
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .files import UnreadFilesViewSet
from .missed import MissedQueriesViewSet
from .reports import MENU_HOOK
from .synonyms import SynonymViewSet


class SearchGroup(SnippetViewSetGroup):
    """The menu entry under which staff find all about the search."""

    items = (SynonymViewSet,)
    submenu_hook = MENU_HOOK
    menu_label = pgettext_lazy("menu", "Search")
    menu_name = "search-group"
    menu_icon = "search"
    menu_order = 220  # below the registers and the reports of errors in them
    add_to_admin_menu = True


__all__ = ["MENU_HOOK", "MissedQueriesViewSet", "SearchGroup", "UnreadFilesViewSet"]
