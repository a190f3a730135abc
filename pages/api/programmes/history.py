"""The life of one clause as the API tells it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from pages.base.visibility import visible
from pages.programmes.history import ADDRESS, Succession, successions_of
from pages.programmes.models import Clause, ClauseWording, PriorityTaskPage
from pages.programmes.redline import SegmentKind, compare_words

from .linking import (
    DRAFT_LINK,
    LINK,
    ClauseAddresses,
    Row,
    clause_link,
    draft_link,
    meeting_link,
    own_link,
    wording_row,
)
from .redline import segment_rows
from .rooms import ask, comments_url, count_on_clause

SOURCES = "pages.api.programmes.sources.sources_of_clause"


def tell_clause(request: HttpRequest, uid: UUID, language_code: str) -> Row | None:
    """Return a clause and its history, None where nothing of it is published."""
    wordings = read_wordings(uid, language_code)
    if not wordings:
        return None
    newest = wordings[0]
    drafts = [wording.draft for wording in wordings]
    told = ask("pages.drafting", SOURCES, {})(request, uid, drafts)
    addresses = ClauseAddresses(request)
    return {
        **wording_row(newest),
        **addresses.of(uid),
        "uid": uid,
        "locale": language_code,
        "draft": draft_link(request, newest.draft, language_code),
        "task": find_task(request, uid, language_code),
        "comments_count": count_on_clause(uid),
        "comments_api_url": comments_url(request, clause=uid),
        "history": version_rows(request, wordings, told, language_code),
        "findings": read_findings(request, uid, language_code),
        "successions": [
            succession_row(request, succession, addresses, language_code)
            for succession in successions_of(uid, language_code)
        ],
    }


def read_wordings(uid: UUID, language_code: str) -> list[ClauseWording]:
    """Return the public wordings of a clause, the newest version first: one query."""
    wordings = ClauseWording.objects.filter(clause=uid).public(language_code)
    draft = (f"draft__{name}" for name in DRAFT_LINK)
    own = ("clause", "kind", "number", "text", "chapter")
    return list(wordings.select_related("draft").only(*own, *draft))


def read_findings(request: HttpRequest, uid: UUID, language_code: str) -> list[Row]:
    """Return the findings of published reports that name a clause: one query."""
    findings: Any = Clause(uid=uid).findings  # Finding's own queryset, a room above
    page = (f"page__{name}" for name in ADDRESS)
    rows = findings.public(language_code).only("clause", "kind", "text", *page)
    return [finding_row(request, finding, language_code) for finding in rows]


def find_task(request: HttpRequest, uid: UUID, language_code: str) -> Row | None:
    """Return the link to the page of a clause's task: one query."""
    tasks = visible(PriorityTaskPage.objects).filter(
        clause_id=uid, locale__language_code=language_code, alias_of__isnull=True
    )
    return own_link(request, tasks.only(*LINK).first(), language_code)


def version_rows(
    request: HttpRequest,
    wordings: Sequence[ClauseWording],
    told: Mapping[Any, Sequence[Row]],
    language_code: str,
) -> list[Row]:
    """Return the wordings, each against the one before it."""
    rows = []
    for wording, older in zip(wordings, (*wordings[1:], None), strict=True):
        link = draft_link(request, wording.draft, language_code)
        segments = compare_words(older.text if older else "", wording.text)
        rows.append(
            {
                **wording_row(wording),
                "draft": link,
                "change": change_of(wording, older),
                "segments": segment_rows(segments),
                "sources": told.get(wording.draft.translation_key, ()),
                "url": f"{link['url']}?chapter={wording.chapter}#{wording.anchor}",
            }
        )
    return rows


def change_of(wording: ClauseWording, older: ClauseWording | None) -> str:
    """Return how a wording differs from the one before it."""
    if older is None:
        return "added"
    segments = compare_words(older.text, wording.text)
    is_other = any(segment.kind is not SegmentKind.EQUAL for segment in segments)
    if is_other or older.kind != wording.kind:
        return "changed"
    return "unchanged" if older.number == wording.number else "renumbered"


def finding_row(request: HttpRequest, finding: Any, language_code: str) -> Row:
    """Return a finding of a published report."""
    return {
        "kind": finding.kind,
        "text": finding.text,
        "meeting": meeting_link(request, finding.page, language_code),
        "date": finding.page.date,
    }


def succession_row(
    request: HttpRequest,
    succession: Succession,
    addresses: ClauseAddresses,
    language_code: str,
) -> Row:
    """Return how a clause came from another, or went over into it."""
    direction = "into" if succession.is_later else "from"
    return {
        "relation": succession.kind,
        "direction": direction if succession.wording else "itself",
        "clause": clause_link(succession.wording, addresses),
        "draft": own_link(request, succession.draft, language_code),
    }
