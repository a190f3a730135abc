"""Errors that no operation has seen, told to programs all the same."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import NoReverseMatch, reverse
from wagtail.api.v3.errors import PROBLEM_JSON, problem_response


class ProblemMiddleware:
    """Turns what is refused under the API's address into application/problem+json.

    It answers HEAD there as well, as GET without the body.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(_address()):
            return self.get_response(request)
        if request.method != "HEAD":
            return _as_sent(request, _problem(self.get_response(request)))
        request.method = "GET"
        response = _problem(self.get_response(request))
        request.method = "HEAD"
        if isinstance(response, HttpResponse):
            response.content = b""
        return response


def _as_sent(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Return an answer; what is sent on to another address is sent on as it is.

    After 301 clients only read there: what was sent without the last slash got lost.
    """
    if response.status_code == 301 and request.method not in {"GET", "HEAD"}:
        response.status_code = 308
    return response


def _problem(response: HttpResponseBase) -> HttpResponseBase:
    """Return an answer, of a refusal the same one as a problem."""
    if response.status_code < 400:
        return response
    if response.get("Content-Type", "").startswith(PROBLEM_JSON):
        return response
    problem = problem_response(status=response.status_code)
    for name in ("Allow", "Retry-After", "Vary"):
        if name in response:
            problem[name] = response[name]
    return problem


def _address() -> str:
    """Return the address of the API; of nothing where the site has none."""
    try:
        return reverse("wagtailapi_v3:api-root")
    except NoReverseMatch:
        return "\0"
