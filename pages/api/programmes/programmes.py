"""A year's programme as the API tells it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.api.links import languages
from pages.base.visibility import visible
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage

from .drafts import draft_rows, drafts_below
from .linking import (
    DRAFT_LINK,
    LINK,
    MEETING_LINK,
    Row,
    draft_link,
    meeting_link,
    page_api_url,
    page_row,
    with_source,
)
from .tasks import task_items, tasks_below

ITEM = (*LINK, "lead", "year", "stage", "translation_key")
ADOPTION = (
    *("legal_basis", "resolution_number", "resolution_date", "planned_funds"),
    "bip_url",
)


def public_programmes() -> PageQuerySet:
    """Return the programmes that everybody may read."""
    return with_source(visible(ProgrammePage.objects)).only(*ITEM, *ADOPTION)


def programme_rows(request: HttpRequest, programmes: Sequence[Any]) -> list[Row]:
    """Return programmes as a list tells them: one query."""
    newest = newest_drafts(programmes)
    return [
        {
            **page_row(request, programme),
            "year": programme.year,
            "stage": programme.stage,
            "current_draft": draft_link(request, draft)
            if (draft := newest.get(programme.path))
            else None,
        }
        for programme in programmes
    ]


def newest_drafts(programmes: Sequence[Page]) -> dict[str, ProgrammeDraftPage]:
    """Return the newest public version of each programme by its path: one query."""
    if not programmes:
        return {}
    below = Q()
    for programme in programmes:
        below |= Q(path__startswith=programme.path)
    drafts = visible(ProgrammeDraftPage.objects).filter(below).order_by("number")
    # The newest comes last, and is the one that stays.
    return {draft.path[: -draft.steplen]: draft for draft in drafts.only(*DRAFT_LINK)}


def tell_programme(request: HttpRequest, programme: Any) -> Row:
    """Return a programme with its versions, tasks and meetings."""
    drafts = draft_rows(request, list(drafts_below(programme).order_by("-number")))
    funds = programme.planned_funds
    return {
        **page_row(request, programme),
        "year": programme.year,
        "stage": programme.stage,
        **{name: getattr(programme, name) or None for name in ADOPTION},
        "planned_funds": None if funds is None else str(funds),
        "current_draft": drafts[0] if drafts else None,
        "drafts": drafts,
        "tasks": task_items(request, tasks_below(programme)),
        "meetings": meetings_of(request, programme),
        "page_api_url": page_api_url(request, programme),
    }


def meetings_of(request: HttpRequest, programme: Any) -> list[Row]:
    """Return the links to the public meetings on a programme: one query."""
    meetings = visible(Page.objects).filter(
        meetings_meetingpage__programme__translation_key=programme.translation_key,
        locale_id=programme.locale_id,
        alias_of__isnull=True,
    )
    found = meetings.only(*MEETING_LINK).order_by("meetings_meetingpage__date", "pk")
    code = languages(request).get(programme.locale_id, "")
    return [meeting_link(request, page, code) for page in found]
