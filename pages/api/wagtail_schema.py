"""Wagtail's schemas of what may be read and written, told to anybody.

They say no more than the document of the API, type by type.
"""

from functools import cache
from typing import Any

from django.apps import apps
from django.http import Http404, HttpRequest
from django.utils.encoding import force_str
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.api.v3.registry import registry
from wagtail.api.v3.routers.schema import ContentTypeListSchema, SchemaDetailResponse
from wagtail.api.v3.routers.schema import router as wagtail_router

from .places import is_type
from .replacing import replace_reading
from .tidying import plain

DIRECTIONS = ("read", "create", "patch")


def list_schemas(request: HttpRequest) -> Any:
    """List the types of pages, snippets and files, by their names in the API."""
    return {
        "types": [
            {"name": one.name, "label": _label(one.name, one.label)}
            for one in registry.list_content_types()
        ]
    }


def _label(name: str, label: str) -> str:
    """Return what a type is called in the reader's language."""
    model = apps.get_model(name) if is_type(name) else None
    return force_str(model._meta.verbose_name) if model else label


def get_schema(request: HttpRequest, type_name: str) -> Any:
    """Tell the schemas of a type; null for what cannot be done with it."""
    if not registry.has(type_name):
        raise Http404(_("There is no such type."))
    return _schemas(type_name, get_language())


@cache
def _schemas(name: str, language: str | None) -> dict[str, Any]:
    registration = registry.get(name)
    schemas = {way: getattr(registration, f"{way}_schema") for way in DIRECTIONS}
    return {
        way: plain(schema.model_json_schema()) if schema else None
        for way, schema in schemas.items()
    }


def take_over() -> None:
    """Put the operations of this module in the place of Wagtail's."""
    replace_reading(wagtail_router, "/", list_schemas, ContentTypeListSchema)
    replace_reading(wagtail_router, "/{type_name}/", get_schema, SchemaDetailResponse)
