"""Errors, always in one shape: application/problem+json (RFC 9457)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, NoReturn, get_args

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.core.exceptions import ValidationError as FormError
from django.db.models import ProtectedError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from pydantic import Field
from pydantic import ValidationError as PydanticError
from pydantic_core.core_schema import ErrorType
from wagtail.api.v3.errors import problem_response
from wagtail.models import Page
from wagtail.utils.forms import FormValidationError

from .places import discriminator, place_of


class Fault(Schema):
    """What is wrong with one part of a request."""

    type: str = Field("", description="A code that programs may rely on.")
    loc: list[str | int] = Field(
        [], description="Where: `body`, `query` or `path`, then the names below."
    )
    msg: str = Field("", description="What is wrong, in the reader's language.")


class Problem(Schema):
    """Why a request was not answered."""

    type: str = "about:blank"
    title: str = Field(description="What the status means.")
    status: int
    detail: str = Field("", description="What happened, in the reader's language.")
    errors: list[Fault] | None = None


def refuse(status: int, detail: Any) -> NoReturn:
    """Answer with a problem; `detail` is a sentence in the active language."""
    raise HttpError(status, str(detail))


def refuse_value(loc: Sequence[str | int], msg: Any, code: str = "invalid") -> NoReturn:
    """Answer 422 and say what is wrong at `loc`, such as ("query", "cursor")."""
    raise ValidationError([{"type": code, "loc": list(loc), "msg": str(msg)}])


# What pydantic finds, in the reader's language; the names in braces are its own.
_MESSAGES = {
    "missing": gettext_lazy("This is missing."),
    "json_invalid": gettext_lazy("This is not JSON."),
    "extra_forbidden": gettext_lazy("There is no such field here."),
    "literal_error": gettext_lazy("Allowed values: {expected}."),
    "enum": gettext_lazy("Allowed values: {expected}."),
    "union_tag_invalid": gettext_lazy("Allowed values: {expected_tags}."),
    "union_tag_not_found": gettext_lazy("The field “{discriminator}” is missing."),
    "greater_than": gettext_lazy("It must be greater than {gt}."),
    "greater_than_equal": gettext_lazy("It must be at least {ge}."),
    "less_than": gettext_lazy("It must be less than {lt}."),
    "less_than_equal": gettext_lazy("It must be at most {le}."),
    "string_too_long": gettext_lazy("It may have {max_length} characters at most."),
    "string_too_short": gettext_lazy("It must have {min_length} characters at least."),
    "string_pattern_mismatch": gettext_lazy("It does not have the right format."),
    "too_long": gettext_lazy("There may be {max_length} items at most."),
    "int_parsing": gettext_lazy("This is not a whole number."),
    "int_parsing_size": gettext_lazy("This number is too large."),
    "int_type": gettext_lazy("This is not a whole number."),
    "int_from_float": gettext_lazy("This is not a whole number."),
    "bool_parsing": gettext_lazy("This is neither true nor false."),
    "bool_type": gettext_lazy("This is neither true nor false."),
    "string_type": gettext_lazy("This is not a text."),
    "list_type": gettext_lazy("This is not a list."),
    "dict_type": gettext_lazy("This is not an object."),
    "model_attributes_type": gettext_lazy("This is not an object."),
    "model_type": gettext_lazy("This is not an object."),
    "date_from_datetime_inexact": gettext_lazy("This is not a date."),
    "date_from_datetime_parsing": gettext_lazy("This is not a date."),
    "date_parsing": gettext_lazy("This is not a date."),
    "date_type": gettext_lazy("This is not a date."),
    "datetime_from_date_parsing": gettext_lazy("This is not a date with a time."),
    "datetime_parsing": gettext_lazy("This is not a date with a time."),
    "datetime_type": gettext_lazy("This is not a date with a time."),
    "uuid_parsing": gettext_lazy("This is not an identifier."),
    "uuid_type": gettext_lazy("This is not an identifier."),
    "url_parsing": gettext_lazy("This is not an address."),
}
# What else pydantic finds it says in English; errors of values may be said by us.
_UNWORDED = frozenset((*get_args(ErrorType), "filter_field_error")) - {
    *_MESSAGES,
    "value_error",
}
# Django says it in English only, and by names of our classes.
_NONE_MATCHES = re.compile(r"No \w+ matches the given query\.")
# Wagtail's own sentence, which stands in its catalogues.
_DENIED = "Sorry, you do not have permission to access this area."
_TAKEN = re.compile(r"The slug '.*' is already in use within the parent page.*")
# What pydantic puts before what is said by us.
_BEFORE_OURS = "Value error, "
# Pydantic writes "'a', 'b' or 'c'", whatever the reader's language.
_OR = re.compile(r"(?<=') or (?=')")


def word_fault(fault: Mapping[str, Any]) -> dict[str, Any]:
    """Return a fault in the reader's language, without what only we understand."""
    code = str(fault.get("type", ""))
    message = str(fault.get("msg", "")).removeprefix(_BEFORE_OURS)
    if code in _MESSAGES or code in _UNWORDED:
        message = pgettext("a fault in a request", "This is not valid.")
    if wording := _MESSAGES.get(code):
        with suppress(KeyError, ValueError):
            message = str(wording).format_map(_without_or(fault))
    return {
        "type": str(fault.get("type", "invalid")),
        "loc": place_of(fault),
        "msg": _taken() if _TAKEN.fullmatch(message) else message,
    }


def _taken() -> str:
    """Return that another page has the slug: Wagtail says it in English only."""
    field = Page._meta.get_field("slug")
    names = {
        "model_name": capfirst(Page._meta.verbose_name),
        "field_label": field.verbose_name,
    }
    return str(field.error_messages["unique"] % names)


def _without_or(fault: Mapping[str, Any]) -> dict[str, Any]:
    """Return what pydantic found, with commas only between the values it expects."""
    found = {
        name: _OR.sub(", ", value) if name == "expected" else value
        for name, value in (fault.get("ctx") or {}).items()
    }
    return {**found, "discriminator": discriminator(fault)}


def answer_faults(faults: Iterable[Mapping[str, Any]]) -> HttpResponse:
    """Return 422 with these faults."""
    return problem_response(
        status=422,
        detail=_("The request has values that are not valid."),
        errors=[word_fault(fault) for fault in faults],
    )


def part_of(request: HttpRequest) -> str:
    """Return in which part of a request what it asks for is."""
    return "query" if request.method == "GET" else "body"


def form_faults(request: HttpRequest, error: FormError) -> list[dict[str, Any]]:
    """Return what the form or the model of a thing found in what was sent."""
    part = part_of(request)
    if isinstance(error, FormValidationError):
        return [
            {
                "type": code,
                "loc": [part, *(name for name in path if name != NON_FIELD_ERRORS)],
                "msg": message,
            }
            for path, coded in error.loc_errors
            for message, code in coded
        ]
    named = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    return [
        {"type": "invalid", "loc": [part, *_named(name)], "msg": text}
        for name, texts in named.items()
        for text in texts
    ]


def _named(name: str) -> list[str]:
    """Return the place of a field below what was sent; none of the whole."""
    return [name] if name and name != NON_FIELD_ERRORS else []


def is_ours(title: str, faults: Iterable[Mapping[str, Any]]) -> bool:
    """Whether an answer could not be made, which is no fault of who asked."""
    failed = any(fault["type"] == "get_attribute_error" for fault in faults)
    return failed or title == "NinjaResponseSchema"


def word_faults(api: NinjaAPI) -> None:
    """Let the API say in the reader's language what is wrong with a request."""

    @api.exception_handler(ValidationError)
    def answer_request(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return answer_faults(error.errors)

    @api.exception_handler(FormError)
    def answer_form(request: HttpRequest, error: FormError) -> HttpResponse:
        return answer_faults(form_faults(request, error))

    @api.exception_handler(PydanticError)
    def answer_value(request: HttpRequest, error: PydanticError) -> HttpResponse:
        part = part_of(request)
        faults = error.errors(include_url=False)
        if is_ours(error.title, faults):
            raise error
        # As ninja does: behind the part stands a parameter of ours.
        before = [part, "data"]
        return answer_faults(
            _unsorted(fault)
            or {**fault, "loc": [*before[: len(fault["loc"]) + 1], *fault["loc"]]}
            for fault in faults
        )

    @api.exception_handler(RecursionError)
    def answer_depth(request: HttpRequest, error: RecursionError) -> HttpResponse:
        if request.method == "GET":
            raise error
        # HTML or Markdown in it is nested deeper than anything reads.
        message = pgettext("a fault in a request", "This is not valid.")
        return answer_faults([{"type": "depth", "loc": ["body"], "msg": message}])

    word_refusals(api)


def _unsorted(fault: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return that what is found cannot be sorted so, at the parameter that asks it.

    Wagtail names the field there; None of another fault.
    """
    if fault["type"] != "order_by_field_error":
        return None
    message = _("The list cannot be sorted by “%(name)s”.")
    name = str(fault["loc"][-1])
    return {
        "type": "order",
        "loc": ["query", "order"],
        "msg": message % {"name": name},
    }


def _denial(error: PermissionDenied) -> str:
    """Return why something is denied; Wagtail's actions say it in English only."""
    is_english = str(get_language()).startswith("en")
    if type(error).__module__.startswith("wagtail.") and not is_english:
        return _(_DENIED)
    return str(error) or _(_DENIED)


def word_refusals(api: NinjaAPI) -> None:
    """Let the API say in the reader's language why a request is refused as a whole."""

    @api.exception_handler(Http404)
    def answer_missing(request: HttpRequest, error: Http404) -> HttpResponse:
        detail = str(error)
        if not detail or _NONE_MATCHES.fullmatch(detail):
            detail = _("There is no such entry.")
        return problem_response(status=404, detail=detail)

    @api.exception_handler(AuthenticationError)
    def answer_unknown(
        request: HttpRequest, error: AuthenticationError
    ) -> HttpResponse:
        return problem_response(status=401, detail=_(_DENIED))

    @api.exception_handler(PermissionDenied)
    def answer_denied(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
        status = 403 if request.user.is_authenticated else 401
        return problem_response(status=status, detail=_denial(error))

    @api.exception_handler(ProtectedError)
    def answer_protected(request: HttpRequest, error: ProtectedError) -> HttpResponse:
        detail = _("It is used elsewhere and cannot be deleted.")
        return problem_response(status=409, detail=detail)
