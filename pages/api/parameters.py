"""What a request may carry: parameters that are known, bodies of the right kind."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import HttpError
from ninja.errors import ValidationError as NinjaValidationError
from ninja.operation import Operation
from wagtail.api import APIField
from wagtail.coreutils import resolve_model_string
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from .settings import api_settings

Columns = Callable[[HttpRequest, Mapping[str, Any]], set[str]]


def _columns(model: type[Model]) -> set[str]:
    return {field.name for field in APIField.get_fields_for_model(model)}


def _page_columns(request: HttpRequest, values: Mapping[str, Any]) -> set[str]:
    types = request.GET.getlist("type")
    model = _model(types[0]) if len(types) == 1 else Page
    return {*BASE_PAGE_COLUMNS, *_columns(model or Page)}


def _snippet_columns(request: HttpRequest, values: Mapping[str, Any]) -> set[str]:
    model = _model(str(values.get("type", "")))
    return {model._meta.pk.name, *_columns(model)} if model else set()


def _model(label: str) -> Any:
    try:
        return resolve_model_string(label)
    except (LookupError, ValueError):
        return None


BASE_PAGE_COLUMNS = frozenset(
    (
        *("id", "pk", "title", "slug", "seo_title", "search_description"),
        *("show_in_menus", "first_published_at", "locale"),
    )
)
# Listings are filtered by these columns too, which the document does not name.
_COLUMNS: dict[str, Columns] = {
    "pages_list": _page_columns,
    "snippets_list": _snippet_columns,
    "images_list": lambda request, values: (
        {"id", "title", "width", "height"} | _columns(get_image_model())
    ),
    "documents_list": lambda request, values: (
        {"id", "title"} | _columns(get_document_model())
    ),
    "redirects_list": lambda request, values: {
        *("id", "old_path", "site", "is_permanent")
    },
}


def _is_user_key(text: str) -> bool:
    """Whether a text can be the key of a user: Wagtail would ask for any."""
    try:
        get_user_model()._meta.pk.clean(text, None)
    except ValidationError:
        return False
    return True


def known_parameters(operation: Operation) -> frozenset[str]:
    """Return the names of an operation's query parameters."""
    return frozenset(_query_names(operation))


def _query_names(operation: Operation) -> Iterator[str]:
    for model in operation.models:
        if model.__ninja_param_source__ == "query":
            yield from model.__ninja_flatten_map__


def check_query(
    request: HttpRequest,
    operation: Operation,
    known: frozenset[str],
    values: Mapping[str, Any],
) -> None:
    """Refuse parameters that are not known, and characters that no text has.

    `values` are what the address holds.
    """
    if columns := _COLUMNS.get(operation.operation_id or ""):
        known = known | columns(request, values)
    faults = []
    for name, texts in request.GET.lists():
        if name not in known:
            message = _("There is no such parameter here.")
            faults.append(("unknown_parameter", name, message))
        elif any("\0" in value for value in texts):
            message = _("This text has characters that no text may have.")
            faults.append(("null_characters", name, message))
        elif name == "user_id" and not all(map(_is_user_key, texts)):
            faults.append(("key", name, _("There is no such user.")))
    if faults:
        raise NinjaValidationError(
            [
                {"type": code, "loc": ["query", name], "msg": message}
                for code, name, message in faults
            ]
        )


def body_kind(operation: Operation) -> str | None:
    """Return „json” where the operation reads JSON, „form” where it reads a form."""
    sources = {model.__ninja_param_source__ for model in operation.models}
    if sources & {"form", "file"}:
        return "form"
    return "json" if "body" in sources else None


def check_body(request: HttpRequest, kind: str | None) -> None:
    """Refuse a body that is too large, or of another kind."""
    if kind is None:
        return
    most = api_settings().largest_body
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        length = 0
    if kind == "json" and length > most:
        raise HttpError(
            413, _("The body is too large: at most %(most)d bytes.") % {"most": most}
        )
    if kind == "json" and length and request.content_type != "application/json":
        raise HttpError(415, _("Send JSON, and say so: Content-Type: application/json"))
    if kind == "json" and length and not request.body.lstrip().startswith(b"{"):
        _refuse_no_object(request.body)
    if kind == "form" and length and request.content_type != "multipart/form-data":
        raise HttpError(415, _("Send a form: Content-Type: multipart/form-data"))


def _refuse_no_object(body: bytes) -> None:
    """Refuse JSON of another kind; what is no JSON is refused when it is read."""
    try:
        json.loads(body)
    except ValueError:
        return
    raise NinjaValidationError(
        [{"type": "dict_type", "loc": ["body"], "msg": _("This is not an object.")}]
    )
