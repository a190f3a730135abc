"""The views of a version, text, changes and comments, as its page prints them."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from wagtail.models import Page

from pages.base.visibility import visible

from .changes import read_changes
from .commenting import comments_of_version
from .panels import read_panels
from .reading import read_draft

if TYPE_CHECKING:
    from .models import ProgrammeDraftPage

VIEWS = ("text", "changes", "comments")


def view_of(request: HttpRequest) -> str:
    """Return the view that the reader asks for: text, changes or comments."""
    if "compare" in request.GET:
        return "changes"
    view = request.GET.get("view", "")
    return view if view in VIEWS else "text"


def read_view(
    draft: "ProgrammeDraftPage", request: HttpRequest, programme_title: str
) -> dict[str, Any]:
    """Return what the template of the view asked for prints, and no more."""
    view = view_of(request)
    comments = comments_of_version(draft, request)
    context: dict[str, Any] = {
        "programme_title": programme_title,
        "page_url": draft.get_url(request),
        "notice": comments and comments.notice,
        "total": comments.total if comments else 0,
    }
    if view == "comments":
        context["listing"] = comments and comments.listing()
        if not (context["notice"] or context["listing"]):
            context["discussed_at"] = find_meetings(draft, "discussed_draft")
        return context
    versions = find_versions(draft)
    if view == "changes":
        context["changes"] = read_changes(draft, versions, request, comments)
        return context
    chapter = request.GET.get("chapter", "")
    return context | {
        "reading": read_draft(draft.clauses, chapter=chapter, comments=comments),
        "panels": read_panels(draft, request),
        "programme_url": draft.programme.get_url(request),
        "versions": versions,
        "is_newest": not versions or versions[0].pk == draft.pk,
        "made_at": find_meetings(draft, "resulting_draft"),
        "discussed_at": find_meetings(draft, "discussed_draft"),
    }


def find_versions(draft: "ProgrammeDraftPage") -> list["ProgrammeDraftPage"]:
    """Return the published versions of the draft's programme, the newest first."""
    siblings = visible(type(draft).objects.sibling_of(draft))
    fields = ("title", "slug", "date", "number", "translation_key")
    return list(siblings.only(*fields).order_by("-number"))


def find_meetings(draft: "ProgrammeDraftPage", relation: str) -> list[Page]:
    """Return the published meetings that discussed a version, or led to it."""
    key = f"meetings_meetingpage__{relation}__translation_key"
    meetings = visible(Page.objects).filter(
        **{key: draft.translation_key}, locale_id=draft.locale_id, alias_of__isnull=True
    )
    return list(
        meetings.only("title", "url_path").order_by("meetings_meetingpage__date")
    )
