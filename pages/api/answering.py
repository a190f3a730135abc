"""What goes round every operation of the API, Wagtail's own included."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from ninja.errors import HttpError, ValidationError
from ninja.operation import Operation
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth

from .closing import close_body
from .conditional import answer_reader
from .parameters import body_kind, check_body, check_key, check_query, known_parameters
from .throttling import Throttle
from .tokens import PUBLIC, Token

Run = Callable[..., HttpResponseBase]


def answer(run: Run) -> Run:
    """Return an operation's `run` with our rules (see `NinjaAPI.add_decorator`)."""
    operation: Operation = run.__self__  # type: ignore[attr-defined]
    _narrow(operation)
    close_body(operation)
    known, kind = known_parameters(operation), body_kind(operation)
    reads = operation.methods == ["GET"]

    def make(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        try:
            check_query(request, operation, known, kwargs)
            check_key(kwargs)
            check_body(request, kind)
            return run(request, **kwargs)
        except Exception as error:  # noqa: BLE001 - the API's own handlers judge it
            return operation.api.on_exception(request, _named(error))

    @wraps(run)
    def answered(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        with without_session(request):
            return given(request, **kwargs)

    def given(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        throttle = Throttle(request)
        if not throttle.allow_request(request):
            return throttle.refusal()
        if reads:
            response = answer_reader(request, lambda: make(request, **kwargs))
        else:
            response = make(request, **kwargs)
            response["Cache-Control"] = "no-store"
        if response.status_code == 401:
            response["WWW-Authenticate"] = "Bearer"
        patch_vary_headers(response, ("Authorization", "Accept-Language"))
        throttle.mark(response)
        return response

    return answered


@contextmanager
def without_session(request: HttpRequest) -> Iterator[None]:
    """Keep from the API what a browser has gone through, such as asked passwords.

    Its answers are everybody's: they are kept and given to others.
    """
    session = getattr(request, "session", None)
    request.session = SessionBase()
    try:
        yield
    finally:
        if session is None:
            del request.session
        else:
            request.session = session


def _named(error: Exception) -> Exception:
    """Return an error as the API's handlers know it."""
    if isinstance(error, RequestDataTooBig):
        return HttpError(413, _("The body is too large."))
    if isinstance(error, OverflowError):
        # A number or a moment was asked for that no database holds.
        message = pgettext("a fault in a request", "This is not valid.")
        fault = {"type": "overflow", "loc": ["query"], "msg": message}
        return ValidationError([fault])
    return error


def _narrow(operation: Operation) -> None:
    """Let wrong tokens be refused by Wagtail's operations too."""
    callbacks = operation.auth_callbacks
    if any(isinstance(callback, AllowAnonymous) for callback in callbacks):
        operation.auth_callbacks = [*PUBLIC]
    elif any(type(callback) is BearerTokenAuth for callback in callbacks):
        operation.auth_callbacks = [Token()]
