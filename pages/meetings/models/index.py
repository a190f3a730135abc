"""The list of meetings."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from pages.base.models import BasePage
from pages.base.visibility import visible

from .meeting import MeetingPage

MEETINGS_ON_A_PAGE = 20


class MeetingIndexPage(BasePage):
    """The list of meetings: those to come, then the reports."""

    page_description = _("Lists the meetings: those to come, then the reports.")
    parent_page_types = ["frontpage.HomePage"]
    subpage_types = ["meetings.MeetingPage"]

    class Meta:
        verbose_name = _("list of meetings")
        verbose_name_plural = _("lists of meetings")

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        meetings = visible(MeetingPage.objects.child_of(self)).only(
            "title", "slug", "lead", "status", "date", "start_time", "end_time"
        )
        paginator = Paginator(meetings.past().newest_first(), MEETINGS_ON_A_PAGE)
        context |= {
            "upcoming": list(meetings.upcoming()),
            "past": paginator.get_page(request.GET.get("page")),
        }
        return context
