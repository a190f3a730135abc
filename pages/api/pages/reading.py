"""A page as it is told."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from pydantic import ValidationError as PydanticError
from pydantic_core import to_json
from wagtail.api.v3.registry import registry
from wagtail.models import Page

from pages.api.streams.fields import loaded_for
from pages.api.things import load_things

from .expanding import expand
from .planning import load_named, plan_of


class UntellableError(Exception):
    """A page is not what the document says; who asked has no part in that."""


def told(schema: Any, page: Page, context: dict[str, Any]) -> Any:
    """Return a page as its schema says it."""
    try:
        return schema.model_validate(page, context=context)
    except PydanticError as error:
        raise UntellableError(f"page {page.pk}: {error}") from error


def json_answer(data: Any) -> HttpResponse:
    """Return data as JSON: it is made of schemas and needs no second look."""
    return HttpResponse(to_json(data), content_type="application/json; charset=utf-8")


def tell_page(request: HttpRequest, page: Page, wanted: list[str]) -> HttpResponse:
    """Return a page as JSON, in its language."""
    registration = registry.get(page._meta.label)
    if registration is None or registration.read_schema is None:
        raise Http404(_("There is no such page."))
    schema, context = registration.read_schema, {"request": request}
    with translation.override(page.locale.language_code):
        plan = plan_of(type(page))
        load_named(loaded_for(context), plan, [page], wanted)
        load_things(request, plan.things([page]))
        page._api_expanded = expand(request, page, wanted)
        return json_answer(told(schema, page, context))
