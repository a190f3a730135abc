"""Webhooks in the admin: made, tried, switched off and deleted."""

from typing import Any

from django.forms import URLInput
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn

from pages.comments.models import NoticeState
from pages.comments.viewsets.base import KeptViewSet
from pages.webhooks.admin_views import (
    SecretView,
    SendTestView,
    WebhookCreateView,
    WebhookEditView,
    WebhooksView,
    WebhookView,
)
from pages.webhooks.forms import WebhookForm
from pages.webhooks.models import Webhook

STATES: dict[str, Any] = dict(NoticeState.choices)


class WebhookViewSet(KeptViewSet):
    """Webhooks, for those who publish: an address may be as good as a password.

    They are no snippets, which the API would show with their secrets.
    """

    model = Webhook
    base_url_path = "webhooks"
    icon = "link-external"
    menu_label = pgettext_lazy("menu", "Webhooks")
    menu_name = "webhooks"
    add_to_settings_menu = True
    views = ("add", "edit", "delete", "history")
    index_view_class = WebhooksView
    index_results_template_name = "participation_webhooks/admin/results.html"
    add_view_class = WebhookCreateView
    edit_view_class = WebhookEditView
    inspect_view_class = WebhookView
    list_display = [
        "__str__",
        Column("host", label=_("Leads to")),
        StatusTagColumn(
            "state_label",
            label=_("State"),
            primary=lambda hook: bool(hook.switched_off_at),
        ),
        Column(
            "last_state",
            label=_("Last message"),
            accessor=lambda hook: STATES.get(hook.last_state, "–"),
        ),
        DateColumn("last_at", label=_("When")),
    ]
    inspect_view_fields = [
        *("name", "url", "event_labels", "state_label", "created_at"),
        *("failing_since", "switched_off_at"),
    ]
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "A webhook tells another program, such as a front end, that "
                    "something public changed, so that it can fetch it by the API. "
                    "Pages that are not public are never named."
                )
            ),
            FieldPanel("name"),
            FieldPanel("url", widget=URLInput),
            FieldPanel("events"),
            FieldPanel("is_active"),
        ],
        base_form_class=WebhookForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        own = (
            ("send_test", "send-test", SendTestView),
            ("secret", "secret", SecretView),
        )
        patterns = [
            path(f"{slug}/<int:pk>/", self.construct_view(view), name=name)
            for name, slug, view in own
        ]
        return [*super().get_urlpatterns(), *patterns]
