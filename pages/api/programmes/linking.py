"""Links to the things of a programme, each to the operation that tells more of it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import F
from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.api.citing import clause_path
from pages.api.links import (
    api_url,
    known_link,
    language_of,
    languages,
    public_url,
    thing_link,
)
from pages.api.locales import CODES
from pages.api.things import register
from pages.base.visibility import visible
from pages.programmes.models import (
    Clause,
    ClauseWording,
    PriorityTaskPage,
    ProgrammeDraftPage,
    ProgrammePage,
)
from pages.programmes.models.clause import clause_label

Row = dict[str, Any]

# What a link to a page is made of.
LINK = ("title", "url_path", "path", "depth", "locale")
MEETING_LINK = ("title", "url_path")
DRAFT_LINK = (*LINK, "number", "status", "date", "translation_key")
LONGEST_TITLE = 80
NOBODY = "00000000-0000-0000-0000-000000000000"

# The operation that tells more of a page, and its parameter.
OPERATIONS: dict[type[Page], tuple[str, str]] = {
    ProgrammePage: ("detail_programme", "programme_id"),
    ProgrammeDraftPage: ("detail_draft", "draft_id"),
    PriorityTaskPage: ("detail_priority_task", "task_id"),
}


def with_source(pages: PageQuerySet) -> PageQuerySet:
    """Annotate the language that an alias mirrors; only languages of the site."""
    known = pages.filter(locale__language_code__in=CODES)
    return known.annotate(source_locale=F("alias_of__locale"))


def own_link(
    request: HttpRequest, page: Any, language_code: str | None = None
) -> Row | None:
    """Return the `PageLink` of one of our pages, read as what it is.

    Its language is asked for only where the caller does not know it.
    """
    if page is None:
        return None
    name, parameter = OPERATIONS[type(page)]
    code = language_code or language_of(request, page)
    api = api_url(request, name, **{parameter: page.pk})
    return known_link(request, page, page._meta.label, code, api)


def draft_link(
    request: HttpRequest, draft: Any, language_code: str | None = None
) -> Row:
    """Return the `DraftLink` of a version."""
    return {
        **(own_link(request, draft, language_code) or {}),
        "number": draft.number,
        "status": draft.status,
        "date": draft.date,
    }


def meeting_link(request: HttpRequest, page: Page, language_code: str) -> Row:
    """Return the `PageLink` of a meeting, read as any page or as what it is."""
    api = api_url(request, "detail_meeting", meeting_id=page.pk)
    return known_link(request, page, "meetings.MeetingPage", language_code, api)


def written_in(request: HttpRequest, page: Any) -> str | None:
    """Return the language that the text of a page is in; see `with_source`."""
    known = languages(request)
    own = known.get(page.locale_id)
    return known.get(page.source_locale, own) or own


def page_row(request: HttpRequest, page: Any) -> Row:
    """Return what all pages of a programme tell."""
    return {
        **(own_link(request, page) or {}),
        "content_locale": written_in(request, page),
        "lead": page.lead or None,
    }


def page_api_url(request: HttpRequest, page: Page) -> str | None:
    """Return where Wagtail's API tells of a page."""
    return api_url(request, "detail_page", page_id=page.pk)


def find_programmes(pages: Iterable[Page]) -> dict[str, ProgrammePage]:
    """Return the public programmes that pages are right below, by path: one query."""
    paths = {page.path[: -page.steplen] for page in pages}
    programmes = visible(ProgrammePage.objects).filter(path__in=paths)
    return {programme.path: programme for programme in programmes.only(*LINK)}


def programme_of(page: Page, programmes: Mapping[str, ProgrammePage]) -> Any:
    """Return the programme that a page is right below."""
    return programmes.get(page.path[: -page.steplen])


class ClauseAddresses:
    """The addresses of clauses, in the active language or another; made at once."""

    def __init__(self, request: HttpRequest, language_code: str | None = None) -> None:
        self._pages = public_url(request, clause_path(NOBODY, language_code))
        self._api = api_url(request, "detail_clause", uid=NOBODY) or ""

    def of(self, uid: Any) -> Row:
        """Return the addresses of one clause."""
        return {
            "url": self._pages.replace(NOBODY, str(uid)),
            "api_url": self._api.replace(NOBODY, str(uid)) or None,
        }


def wording_row(wording: ClauseWording) -> Row:
    """Return what a wording says."""
    return {
        "kind": wording.kind,
        "number": wording.number or None,
        "label": clause_label(wording.kind, wording.number) or None,
        "text": wording.text,
    }


def clause_link(
    wording: ClauseWording | None, addresses: ClauseAddresses
) -> Row | None:
    """Return the `ClauseLink` of a clause by its newest wording."""
    if wording is None:
        return None
    link = wording_row(wording)
    del link["number"]
    uid = wording.clause_id
    return {"uid": uid, **link, **addresses.of(uid)}


def newest_wordings(
    uids: Collection[Any], language_code: str
) -> dict[Any, ClauseWording]:
    """Return the newest public wordings of clauses by uid: one query."""
    wanted = [uid for uid in uids if uid]
    if not wanted:
        return {}
    rows = ClauseWording.objects.filter(clause__in=wanted).public(language_code)
    # The newest comes first, and is the one that stays.
    words = rows.only("clause", "kind", "number", "text")
    return {wording.clause_id: wording for wording in reversed(words)}


def load_clauses(request: HttpRequest, uids: Collection[Any]) -> None:
    """Find what clauses say in the active language, for links to them: one query."""
    known = _known_clauses(request)
    missing = set(uids) - known.keys()
    if missing:
        found = newest_wordings(missing, get_language() or "")
        known.update({uid: found.get(uid) for uid in missing})


def link_named_clause(request: HttpRequest, clause: Clause) -> Row | None:
    """Return the `ThingLink` of a clause; None where no public version has it."""
    load_clauses(request, [clause.pk])
    wording = _known_clauses(request)[clause.pk]
    if wording is None:
        return None
    label = clause_label(wording.kind, wording.number)
    title = label or Truncator(wording.text).chars(LONGEST_TITLE)
    api = api_url(request, "detail_clause", uid=clause.pk)
    return thing_link(request, clause, title, clause_path(clause.pk), api)


def _known_clauses(request: HttpRequest) -> dict[Any, ClauseWording | None]:
    """Return what is known of clauses in the active language, kept for an answer."""
    kept: dict[str | None, Row] = getattr(request, "_api_clauses", {})
    request._api_clauses = kept  # type: ignore[attr-defined]
    return kept.setdefault(get_language(), {})


register(Clause, link_named_clause, load_clauses)
