"""The pages about webhooks and about messages, and what can be done there."""

import json
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import CreateView, EditView, InspectView

from pages.comments.models import NoticeState
from pages.comments.viewsets.base import NOT_SAVED, KeptIndexView, OwnWordsMixin

from .delivering import queue
from .models import Webhook, WebhookDelivery
from .telling import send_test

HOOK = "wagtailsnippets_participation_webhooks_webhook"
DELIVERY = "wagtailsnippets_participation_webhooks_webhookdelivery"
SAVED = gettext_lazy("The webhook “%(object)s” is saved.")


class WebhooksView(KeptIndexView):
    """The list of webhooks, with what became of the last message to each."""

    title_label = gettext_lazy("Name")
    add_item_label = gettext_lazy("Add a webhook")

    def get_base_queryset(self) -> Any:
        last = WebhookDelivery.objects.filter(webhook=OuterRef("pk"))
        last = last.order_by("-created_at", "-pk")
        return Webhook.objects.annotate(
            last_state=Subquery(last.values("state")[:1]),
            last_at=Subquery(last.values("created_at")[:1]),
        )

    @cached_property
    def header_buttons(self) -> list[Any]:
        deliveries = HeaderButton(
            _("Messages"), url=reverse(f"{DELIVERY}:list"), icon_name="list-ul"
        )
        return [*super().header_buttons, deliveries]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["switched_off"] = Webhook.objects.filter(
            is_active=False, switched_off_at__isnull=False
        ).count()
        return context


class WebhookCreateView(OwnWordsMixin, CreateView):
    """A new webhook; its secret is what the receiver needs next."""

    success_message = SAVED
    error_message = NOT_SAVED

    def get_success_url(self) -> str:
        if self.user_has_permission("change"):
            return reverse(f"{HOOK}:secret", args=[self.object.pk])
        return reverse(f"{HOOK}:list")


class WebhookEditView(OwnWordsMixin, EditView):
    """A webhook that is there already."""

    success_message = SAVED
    error_message = NOT_SAVED

    def get_success_url(self) -> str:
        return reverse(f"{HOOK}:inspect", args=[self.object.pk])


class MomentsMixin:
    """Shows moments by the clock in the office, and a dash for nothing."""

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        """Return a value as staff read it."""
        value = super().get_field_display_value(field_name, field)  # type: ignore[misc]
        if isinstance(value, datetime):
            return date_format(localtime(value), "DATETIME_FORMAT")
        return "–" if value in (None, "") else value


class WebhookView(MomentsMixin, InspectView):
    """The page of one webhook: what it is, and what can be done with it."""

    template_name = "participation_webhooks/admin/webhook.html"

    def get_field_label(self, field_name: str, field: Any) -> Any:
        """Return what a value is called; these two are no columns."""
        own = {"event_labels": _("Events"), "state_label": _("State")}
        return own.get(field_name) or super().get_field_label(field_name, field)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        pk = self.object.pk
        may = self.user_has_permission("change")
        return context | {
            "deliveries_url": f"{reverse(f'{DELIVERY}:list')}?webhook={pk}",
            "test_url": reverse(f"{HOOK}:send_test", args=[pk]) if may else "",
            "secret_url": reverse(f"{HOOK}:secret", args=[pk]) if may else "",
        }


class SendTestView(PermissionCheckedMixin, BaseObjectMixin, View):
    """Sends a test to one webhook; it answers POST only."""

    model = Webhook
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        delivery = send_test(self.object)
        log(self.object, "participation_webhooks.test", user=request.user)
        text = _("The test is sent as soon as it can be; this page shows the outcome.")
        messages.success(request, text)
        return redirect(reverse(f"{DELIVERY}:inspect", args=[delivery.pk]))


@method_decorator(never_cache, name="dispatch")
class SecretView(
    PermissionCheckedMixin, BaseObjectMixin, WagtailAdminTemplateMixin, TemplateView
):
    """Shows the secret of a webhook to those who may change it, or makes another."""

    model = Webhook
    permission_required = "change"
    http_method_names = ["get", "post"]
    template_name = "participation_webhooks/admin/secret.html"
    page_title = gettext_lazy("Secret of the webhook")
    header_icon = "key"
    _show_breadcrumbs = True

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{HOOK}:list"), "label": _("Webhooks")},
            {"url": self.back_url, "label": str(self.object)},
            {"url": "", "label": self.page_title},
        ]

    @property
    def back_url(self) -> str:
        """The page of the webhook."""
        return reverse(f"{HOOK}:inspect", args=[self.object.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"hook": self.object, "back_url": self.back_url}

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object.rotate_secret()
        log(self.object, "participation_webhooks.rotate", user=request.user)
        text = _("A new secret is made. For a day, messages are signed with both.")
        messages.success(request, text)
        return redirect(reverse(f"{HOOK}:secret", args=[pk]))


class DeliveryView(MomentsMixin, InspectView):
    """The page of one message: what it says, and what became of it."""

    template_name = "participation_webhooks/admin/delivery.html"

    @cached_property
    def header_more_buttons(self) -> list[HeaderButton]:
        return []

    def get_fields_context(self) -> list[dict[str, Any]]:
        """Return what is shown: when it is tried next only where it is."""
        done = self.object.is_finished
        names = [name for name in self.fields if not (done and name == "due_at")]
        return [self.get_context_for_field(name) for name in names]

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        if field_name == "payload":
            text = json.dumps(self.object.payload, ensure_ascii=False, indent=2)
            lines = '<pre class="w-whitespace-pre-wrap w-break-words">{}</pre>'
            return format_html(lines, text)
        return super().get_field_display_value(field_name, field)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        pk, may = self.object.pk, self.user_has_permission("change")
        again = reverse(f"{DELIVERY}:send_again", args=[pk])
        return context | {
            "again_url": again if may and self.object.is_finished else "",
            "is_failed": self.object.state == NoticeState.FAILED,
            "hook_url": reverse(f"{HOOK}:inspect", args=[self.object.webhook_id]),
        }


class SendAgainView(PermissionCheckedMixin, BaseObjectMixin, View):
    """Sends a message anew that arrived or was given up; it answers POST only."""

    model = WebhookDelivery
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if self.object.is_finished:
            queue.send_again(self.object)
            data = {"message": self.object.uid}
            hook = self.object.webhook
            action = "participation_webhooks.send_again"
            log(hook, action, user=request.user, data=data)
            text = _("The message is sent again as soon as it can be.")
            messages.success(request, text)
        else:
            messages.error(request, _("The message is on its way already."))
        return redirect(reverse(f"{DELIVERY}:inspect", args=[pk]))
