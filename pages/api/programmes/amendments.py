"""The addresses of amendments: those that published versions name."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router

from pages.api.locales import LocaleCode, reading
from pages.api.paging import Paging
from pages.api.tokens import PUBLIC
from pages.base.visibility import visible
from pages.programmes.models import ProgrammePage

from .amending import amendment_rows, public_amendments
from .amendment_schemas import Amendment, AmendmentFilters, AmendmentListing
from .asking import PathKey, in_turn

router = Router(tags=["programmes"])


@router.get(
    "/",
    response=AmendmentListing,
    auth=PUBLIC,
    url_name="list_amendments",
    operation_id="programmes_amendments_list",
    summary="List amendments",
)
def list_amendments(
    request: HttpRequest, filters: Query[AmendmentFilters], paging: Query[Paging]
) -> dict[str, Any]:
    """Amendments that published versions name, the newest programme first."""
    with reading(filters.locale) as language:
        amendments = public_amendments(language, filters.clause)
        if filters.status is not None:
            amendments = amendments.filter(status=filters.status)
        if filters.programme is not None:
            programmes = visible(ProgrammePage.objects).filter(pk=filters.programme)
            keys = programmes.order_by().values("translation_key")
            amendments = amendments.filter(programme__translation_key__in=keys)
        piece = paging.cut(amendments, ("-programme__year", "number", "pk"))
        return {**piece, "items": amendment_rows(request, piece["items"], language)}


@router.get(
    "/{int:amendment_id}/",
    response=Amendment,
    auth=PUBLIC,
    url_name="detail_amendment",
    operation_id="programmes_amendments_detail",
    summary="Read an amendment",
)
def detail_amendment(
    request: HttpRequest, amendment_id: PathKey, locale: LocaleCode | None = None
) -> dict[str, Any]:
    """An amendment with the clauses it changed and where it comes from.

    Without `locale` it is told in the reader's language or, where no version names it
    in that, the city's own.
    """
    for code in in_turn(locale):
        with reading(code) as language:
            if found := public_amendments(language).filter(pk=amendment_id).first():
                [row] = amendment_rows(request, [found], language)
                return row
    raise Http404(_("There is no such amendment."))
