"""Lists of pages, with the fields that are asked for."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

from django.core.exceptions import FieldDoesNotExist
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field
from wagtail.api import APIField
from wagtail.api.conf import get_model_field
from wagtail.api.v3.registry import registry
from wagtail.api.v3.schemas import read_generator
from wagtail.api.v3.schemas.base import build_discriminated_union
from wagtail.api.v3.schemas.pages import BasePageMetaSchema, BasePageSchema
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from pages.api.links import language_of
from pages.api.locales import ToldLocale
from pages.api.problems import refuse_value
from pages.api.streams.fields import loaded_for
from pages.api.things import load_things
from pages.api.tidying import AT_TIMES

from .planning import load_named, plan_of
from .reading import told

# What the document says to itself of a field that is not always told.
WHEN_ASKED: dict[str, Any] = {AT_TIMES: True}


ItemMeta: Any = read_generator.extend_schema(
    BasePageMetaSchema,
    BasePageMetaSchema.__name__,
    {"locale": (ToldLocale | None, ..., None)},
)


class FieldChoice(Schema):
    """Which fields a list tells beside id, type, title and meta."""

    fields: str | None = Field(
        None,
        max_length=500,
        description="Names of fields of the one `type` asked for, with commas between; "
        "`*` for all. Streams are not told in lists.",
    )

    def names(self, model: Any) -> tuple[str, ...]:
        """Return the names that are asked for, those that the model has."""
        offered = listed_fields(model)
        if not self.fields:
            return ()
        if self.fields == "*":
            return offered
        names = tuple(dict.fromkeys(self.fields.split(",")))
        if unknown := [name for name in names if name not in offered]:
            message = _("The field “%(name)s” cannot be listed here.")
            refuse_value(
                ("query", "fields"), message % {"name": unknown[0][:50]}, "field"
            )
        return names


@cache
def listed_fields(model: Any) -> tuple[str, ...]:
    """Return the fields of a type that lists may tell: all but streams."""
    names = []
    for api_field in APIField.get_fields_for_model(model):
        try:
            field = get_model_field(model, api_field.name)
        except FieldDoesNotExist:
            field = None
        if not isinstance(field, StreamField):
            names.append(api_field.name)
    return tuple(names)


def item_schema(model: Any, names: Sequence[str] | None = None) -> Any:
    """Return what a page of a type is in a list.

    With `names` it has exactly these fields beside the basic ones; without, it is what
    the document says: any of its fields, or none.
    """
    label = model._meta.label
    registration = registry.get(label)
    full: Any = registration and registration.read_schema
    fields: dict[str, Any] = {
        "type": (Literal[label], ..., _resolver(full, "type")),
        "meta": (ItemMeta, ..., None),
    }
    for name in listed_fields(model) if names is None else names:
        kind = full.model_fields[name].annotation
        default = Field(None, json_schema_extra=WHEN_ASKED) if names is None else ...
        fields[name] = (kind, default, _resolver(full, name))
    return read_generator.extend_schema(
        BasePageSchema, f"{model._meta.object_name}Item", fields
    )


def _resolver(schema: Any, name: str) -> Any:
    """Return the static method by which a schema finds a field; None without one."""
    for cls in schema.__mro__:
        if own := cls.__dict__.get(f"resolve_{name}"):
            return own
    return None


def item_union() -> Any:
    """Return what any page is in a list, as the document says it."""
    models = [model for model in get_page_models() if registry.has(model._meta.label)]
    return build_discriminated_union(models, item_schema)


@cache
def _exact(model: Any, names: tuple[str, ...]) -> Any:
    return item_schema(model, names)


def tell_items(
    request: HttpRequest, pages: Sequence[Page], names: tuple[str, ...]
) -> list[Any]:
    """Return pages as items with these fields; without fields they may be plain.

    What they name is called as in the language of each.
    """
    context = {"request": request}
    if names:
        model = type(pages[0]) if pages else Page
        plan = plan_of(model, names)
        load_named(loaded_for(context), plan, pages)
        for code in {language_of(request, page) for page in pages}:
            with translation.override(code):
                its = [page for page in pages if language_of(request, page) == code]
                load_things(request, plan.things(its))
    return [_item(request, page, names) for page in pages]


def _item(request: HttpRequest, page: Page, names: tuple[str, ...]) -> Any:
    with translation.override(language_of(request, page)):
        return told(_exact(_class_of(page), names), page, {"request": request})


def _class_of(page: Page) -> Any:
    return page.specific_class or Page
