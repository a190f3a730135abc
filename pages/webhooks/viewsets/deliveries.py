"""The messages to webhooks in the admin: a log, and sending one again."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn

from pages.comments.models import NoticeState
from pages.comments.viewsets.base import KeptViewSet
from pages.webhooks.admin_views import DeliveryView, SendAgainView
from pages.webhooks.models import WebhookDelivery


class WebhookDeliveryViewSet(KeptViewSet):
    """What was sent to webhooks, and what became of it; reached from their list."""

    model = WebhookDelivery
    base_url_path = "webhook-messages"
    icon = "list-ul"
    views = ()
    add_to_admin_menu = False
    inspect_view_class = DeliveryView
    list_display = [
        "__str__",
        Column("webhook", label=_("Webhook")),
        StatusTagColumn(
            "get_state_display",
            label=_("State"),
            primary=lambda row: row.state == NoticeState.FAILED,
        ),
        Column("attempts", label=_("Tries")),
        Column("status", label=_("HTTP status")),
        DateColumn("created_at", label=_("Created"), sort_key="created_at"),
        Column("get_error_display", label=_("Why it did not arrive"), width="30%"),
    ]
    list_filter = ["state", "event", "webhook"]
    inspect_view_fields = [
        *("webhook", "event", "state", "error", "status", "attempts", "duration"),
        *("created_at", "due_at", "sent_at", "uid", "payload"),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return WebhookDelivery.objects.select_related("webhook").defer("payload")

    def get_urlpatterns(self) -> list[URLPattern]:
        again = path(
            "send-again/<int:pk>/",
            self.construct_view(SendAgainView),
            name="send_again",
        )
        return [*super().get_urlpatterns(), again]
