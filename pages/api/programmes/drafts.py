"""The versions of a programme as the API tells them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import (
    Case,
    Count,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.rich_text import expand_db_html

from pages.api.links import api_url, languages
from pages.base.visibility import visible
from pages.programmes.models import (
    ClauseWording,
    FrozenVersion,
    ProgrammeDraftPage,
)
from pages.programmes.redline import compare

from .clauses import clause_rows
from .linking import (
    DRAFT_LINK,
    MEETING_LINK,
    Row,
    draft_link,
    find_programmes,
    meeting_link,
    own_link,
    page_api_url,
    page_row,
    programme_of,
    with_source,
)
from .rooms import find_consultations, tally_comments

ITEM = (*DRAFT_LINK, "label", "lead")
# A version to compare with: its text and its language, in one query.
TEXT = (*DRAFT_LINK, "body", "locale__language_code")


def public_drafts() -> PageQuerySet:
    """Return the versions that everybody may read, with what a list tells of them."""
    wordings = ClauseWording.objects.filter(draft=OuterRef("pk")).order_by()
    count = wordings.values("draft").annotate(n=Count("pk")).values("n")
    frozen = FrozenVersion.objects.filter(
        draft__translation_key=OuterRef("translation_key")
    )
    return with_source(visible(ProgrammeDraftPage.objects)).annotate(
        clauses_count=Coalesce(Subquery(count, output_field=IntegerField()), 0),
        closed_at=Subquery(frozen.values("frozen_at")[:1]),
    )


def drafts_below(programme: Page) -> PageQuerySet:
    """Return the versions of a programme that everybody may read, as for a list."""
    return public_drafts().child_of(programme).only(*ITEM)


def draft_rows(request: HttpRequest, drafts: Sequence[Any]) -> list[Row]:
    """Return versions as a list tells them: one query."""
    keys = {draft.translation_key for draft in drafts}
    consultations = find_consultations(request, keys)
    return [
        {
            **page_row(request, draft),
            "number": draft.number,
            "status": draft.status,
            "date": draft.date,
            "label": draft.label or None,
            "is_closed": draft.closed_at is not None,
            "closed_at": draft.closed_at,
            "clauses_count": draft.clauses_count,
            "consultation": consultations.get(draft.translation_key),
        }
        for draft in drafts
    ]


def tell_draft(request: HttpRequest, draft: Any) -> Row:
    """Return a version with its whole text; the queries are always as many."""
    total, comments = tally_comments(draft)
    [row] = draft_rows(request, [draft])
    programme = programme_of(draft, find_programmes([draft]))
    return {
        **row,
        "programme": own_link(request, programme),
        "summary": expand_db_html(draft.summary) or None,
        **tell_meetings(request, draft),
        "changes": tell_changes(request, draft),
        "comments_count": total,
        "page_api_url": page_api_url(request, draft),
        "clauses": clause_rows(draft.clauses, request, draft, comments),
    }


def tell_changes(request: HttpRequest, draft: Any) -> Row | None:
    """Return how many clauses differ from the version before: one query."""
    base = find_base(draft)
    if base is None:
        return None
    counts = compare(base.clauses, draft.clauses).counts
    address = api_url(request, "draft_redline", draft_id=draft.pk)
    return {
        **vars(counts),
        "since": draft_link(request, base),
        "api_url": f"{address}?since={base.pk}",
    }


def find_base(draft: Any) -> ProgrammeDraftPage | None:
    """Return the public version that `pages.programmes.changes.choose` would choose.

    That is the one the draft is based on, be it last year's, else the one before.
    """
    programme = draft.path[: -draft.steplen]
    before = Q(path__startswith=programme, number__lt=draft.number)
    year = Q(path__startswith=programme[: -draft.steplen])
    based = Q(translation_key=draft.base_key) & year if draft.base_key else None
    found: ProgrammeDraftPage | None = (
        visible(ProgrammeDraftPage.objects.filter(before | based if based else before))
        .exclude(pk=draft.pk)
        .order_by(*([Case(When(based, then=0), default=1)] if based else []), "-number")
        .select_related("locale")
        .only(*TEXT)
        .first()
    )
    return found


def with_base(drafts: PageQuerySet) -> PageQuerySet:
    """Annotate the translation key of the version that each was made from."""
    return drafts.annotate(base_key=F("based_on__translation_key"))


def tell_meetings(request: HttpRequest, draft: Any) -> Row:
    """Return the public meetings that led to a version or discussed it: one query."""
    key = draft.translation_key
    led = Q(meetings_meetingpage__resulting_draft__translation_key=key)
    discussed = Q(meetings_meetingpage__discussed_draft__translation_key=key)
    meetings = (
        visible(Page.objects)
        .filter(led | discussed, locale_id=draft.locale_id, alias_of__isnull=True)
        .annotate(
            led_to=F("meetings_meetingpage__resulting_draft__translation_key"),
            was_on=F("meetings_meetingpage__discussed_draft__translation_key"),
        )
        .only(*MEETING_LINK)
        .order_by("meetings_meetingpage__date", "pk")
    )
    code = languages(request).get(draft.locale_id, "")
    rows = [(page, meeting_link(request, page, code)) for page in meetings]
    return {
        "made_at": [link for page, link in rows if page.led_to == key],
        "discussed_at": [link for page, link in rows if page.was_on == key],
    }
