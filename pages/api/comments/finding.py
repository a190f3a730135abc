"""Finds the comments that are asked for, among those everybody is told of."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from pages.base.visibility import visible
from pages.comments.models import (
    CERTAIN,
    AnswerState,
    CommentPlacement,
    CoveredComment,
    OnBehalf,
    PublicComment,
)
from pages.comments.public.commenting import on_clause
from pages.comments.public.filtering import WAITING, narrow
from pages.comments.public.places import on_version
from pages.comments.public.reading import PUBLIC_FIELDS
from pages.comments.states import VISIBLE
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage

from .schemas import CommentFilters

Comments = QuerySet[PublicComment]


def with_what_is_told(comments: Comments) -> Comments:
    """Load what is told of comments, and nothing private."""
    related = comments.select_related("organisation", "consultation__draft")
    return related.only(*PUBLIC_FIELDS)


def find_comments(filters: CommentFilters) -> Comments:
    """Return the comments that all filters let through."""
    comments = in_place(filters)
    if filters.year is not None:
        comments = comments.filter(consultation__year=filters.year)
    if filters.programme is not None:
        comments = comments.filter(of_programme(filters.programme))
    if filters.organisation:
        comments = comments.filter(
            state__in=VISIBLE,
            on_behalf=OnBehalf.ORGANISATION,
            organisation__slug=filters.organisation,
        )
    return answered(narrow(comments, chosen(filters)), filters.answered)


def in_place(filters: CommentFilters) -> Comments:
    """Return the comments on a version, on a clause, on both, or all."""
    key = None
    if filters.draft is not None:
        drafts = visible(ProgrammeDraftPage.objects).filter(pk=filters.draft)
        key = drafts.order_by().values_list("translation_key", flat=True).first()
        if key is None:
            return PublicComment.objects.none()
    if key and filters.clause:
        return on_clause_of(key, filters.clause)
    if key:
        return on_version(key)
    if filters.clause:
        comments: Comments = on_clause(filters.clause)
        return comments
    listed: Comments = PublicComment.objects.listed()
    return listed


def on_clause_of(key: UUID, clause: UUID) -> Comments:
    """Return the comments that stand under a clause in one version."""
    placed = CommentPlacement.objects.filter(
        draft__translation_key=key, clause=clause, kind__in=CERTAIN
    )
    own = Q(consultation__draft__translation_key=key, clause=clause)
    return on_version(key).filter(own | Q(pk__in=placed.values("comment")))


def of_programme(pk: int) -> Q:
    """Return the condition that a comment is on a version of a programme."""
    programmes = visible(ProgrammePage.objects).filter(pk=pk).order_by()
    keys = programmes.values("translation_key")
    # The consulted version is a page of the language in which it was written.
    same = ProgrammePage.objects.filter(translation_key__in=keys).order_by()
    found = Q(pk__in=())
    for path in same.values_list("path", flat=True):
        found |= Q(consultation__draft__path__startswith=path)
    return found


def chosen(filters: CommentFilters) -> dict[str, str]:
    """Return the filters that the public list has too, as that calls them."""
    asked = {
        "kind": filters.kind,
        "who": filters.on_behalf,
        "q": filters.q,
        "state": filters.ruling,
    }
    return {name: value for name, value in asked.items() if value}


def answered(comments: Comments, is_answered: bool | None) -> Comments:
    """Narrow comments to those with a published answer, or to those without."""
    if is_answered is None:
        return comments
    if not is_answered:
        return narrow(comments, {"state": WAITING})
    published: Any = CoveredComment.objects.filter(answer__state=AnswerState.PUBLISHED)
    return comments.filter(state__in=VISIBLE, pk__in=published.values("comment"))
