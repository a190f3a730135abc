"""The addresses at which comments and consultations are read."""

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Path, Query

from pages.api.locales import LocaleCode
from pages.api.locales import reading as read_in
from pages.api.paging import Paging
from pages.api.tokens import PUBLIC
from pages.comments.models import PublicComment

from .consulting import find_consultations, tell_consultations
from .finding import find_comments, with_what_is_told
from .router import router
from .schemas import (
    Comment,
    CommentFilters,
    CommentListing,
    ConsultationFilters,
    ConsultationListing,
)
from .telling import tell_comments, tell_whole

ORDERS = {
    "received_at": ("received_at", "pk"),
    "-received_at": ("-received_at", "-pk"),
}
NEWEST = ("-opens_on", "-pk")
Year = Annotated[int, Path(ge=1, le=9999)]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


@router.get(
    "/",
    response=CommentListing,
    auth=PUBLIC,
    url_name="list_comments",
    operation_id="comments_list",
    summary="List comments",
)
def list_comments(
    request: HttpRequest,
    filters: Query[CommentFilters],
    paging: Query[Paging],
) -> dict[str, Any]:
    """Published comments with their answers.

    Of hidden and withdrawn ones it is told that there were some, and no more.
    """
    with read_in(filters.locale):
        comments = with_what_is_told(find_comments(filters))
        piece = paging.cut(comments, ORDERS[filters.order])
        return {**piece, "items": tell_comments(request, piece["items"])}


@router.get(
    "/consultations/",
    response=ConsultationListing,
    auth=PUBLIC,
    url_name="list_consultations",
    operation_id="consultations_list",
    summary="List consultations",
)
def list_consultations(
    request: HttpRequest,
    filters: Query[ConsultationFilters],
    paging: Query[Paging],
) -> dict[str, Any]:
    """Consultations, open and past, with the rules of their forms."""
    with read_in(filters.locale):
        piece = paging.cut(find_consultations(filters), NEWEST)
        return {**piece, "items": tell_consultations(request, piece["items"])}


@router.get(
    "/{int:year}/{int:number}/",
    response=Comment,
    auth=PUBLIC,
    url_name="detail_comment",
    operation_id="comments_detail",
    summary="Read a comment",
)
def detail_comment(
    request: HttpRequest,
    year: Year,
    number: Number,
    locale: LocaleCode | None = None,
) -> dict[str, Any]:
    """A comment with its answers and where it stands in later versions."""
    with read_in(locale):
        listed = PublicComment.objects.listed().filter(year=year, number=number)
        comment = with_what_is_told(listed).first()
        if comment is None:
            raise Http404(_("There is no such comment."))
        return tell_whole(request, comment)
