"""What the room adds to the Wagtail admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import LogActionRegistry

from pages.comments.admin_views.consultations import BUTTONS_HOOK
from pages.comments.models import Consultation

from .admin_views import returning_urls
from .admin_views.base import PAPERS
from .admin_views.papers import ConsultationPapersView
from .admin_views.progress import FILE, PROGRESS, PaperFileView, PaperProgressView
from .logs import EXPORT, ExportFormatter
from .returning.logs import RETURN, ReturnFormatter
from .rights import may_have_papers


@hooks.register("register_admin_urls")
def register_paper_views() -> list[URLPattern]:
    """Register the papers of a consultation, and tables that come back."""
    return [
        path(
            "consultations/<int:pk>/papers/",
            ConsultationPapersView.as_view(),
            name=PAPERS,
        ),
        path("papers/<uuid:uid>/", PaperProgressView.as_view(), name=PROGRESS),
        path("papers/<uuid:uid>/file/", PaperFileView.as_view(), name=FILE),
        *returning_urls.urlpatterns,
    ]


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what is done with papers in the history of a consultation."""
    actions.register_action(EXPORT)(ExportFormatter)
    actions.register_action(RETURN)(ReturnFormatter)


@hooks.register(BUTTONS_HOOK)
def add_papers_button(consultation: Consultation, user: Any) -> Iterator[HeaderButton]:
    """Lead from a consultation to its papers."""
    if may_have_papers(user):
        url = reverse(PAPERS, args=[consultation.pk])
        yield HeaderButton(_("Papers"), url=url, icon_name="doc-full")
