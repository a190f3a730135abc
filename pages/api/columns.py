"""Columns of things that lists are narrowed and sorted by, which no document names."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import BooleanField, IntegerField, Model, TextField
from django.http import HttpRequest
from django.utils.translation import gettext as _
from taggit.managers import TaggableManager
from wagtail.api import APIField
from wagtail.api.conf import get_model_field
from wagtail.api.v3.schemas.params import OrderingSchema
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import resolve_model_string
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Page

from .problems import refuse_value

BASE_PAGE_COLUMNS = (
    *("id", "title", "slug", "seo_title", "search_description"),
    *("show_in_menus", "first_published_at", "locale"),
)
Columns = tuple[Any, frozenset[str]]


def columns_of(model: type[Model], *more: str) -> Columns:
    """Return a model with the names by which its rows may be asked for."""
    told = {field.name for field in APIField.get_fields_for_model(model)}
    return model, frozenset({*more, *told})


def _of_pages(request: HttpRequest, values: Mapping[str, Any]) -> Columns:
    types = request.GET.getlist("type")
    model = model_of(types[0]) if len(types) == 1 else Page
    return columns_of(model or Page, *BASE_PAGE_COLUMNS)


def _of_snippets(request: HttpRequest, values: Mapping[str, Any]) -> Columns:
    model = model_of(str(values.get("type", "")))
    return columns_of(model, model._meta.pk.name) if model else (Page, frozenset())


def model_of(label: str) -> Any:
    """Return the model of a label; None where there is none."""
    try:
        return resolve_model_string(label)
    except (LookupError, ValueError):
        return None


_LISTS: dict[str, Callable[[HttpRequest, Mapping[str, Any]], Columns]] = {
    "pages_list": _of_pages,
    "snippets_list": _of_snippets,
    "images_list": lambda request, values: columns_of(
        get_image_model(), "id", "title", "width", "height"
    ),
    "documents_list": lambda request, values: columns_of(
        get_document_model(), "id", "title"
    ),
    "redirects_list": lambda request, values: columns_of(
        Redirect, "id", "old_path", "site", "is_permanent"
    ),
}


def listed_columns(
    operation: str, request: HttpRequest, values: Mapping[str, Any]
) -> Columns:
    """Return by what an operation's list may be narrowed; `values` are of the path."""
    columns = _LISTS.get(operation)
    return columns(request, values) if columns else (Page, frozenset())


def value_fault(model: type[Model], name: str, text: str) -> str | None:
    """Return why a text can be no value of a column; None where it can be one."""
    try:
        field: Any = get_model_field(model, name)
    except FieldDoesNotExist:
        return None
    if isinstance(field, BooleanField | StreamField | TaggableManager):
        return None  # these are read in ways of their own
    while field.is_relation:
        field = field.related_model._meta.pk
    return text_fault(field, text)


def text_fault(field: Any, text: str) -> str | None:
    """Return why a text can be no value of a field of no relation."""
    try:
        value = field.to_python(text)
        if isinstance(field, IntegerField):
            field.run_validators(value)  # the database has a largest number
    except ValidationError as error:
        return str(error.messages[0])
    return None


def order_of(
    model: type[Model], ordering: OrderingSchema, *more: str
) -> tuple[str, ...]:
    """Return the columns to sort by; the key tells apart what is equal in all."""
    asked = ordering.order if isinstance(ordering.order, list) else [ordering.order]
    if asked == ["random"]:
        return ("?",)
    key = "id" if issubclass(model, Page) else str(model._meta.pk.name)
    signs = [("-" if name.startswith("-") else "", name.lstrip("-")) for name in asked]
    order = [(sign, key if name == "pk" else name) for sign, name in signs]
    for _sign, name in order:
        if not _is_sortable(model, name, {key, *more}):
            message = _("The list cannot be sorted by “%(name)s”.")
            refuse_value(("query", "order"), message % {"name": name[:50]}, "order")
    names = [f"{sign}{name}" for sign, name in order]
    is_told_apart = any(name == key for _sign, name in order)
    return tuple(names) if is_told_apart else (*names, key)


def _is_sortable(model: type[Model], name: str, more: set[str]) -> bool:
    """Whether rows may be asked for by a column, of which each has one value."""
    _same, names = columns_of(model, *more)
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    # Where a row of a list stands must fit into an address: long texts do not.
    is_short = not isinstance(field, TextField | StreamField)
    return name in names and field.concrete and not field.many_to_many and is_short
