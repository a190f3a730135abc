"""The first page of the admin: what waits to be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Q, Subquery, Value
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale, Page, PageLogEntry
from wagtail.permissions import page_permission_policy

from pages.base.frame import is_untranslated_alias, language_name
from pages.comments.office.waiting import read_waiting
from pages.directory.models import DataErrorReport
from pages.meetings.models import MeetingPage, MeetingStatus
from pages.programmes.models import ProgrammeDraftPage

ROWS = 5
CHANGES = 8


class Desk:
    """What one user works on; the panels of a dashboard share it."""

    def __init__(self, request: HttpRequest) -> None:
        self.user = request.user
        # Counted along: the first page has a limit of queries.
        reports = DataErrorReport.objects.waiting().order_by().values(one=Value(1))
        number = Subquery(reports.annotate(number=Count("pk")).values("number"))
        self.locales = list(Locale.objects.annotate(waiting_reports=number))
        code = get_supported_content_language_variant(settings.LANGUAGE_CODE)
        self.source = next(x for x in self.locales if x.language_code == code)
        self.waiting_reports: int = self.source.waiting_reports or 0
        editable = page_permission_policy.instances_user_has_permission_for(
            request.user, "change"
        )
        # A subquery: every panel looks only at what the user may edit.
        self.pages = editable.order_by().values("pk")


class DashboardPanel(Component):
    """A panel of the dashboard."""

    order = 100

    def __init__(self, desk: Desk) -> None:
        self.desk = desk


class NextMeetingPanel(DashboardPanel):
    """The next meeting, and the meetings that still have no report."""

    template_name = "frontpage/dashboard/next_meeting.html"
    order = 110

    def get_context_data(self, parent_context: Any = None) -> Mapping[str, Any]:
        today = timezone.localdate()
        meetings = MeetingPage.objects.filter(
            pk__in=self.desk.pages, locale=self.desk.source
        )
        next_one = Q(pk=Subquery(meetings.upcoming().values("pk")[:1]))
        waiting = Q(
            date__lt=today, status__in=[MeetingStatus.PLANNED, MeetingStatus.ANNOUNCED]
        )
        found = meetings.filter(next_one | waiting).select_related("place")
        rows = list(found.defer_streamfields().newest_first()[: ROWS + 1])
        is_next = bool(rows) and rows[0].date >= today
        return {
            "meeting": rows.pop(0) if is_next else None,
            "without_report": rows[:ROWS],
        }


class DraftsPanel(DashboardPanel):
    """The versions of programmes in progress, and pages with unpublished changes."""

    template_name = "frontpage/dashboard/drafts.html"
    order = 120

    def get_context_data(self, parent_context: Any = None) -> Mapping[str, Any]:
        drafts = (
            ProgrammeDraftPage.objects.filter(pk__in=self.desk.pages)
            .filter(locale=self.desk.source)
            .exclude(status__in=["superseded", "adopted"])
            .defer_streamfields()
            .order_by("-date", "-number")
        )
        unpublished = Page.objects.filter(pk__in=self.desk.pages).filter(
            Q(live=False) | Q(has_unpublished_changes=True)
        )
        return {
            "drafts": list(drafts[:ROWS]),
            "unpublished": list(
                unpublished.select_related("locale").order_by(
                    "-latest_revision_created_at"
                )[:ROWS]
            ),
        }


@dataclass(frozen=True)
class LanguageGap:
    """The published pages that one language lacks."""

    language: str
    missing: Sequence[Page]
    count: int


class TranslationsPanel(DashboardPanel):
    """What each language still lacks of the published pages."""

    template_name = "frontpage/dashboard/translations.html"
    order = 130

    def get_context_data(self, parent_context: Any = None) -> Mapping[str, Any]:
        source = self.desk.source
        wanted: list[Page] = []
        done: set[tuple[int, Any]] = set()
        pages = Page.objects.live().filter(depth__gt=1).select_related("alias_of")
        for page in pages.order_by("path"):
            if page.locale_id == source.pk:
                wanted.append(page)
            elif not is_untranslated_alias(page):
                done.add((page.locale_id, page.translation_key))
        gaps = []
        for locale in self.desk.locales:
            if locale == source:
                continue
            missing = [p for p in wanted if (locale.pk, p.translation_key) not in done]
            if missing:
                name = language_name(locale.language_code)
                gaps.append(LanguageGap(name, missing[:ROWS], len(missing)))
        return {
            "gaps": gaps,
            "is_complete": not gaps,
            "may_translate": self.desk.user.has_perm(
                "wagtail_localize.submit_translation"
            ),
        }


class ChangesPanel(DashboardPanel):
    """Who changed what of late."""

    template_name = "frontpage/dashboard/changes.html"
    order = 140

    def get_context_data(self, parent_context: Any = None) -> Mapping[str, Any]:
        entries = (
            PageLogEntry.objects.filter(page__in=self.desk.pages, user__isnull=False)
            .select_related("user", "page")
            .order_by("-timestamp")
        )
        return {"entries": list(entries[:CHANGES])}


class CommentsPanel(DashboardPanel):
    """Comments without an answer, the oldest first, and what else waits with them."""

    template_name = "frontpage/dashboard/comments.html"
    order = 115

    def get_context_data(self, parent_context: Any = None) -> Mapping[str, Any]:
        user = self.desk.user
        if not user.has_perm("public_comments.view_publiccomment"):
            return {}
        waiting = read_waiting(most=ROWS)
        return {
            "waiting": waiting,
            "sees_mail": user.has_perm("public_comments.view_notice"),
            "places": user.has_perm("public_comments.change_publiccomment"),
        }


class ErrorReportsPanel(DashboardPanel):
    """How many reports of errors wait for those who may mend the data."""

    template_name = "frontpage/dashboard/error_reports.html"
    order = 117

    def get_context_data(self, parent_context: Any = None) -> Mapping[str, Any]:
        rights = ("snippets.change_organisation", "directory.view_dataerrorreport")
        if not self.desk.user.has_perms(rights):
            return {}
        return {"number": self.desk.waiting_reports}


PANELS = (
    NextMeetingPanel,
    CommentsPanel,
    ErrorReportsPanel,
    DraftsPanel,
    TranslationsPanel,
    ChangesPanel,
)


def dashboard_panels(request: HttpRequest) -> list[DashboardPanel]:
    """Return the panels of the project for one user."""
    desk = Desk(request)
    return [panel(desk) for panel in PANELS]
