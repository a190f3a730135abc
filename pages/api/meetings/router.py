"""The addresses of meetings."""

from typing import Annotated, Any

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _
from ninja import Path, Query, Router

from pages.api.locales import CODES, reading
from pages.api.paging import Paging
from pages.api.tokens import PUBLIC
from pages.base.visibility import visible
from pages.meetings.models import MeetingPage
from pages.programmes.models import ProgrammePage

from .schemas import Meeting, MeetingFilters, MeetingListing
from .telling import meeting_entry, tell_meeting

router = Router(tags=["meetings"])

ORDERS = {
    "date": ("date", "start_time", "pk"),
    "-date": ("-date", "-start_time", "-pk"),
}
# What a list shows of a meeting; its text is long.
LISTED = (
    *("title", "slug", "url_path", "lead", "kind", "ordinal", "status", "online_url"),
    *("date", "start_time", "end_time", "locale__language_code"),
    *("alias_of__locale__language_code", "place"),
)
MeetingId = Annotated[int, Path(ge=1, le=2**63 - 1, description="The id of its page.")]


@router.get(
    "/",
    response=MeetingListing,
    auth=PUBLIC,
    url_name="list_meetings",
    operation_id="meetings_list",
    summary="List meetings",
)
def list_meetings(
    request: HttpRequest,
    filters: Query[MeetingFilters],
    paging: Query[Paging],
) -> dict[str, Any]:
    """Meetings of one language by date, those to come among them.

    Where a page only mirrors that of another language, `content_locale` says which.
    """
    with reading(filters.locale) as language:
        meetings = visible(MeetingPage.objects).filter(
            asked_for(filters), locale__language_code=language
        )
        if filters.when == "upcoming":
            meetings = meetings.upcoming()
        elif filters.when == "past":
            meetings = meetings.past()
        rows = meetings.select_related("place", "locale", "alias_of__locale")
        piece = paging.cut(rows.only(*LISTED), ORDERS[filters.order])
        entries = [meeting_entry(request, one, language) for one in piece["items"]]
        return {**piece, "items": entries}


@router.get(
    "/{meeting_id}/",
    response=Meeting,
    auth=PUBLIC,
    url_name="detail_meeting",
    operation_id="meetings_detail",
    summary="Read a meeting",
)
def detail_meeting(request: HttpRequest, meeting_id: MeetingId) -> dict[str, Any]:
    """A meeting with its whole report, in the language of its page."""
    meeting = (
        visible(MeetingPage.objects)
        .filter(pk=meeting_id, locale__language_code__in=CODES)
        .select_related("place", "project", "locale", "alias_of__locale")
        .defer("body")
        .first()
    )
    if meeting is None:
        raise Http404(_("There is no such meeting."))
    language = meeting.locale.language_code
    with translation.override(language):
        return tell_meeting(request, meeting, language)


def asked_for(filters: MeetingFilters) -> Q:
    """Return what the filters ask for, but for upcoming or past."""
    asked = Q()
    if filters.year is not None:
        asked &= Q(date__year=filters.year)
    if filters.programme is not None:
        programmes = visible(ProgrammePage.objects).filter(pk=filters.programme)
        keys = programmes.order_by().values("translation_key")
        asked &= Q(programme__translation_key__in=keys)
    if filters.kind is not None:
        asked &= Q(kind=filters.kind)
    if filters.status is not None:
        asked &= Q(status=filters.status)
    if filters.organisation:
        attended = MeetingPage.objects.filter(
            organisations__organisation__slug=filters.organisation
        )
        asked &= Q(pk__in=attended.order_by().values("pk"))
    return asked
