"""Views whose address is a secret that gives the right to them."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import get_resolver, get_urlconf
from django.views.decorators.csrf import csrf_exempt

from pages.comments.models import CommentLink, LinkPurpose
from pages.comments.sending.links import find_link

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}

View = Callable[..., HttpResponse]
LinkView = Callable[[HttpRequest, CommentLink], HttpResponse]


def secretive(view: View) -> View:
    """Keep the address of a view to itself.

    Browsers send "Origin: null" from a page that has no referrer, which Django's
    check of CSRF refuses. It is not needed here: the secret in the address is what
    gives the right, and no other site knows it.
    """

    @csrf_exempt
    @wraps(view)
    def secretive_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    return secretive_view


def private(purpose: LinkPurpose) -> Callable[[LinkView], View]:
    """Give a view the link that its address names, and keep the address to itself."""

    def decorate(view: LinkView) -> View:
        @secretive
        @wraps(view)
        def private_view(request: HttpRequest, uid: UUID, secret: str) -> HttpResponse:
            link = find_link(uid=uid, secret=secret, purpose=purpose)
            return view(request, link) if link else _not_found(request)

        return private_view

    return decorate


def _not_found(request: HttpRequest) -> HttpResponse:
    """Answer as the site does where there is nothing, but with our headers."""
    handler: Any = get_resolver(get_urlconf()).resolve_error_handler(404)
    response: HttpResponse = handler(request, exception=Http404())
    return response
