"""Consultations, comments, answers and mail in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .answers import AnswerViewSet
from .comments import CommentViewSet
from .consultations import ConsultationViewSet
from .notices import NoticeViewSet


class ConsultationsGroup(SnippetViewSetGroup):
    """The menu entry under which staff find all about consultations."""

    items = (CommentViewSet, AnswerViewSet, ConsultationViewSet, NoticeViewSet)
    menu_label = _("Consultations")
    menu_name = "consultations"
    menu_icon = "comment"
    menu_order = 150
    add_to_admin_menu = True


__all__ = ["ConsultationsGroup"]
