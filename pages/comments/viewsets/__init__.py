"""Consultations, comments, answers and mail in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .answers import AnswerViewSet
from .comments import CommentViewSet
from .consultations import ConsultationViewSet
from .notices import NoticeViewSet

# The hook by which rooms above this one put items of theirs into the menu entry.
SUBMENU = "register_consultations_menu_item"


class ConsultationsGroup(SnippetViewSetGroup):
    """The menu entry under which staff find all about consultations."""

    items = (CommentViewSet, AnswerViewSet, ConsultationViewSet, NoticeViewSet)
    menu_label = _("Consultations")
    menu_name = "consultations"
    menu_icon = "comment"
    menu_order = 150
    add_to_admin_menu = True
    submenu_hook = SUBMENU


__all__ = ["SUBMENU", "ConsultationsGroup"]
