"""Answers that may be kept: by us, by what stands between, and by the reader."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.http.response import HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags, urlencode
from django.utils.translation import get_language

from .editions import current_edition
from .settings import api_settings


@dataclass(frozen=True)
class Kept:
    """An answer as it is kept."""

    body: bytes
    content_type: str
    etag: str


def answer_reader(
    request: HttpRequest, make: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """Answer a request that changes nothing, from what was kept where it may be."""
    if "Authorization" in request.headers:
        return _for_one(request, make())
    cache = caches[api_settings().cache]
    key = _key(request)
    kept = cache.get(key)
    if kept is None:
        response = make()
        if response.get("Cache-Control"):
            return response
        if response.status_code != 200 or not isinstance(response, HttpResponse):
            # What is not there may be in a moment.
            return _mark(response, "no-cache")
        kept = _keep(response)
        cache.set(key, kept, api_settings().max_age)
    # A cookie may have chosen the language: what stands between cannot tell that.
    by_cookie = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
    audience = "private" if by_cookie else "public"
    return _mark(_give(request, kept), f"{audience}, max-age={api_settings().max_age}")


def _key(request: HttpRequest) -> str:
    """Return what tells one answer from another."""
    parts = (
        current_edition(),
        get_language() or "",
        request.scheme or "",
        request.get_host(),
        request.path,
        # Of a parameter that is sent twice, the order says which one counts.
        urlencode(sorted(request.GET.lists()), doseq=True),
    )
    digest = blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
    return f"participation_api.answer.{digest}"


def _keep(response: HttpResponse) -> Kept:
    digest = blake2b(response.content, digest_size=12).hexdigest()
    return Kept(response.content, response["Content-Type"], f'"{digest}"')


def _give(request: HttpRequest, kept: Kept) -> HttpResponseBase:
    """Return the answer, or only say that it is the one the reader has."""
    known = parse_etags(request.headers.get("If-None-Match", ""))
    response: HttpResponseBase
    if "*" in known or kept.etag in {mark.removeprefix("W/") for mark in known}:
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(kept.body, content_type=kept.content_type)
    response["ETag"] = kept.etag
    return response


def _for_one(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Return an answer to the holder of a token, which nobody else may get."""
    cache_control = response.get("Cache-Control", "private, no-cache")
    if response.status_code == 200 and isinstance(response, HttpResponse):
        response = _give(request, _keep(response))
    return _mark(response, cache_control)


def _mark(response: HttpResponseBase, cache_control: str) -> HttpResponseBase:
    response["Cache-Control"] = cache_control
    patch_vary_headers(response, ("Authorization", "Accept-Language"))
    return response
