"""One mail to an author: what became of it, and a button to send it again."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import InspectView

from pages.comments.mail.mailing import send_again
from pages.comments.models import Notice, NoticeState

NOTICE = "wagtailsnippets_public_comments_notice"


class NoticeView(InspectView):
    """The page of one mail."""

    template_name = "public_comments/admin/notice.html"

    @cached_property
    def header_more_buttons(self) -> list[HeaderButton]:
        return []

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        """Return a value; a moment by the clock in the office."""
        value = super().get_field_display_value(field_name, field)
        if isinstance(value, datetime):
            return date_format(localtime(value), "DATETIME_FORMAT")
        return "–" if value in (None, "") else value

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        may = self.user_has_permission("change")
        is_failed = self.object.state == NoticeState.FAILED
        context["again_url"] = (
            reverse(f"{NOTICE}:send_again", args=[self.object.pk])
            if may and is_failed
            else ""
        )
        return context


class SendAgainView(PermissionCheckedMixin, BaseObjectMixin, View):
    """Starts a mail anew that was given up; it answers POST only."""

    model = Notice
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if self.object.state == NoticeState.FAILED:
            send_again(self.object)
            data = {"note": str(self.object.get_kind_display())}
            log(
                self.object.comment,
                "public_comments.send_again",
                user=request.user,
                data=data,
            )
            messages.success(request, _("The mail is sent again as soon as it can be."))
        else:
            messages.error(
                request, _("Only mail that could not be sent is sent again.")
            )
        return redirect(reverse(f"{NOTICE}:inspect", args=[self.object.pk]))
