"""The reading of snippets, in the place of Wagtail's; writing is Wagtail's, guarded."""

from typing import Annotated, Any, Literal

from django.contrib.admin.utils import unquote
from django.db.models import Model
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Path, Query
from wagtail.api.v3.schemas.params import (
    APIFieldFilterSchema,
    OrderingSchema,
    SearchSchema,
    TranslationFilterSchema,
)
from wagtail.coreutils import resolve_model_string
from wagtail.models import DraftStateMixin
from wagtail.snippets.api.v3.router import SnippetDetailSchema, SnippetTypeLiteral
from wagtail.snippets.api.v3.router import router as wagtail_router

from pages.api.columns import order_of
from pages.api.locales import LocaleCode
from pages.api.pages.planning import load_rows, plan_of
from pages.api.paging import Listing, Paging
from pages.api.replacing import replace_reading
from pages.api.streams.fields import RichTextForm, loaded_for

from .rows import keeps, readable
from .writing import guard_writing

Label = Annotated[SnippetTypeLiteral, Path(alias="type")]


class Translations(TranslationFilterSchema):
    """Which rows are wanted of a register that has them in languages."""

    locale: LocaleCode | None = None


class SnippetListing(Listing[SnippetDetailSchema]):
    """A piece of a register."""


def list_snippets(
    request: HttpRequest,
    label: Label,
    translation: Translations = Query(...),
    ordering: OrderingSchema = Query(...),
    search: SearchSchema = Query(...),
    paging: Paging = Query(...),
    rich_text_format: RichTextForm = Query("html"),
) -> Any:
    """List the rows of a register, by their keys unless told otherwise."""
    model = resolve_model_string(label)
    key = model._meta.pk.name
    rows = APIFieldFilterSchema.with_exclude_schemas(
        raw_params=request.GET,
        schemas=(Translations, OrderingSchema, SearchSchema, Paging),
        base_fields=[key],
    ).filter_queryset(translation.filter_queryset(readable(request, model)))
    plan, order = plan_of(model), order_of(model, ordering, key)
    rows = plan.join(ordering.order_queryset(rows, paging, [key]))
    if search.search is not None:
        piece = paging.cut_found(search.search_queryset(request, rows))
    elif order == ("?",):
        piece = paging.cut_found(rows)
    else:
        piece = paging.cut(rows, order)
    load_rows(loaded_for({"request": request}), plan, piece["items"])
    return piece


def get_snippet(
    request: HttpRequest,
    label: Label,
    pk: str,
    version: Literal["live", "draft"] = Query(
        "live", description="`draft` is for holders of a token who may edit the row."
    ),
    rich_text_format: RichTextForm = Query("html"),
) -> Any:
    """Tell a row of a register."""
    model = resolve_model_string(label)
    plan = plan_of(model)
    row = plan.join(readable(request, model)).filter(pk=unquote(pk)).first()
    if row is None:
        raise Http404(_("There is no such entry."))
    if version == "draft" and keeps(request, model):
        row = _draft_of(row)
    load_rows(loaded_for({"request": request}), plan, [row])
    return row


def _draft_of(row: Model) -> Model:
    if not isinstance(row, DraftStateMixin):
        return row
    draft: Model = row.get_latest_revision_as_object()
    return draft


def take_over() -> None:
    """Put the operations of this module in the place of Wagtail's."""
    guard_writing()
    replace_reading(wagtail_router, "/{type}/", list_snippets, SnippetListing)
    detail = "/{type}/{pk}/"
    replace_reading(wagtail_router, detail, get_snippet, SnippetDetailSchema)
