"""The addresses of programmes, versions, clauses and tasks."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router
from wagtail.query import PageQuerySet

from pages.api.links import languages
from pages.api.locales import LocaleCode, reading
from pages.api.paging import Paging
from pages.api.tokens import PUBLIC
from pages.programmes.models import ClauseWording

from .asking import (
    ClauseFilters,
    PathKey,
    ProgrammeFilters,
    RedlineFilters,
    TaskFilters,
    in_turn,
)
from .change_schemas import ClauseHistory, Redline
from .clause_schemas import ClauseListing
from .clauses import clause_rows
from .drafts import draft_rows, drafts_below, public_drafts, tell_draft, with_base
from .history import tell_clause
from .programmes import programme_rows, public_programmes, tell_programme
from .redline import find_other, tell_redline
from .rooms import tally_comments
from .schemas import (
    Draft,
    DraftListing,
    PriorityTask,
    Programme,
    ProgrammeListing,
    TaskListing,
)
from .tasks import public_tasks, task_rows

router = Router(tags=["programmes"])

Answer = dict[str, Any]


@router.get(
    "/",
    response=ProgrammeListing,
    auth=PUBLIC,
    url_name="list_programmes",
    operation_id="programmes_list",
    summary="List programmes",
)
def list_programmes(
    request: HttpRequest, filters: Query[ProgrammeFilters], paging: Query[Paging]
) -> Answer:
    """The programmes of all years in one language, the newest year first."""
    with reading(filters.locale) as language:
        programmes = public_programmes().filter(locale__language_code=language)
        if filters.year is not None:
            programmes = programmes.filter(year=filters.year)
        piece = paging.cut(programmes, ("-year", "pk"))
        return {**piece, "items": programme_rows(request, piece["items"])}


@router.get(
    "/{int:programme_id}/",
    response=Programme,
    auth=PUBLIC,
    url_name="detail_programme",
    operation_id="programmes_detail",
    summary="Read a programme",
)
def detail_programme(request: HttpRequest, programme_id: PathKey) -> Answer:
    """A year's programme with its published versions, tasks and meetings."""
    programme = find_programme(programme_id)
    with reading(languages(request).get(programme.locale_id)):
        return tell_programme(request, programme)


@router.get(
    "/{int:programme_id}/drafts/",
    response=DraftListing,
    auth=PUBLIC,
    url_name="list_drafts",
    operation_id="programmes_drafts_list",
    summary="List the versions of a programme",
)
def list_drafts(
    request: HttpRequest, programme_id: PathKey, paging: Query[Paging]
) -> Answer:
    """The published versions of a programme, the newest first."""
    programme = find_programme(programme_id)
    piece = paging.cut(drafts_below(programme), ("-number", "pk"))
    return {**piece, "items": draft_rows(request, piece["items"])}


@router.get(
    "/drafts/{int:draft_id}/",
    response=Draft,
    auth=PUBLIC,
    url_name="detail_draft",
    operation_id="programmes_drafts_detail",
    summary="Read a version",
)
def detail_draft(request: HttpRequest, draft_id: PathKey) -> Answer:
    """A version with all its clauses in the order of the text."""
    draft = find_draft(draft_id)
    with reading(draft.locale.language_code):
        return tell_draft(request, draft)


@router.get(
    "/drafts/{int:draft_id}/clauses/",
    response=ClauseListing,
    auth=PUBLIC,
    url_name="list_clauses",
    operation_id="programmes_clauses_list",
    summary="List the clauses of a version",
)
def list_clauses(
    request: HttpRequest,
    draft_id: PathKey,
    filters: Query[ClauseFilters],
    paging: Query[Paging],
) -> Answer:
    """The clauses of a version in the order of the text, a piece at a time."""
    draft = find_draft(draft_id)
    nodes = {node.uid: node for node in draft.clauses if filters.let_through(node)}
    wordings = ClauseWording.objects.filter(draft=draft.pk, clause__in=nodes)
    with reading(draft.locale.language_code):
        piece = paging.cut(wordings.only("clause", "order"), ("order",))
        shown = [nodes[str(wording.clause_id)] for wording in piece["items"]]
        _total, comments = tally_comments(draft)
        return {**piece, "items": clause_rows(shown, request, draft, comments)}


@router.get(
    "/drafts/{int:draft_id}/redline/",
    response=Redline,
    auth=PUBLIC,
    url_name="draft_redline",
    operation_id="programmes_redline",
    summary="Compare two versions",
)
def draft_redline(
    request: HttpRequest, draft_id: PathKey, filters: Query[RedlineFilters]
) -> Answer:
    """What differs from another version: clause by clause, word by word, and why."""
    draft = find_draft(draft_id)
    other = find_other(draft, filters.since)
    with reading(draft.locale.language_code):
        return tell_redline(
            request,
            draft,
            other,
            chapter=filters.chapter,
            only_changes=filters.only_changes,
        )


@router.get(
    "/clauses/{uid}/",
    response=ClauseHistory,
    auth=PUBLIC,
    url_name="detail_clause",
    operation_id="programmes_clauses_detail",
    summary="Read a clause and its history",
)
def detail_clause(
    request: HttpRequest, uid: UUID, locale: LocaleCode | None = None
) -> Answer:
    """A clause in its newest published wording, each wording before it, and why.

    The uid is the same in all versions, years and languages. Without `locale` it is
    told in the reader's language or, where no version has it in that, the city's own.
    """
    for code in in_turn(locale):
        with reading(code) as language:
            if found := tell_clause(request, uid, language):
                return found
    raise Http404(_("No published draft has this clause."))


@router.get(
    "/tasks/",
    response=TaskListing,
    auth=PUBLIC,
    url_name="list_priority_tasks",
    operation_id="programmes_tasks_list",
    summary="List priority tasks",
)
def list_priority_tasks(
    request: HttpRequest, filters: Query[TaskFilters], paging: Query[Paging]
) -> Answer:
    """Priority tasks in the order of their areas."""
    with reading(filters.locale) as language:
        tasks = public_tasks().filter(locale__language_code=language)
        if filters.area is not None:
            tasks = tasks.filter(area=filters.area)
        if filters.programme is not None:
            programme = public_programmes().filter(pk=filters.programme).first()
            tasks = tasks.child_of(programme) if programme else tasks.none()
        piece = paging.cut(tasks, ("area__order", "title", "pk"))
        return {**piece, "items": task_rows(request, piece["items"], language)}


@router.get(
    "/tasks/{int:task_id}/",
    response=PriorityTask,
    auth=PUBLIC,
    url_name="detail_priority_task",
    operation_id="programmes_tasks_detail",
    summary="Read a priority task",
)
def detail_priority_task(request: HttpRequest, task_id: PathKey) -> Answer:
    """A priority task with its area, its lead unit and its clause."""
    task = find_or_404(public_tasks(), task_id, _("There is no such task."))
    with reading(languages(request).get(task.locale_id)) as language:
        [row] = task_rows(request, [task], language)
        return row


def find_programme(pk: int) -> Any:
    """Return a programme that everybody may read, or Http404."""
    return find_or_404(public_programmes(), pk, _("There is no such programme."))


def find_draft(pk: int) -> Any:
    """Return a version that everybody may read, or Http404."""
    drafts = with_base(public_drafts()).select_related("locale")
    return find_or_404(drafts, pk, _("There is no such version."))


def find_or_404(pages: PageQuerySet, pk: int, message: str) -> Any:
    """Return a page of a set, or Http404."""
    page = pages.filter(pk=pk).first()
    if page is None:
        raise Http404(message)
    return page
