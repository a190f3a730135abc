"""The reading of pages, in the place of Wagtail's; writing is Wagtail's own."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Path, Query
from pydantic_core import to_json
from wagtail.api.v3.errors import PROBLEM_JSON
from wagtail.api.v3.routers.pages import (
    PageDetailSchema,
    PageFilterSchema,
)
from wagtail.api.v3.routers.pages import router as wagtail_router
from wagtail.api.v3.schemas.pages import BASE_PAGE_READ_FIELDS
from wagtail.api.v3.schemas.params import (
    OrderingSchema,
    SearchSchema,
)
from wagtail.models import Page, Site

from pages.api.columns import order_of
from pages.api.locales import LocaleCode
from pages.api.paging import Listing, Paging
from pages.api.problems import refuse_value
from pages.api.replacing import replace_reading
from pages.api.streams.fields import RichTextForm

from .access import editable, find_readable, readable
from .expanding import ExpansionName
from .finding import FoundPath, NothingThere, find_path, nearest
from .listing import FieldChoice, item_union, tell_items
from .narrowing import PageColumnFilter
from .planning import plan_of
from .reading import json_answer, tell_page
from .writing import guard_writing

PageItem = item_union()
# What lists of pages of all types are narrowed and sorted by.
COLUMNS = [*BASE_PAGE_READ_FIELDS, "id"]
PageKey = Annotated[int, Path(ge=1, le=2**63 - 1)]


class PageFilters(PageFilterSchema):
    """Which pages are wanted."""

    locale: LocaleCode | None = None

    @staticmethod
    def get_public_page(request: HttpRequest, page_id: int, loc: str) -> Page:
        """Return a page that the reader may see; Wagtail's are those to be edited."""
        page = readable(request).filter(pk=page_id).first()
        if page is None:
            refuse_value(("query", loc), _("There is no such page."), "page")
        return page

    @staticmethod
    def get_public_page_or_root(request: HttpRequest, page_id: Any, loc: str) -> Page:
        """Return a page, or the first one of the site."""
        if page_id != "root":
            return PageFilters.get_public_page(request, page_id, loc)
        site = Site.find_for_request(request)
        if site is None:
            refuse_value(("query", loc), _("There is no such page."), "page")
        return site.root_page


class PageListing(Listing[PageItem]):  # type: ignore[valid-type]
    """A piece of a list of pages."""


def list_pages(
    request: HttpRequest,
    filters: PageFilters = Query(...),
    ordering: OrderingSchema = Query(...),
    search: SearchSchema = Query(...),
    choice: FieldChoice = Query(...),
    paging: Paging = Query(...),
) -> HttpResponse:
    """List the pages that the reader may see, by their keys unless told otherwise."""
    models: list[type[Page]] = list(filters.type)
    model = models[0] if len(models) == 1 else Page
    names = choice.names(model)
    rows = filters.filter(readable(request, model, filters.site), request)
    rows = PageColumnFilter.with_exclude_schemas(
        raw_params=request.GET,
        schemas=(PageFilterSchema, OrderingSchema, SearchSchema, FieldChoice, Paging),
        base_fields=COLUMNS,
    ).filter_for(request, rows)
    rows = plan_of(model, names).apply(rows)
    order = order_of(model, ordering, *COLUMNS)
    rows = ordering.order_queryset(rows, paging, base_fields=COLUMNS)
    if search.search is not None:
        # The search knows a few columns only: what else is asked goes by the keys.
        found = model._default_manager.filter(pk__in=rows.order_by().values("pk"))
        found = ordering.order_queryset(found, paging, COLUMNS)
        piece = paging.cut_found(search.search_queryset(request, found))
    elif order == ("?",):
        piece = paging.cut_found(rows)
    else:
        piece = paging.cut(rows, order)
    return json_answer({**piece, "items": tell_items(request, piece["items"], names)})


def find_page(
    request: HttpRequest,
    html_path: str = Query(..., max_length=2000, description="„/pl/programmes/2014/”"),
) -> Any:
    """Tell what the site shows at an address: a page, or where a redirect leads.

    Where nothing stands, the problem names the nearest pages.
    """
    if found := find_path(request, html_path):
        return found
    problem = NothingThere(
        title=_("Not Found"),
        status=404,
        detail=_("There is no page at this address."),
        nearest=nearest(request, html_path),
    )
    return HttpResponse(
        to_json(problem.model_dump(exclude_none=True)),
        status=404,
        content_type=PROBLEM_JSON,
    )


def get_page(
    request: HttpRequest,
    page_id: PageKey,
    version: Literal["live", "draft"] = Query(
        "live", description="`draft` is for holders of a token who may edit the page."
    ),
    rich_text_format: RichTextForm = Query("html"),
    wanted: list[ExpansionName] = Query(
        [], alias="expand", description="What to tell of the surroundings too."
    ),
) -> HttpResponse:
    """Tell a page."""
    page = find_readable(request, page_id)
    model = page.specific_class or Page
    page = plan_of(model).apply(readable(request, model)).get(pk=page_id)
    if version == "draft" and editable(request).filter(pk=page_id).exists():
        page = page.get_latest_revision_as_object()
    return tell_page(request, page, list(wanted))


def take_over() -> None:
    """Put the operations of this module in the place of Wagtail's."""
    found = {200: FoundPath, 404: NothingThere}
    replace_reading(wagtail_router, "/", list_pages, PageListing)
    replace_reading(wagtail_router, "/find/", find_page, found)
    replace_reading(wagtail_router, "/{page_id}/", get_page, PageDetailSchema)
    guard_writing()
