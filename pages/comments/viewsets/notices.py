"""The mail to authors in the admin: what became of it, and sending it again."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn

from pages.comments.admin_views.notices import NoticeView, SendAgainView
from pages.comments.models import Notice, NoticeState

from .base import KeptViewSet


class NoticeViewSet(KeptViewSet):
    """Mail to the authors of comments; no address is shown here."""

    model = Notice
    base_url_path = "comment-mail"
    icon = "mail"
    views = ()
    inspect_view_class = NoticeView
    list_display = [
        "__str__",
        StatusTagColumn(
            "get_state_display",
            label=_("State"),
            primary=lambda notice: notice.state == NoticeState.FAILED,
        ),
        Column("attempts", label=_("Tries")),
        DateColumn("created_at", label=_("Made"), sort_key="created_at"),
        DateColumn("sent_at", label=_("Sent"), sort_key="sent_at"),
        Column("error", label=_("What the mail server said"), width="35%"),
    ]
    list_filter = ["state", "kind"]
    inspect_view_fields = [
        "kind",
        "comment",
        "state",
        "attempts",
        "error",
        "message",
        "created_at",
        "due_at",
        "sent_at",
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return Notice.objects.select_related("comment")

    def get_urlpatterns(self) -> list[URLPattern]:
        again = path(
            "send-again/<int:pk>/",
            self.construct_view(SendAgainView),
            name="send_again",
        )
        return [*super().get_urlpatterns(), again]
