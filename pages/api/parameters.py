"""What a request may carry: parameters that are known, bodies of the right kind."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from ninja.errors import HttpError
from ninja.errors import ValidationError as NinjaValidationError
from ninja.operation import Operation
from pydantic import Field, TypeAdapter
from pydantic import ValidationError as PydanticError

from .columns import Columns, listed_columns, model_of, text_fault, value_fault
from .paging import MOST_SKIPPED
from .problems import refuse_value
from .settings import api_settings
from .texts import is_text, placed_texts

_SKIPPED = TypeAdapter(Annotated[int, Field(le=MOST_SKIPPED)])
_UNKEPT = gettext_lazy("This text has characters that are not allowed.")


def _is_user_key(text: str) -> bool:
    """Whether a text can be the key of a user: Wagtail would ask for any."""
    return text_fault(get_user_model()._meta.pk, text) is None


def _skip_faults(text: str) -> list[dict[str, Any]]:
    """Return why so many rows cannot be skipped: databases count to a limit only."""
    try:
        _SKIPPED.validate_python(text)
    except PydanticError as error:
        return [{**fault} for fault in error.errors(include_url=False)]
    return []


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
    columns = listed_columns(operation.operation_id or "", request, values)
    faults = [
        {**fault, "loc": ["query", name]}
        for name, texts in request.GET.lists()
        for fault in _faults_of(name, texts, known, columns)
    ]
    if faults:
        raise NinjaValidationError(faults)


def _faults_of(
    name: str, texts: Sequence[str], known: frozenset[str], columns: Columns
) -> list[dict[str, Any]]:
    """Return what is wrong with a parameter, but where it is."""
    model, names = columns
    if name not in known | names:
        return _fault("unknown_parameter", _("There is no such parameter here."))
    if not all(map(is_text, texts)):
        return _fault("null_characters", _UNKEPT)
    if name == "offset":
        return _skip_faults(texts[-1])
    if name == "user_id" and not all(map(_is_user_key, texts)):
        return _fault("key", _("There is no such user."))
    if name not in known and (found := value_fault(model, name, texts[-1])):
        return _fault("invalid", found)
    return []


def _fault(code: str, message: Any) -> list[dict[str, Any]]:
    return [{"type": code, "msg": str(message)}]


def check_key(values: Mapping[str, Any]) -> None:
    """Answer that there is no such row where its key can be none of its model."""
    model = model_of(str(values.get("type", "")))
    key = values.get("pk")
    if model and key and text_fault(model._meta.pk, unquote(str(key))):
        raise Http404(_("There is no such entry."))


def body_kind(operation: Operation) -> str | None:
    """Return „json” where the operation reads JSON, „form” where it reads a form."""
    sources = {model.__ninja_param_source__ for model in operation.models}
    if sources & {"form", "file"}:
        return "form"
    return "json" if "body" in sources else None


def check_body(request: HttpRequest, kind: str | None) -> None:
    """Refuse a body that is too large, of another kind, or that nobody could keep."""
    if kind is None:
        return
    if "Transfer-Encoding" in request.headers and not request.META.get(
        "CONTENT_LENGTH"
    ):
        # Django reads as much of a body as was said that it has: here nothing.
        missing = _("The field “{discriminator}” is missing.")
        raise HttpError(411, missing.format(discriminator="Content-Length"))
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
    if kind == "json" and length:
        _check_json(request.body)
    if kind == "form" and length and request.content_type != "multipart/form-data":
        raise HttpError(415, _("Send a form: Content-Type: multipart/form-data"))


def _check_json(body: bytes) -> None:
    """Refuse what is no JSON, no object, or has texts that cannot be kept."""
    try:
        data = json.loads(body, object_pairs_hook=_object)
    except (ValueError, RecursionError):
        raise HttpError(400, _("This is not JSON.")) from None
    if not isinstance(data, dict):
        refuse_value(("body",), _("This is not an object."), "dict_type")
    for place, text in placed_texts(data):
        if not is_text(text):
            refuse_value(("body", *place), _UNKEPT, "null_characters")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON; of a name that is sent twice one would be lost."""
    for name, times in Counter(name for name, _value in pairs).items():
        if times > 1:
            place = ("body", name) if is_text(name) else ("body",)
            message = pgettext("a fault in a request", "This is not valid.")
            refuse_value(place, message, "name_twice")
    return dict(pairs)
