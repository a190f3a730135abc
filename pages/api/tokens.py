"""Who asks: the holder of a token of Wagtail's, or anybody.

A browser's session never counts. A token that is wrong, revoked or of somebody who
has left is refused, also where anybody may read: whoever sends one wants to be known.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import HttpError
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth


class Token(BearerTokenAuth):
    """The bearer of an API token; nobody else."""

    def __call__(self, request: HttpRequest) -> Any:
        token = super().__call__(request)
        if token is None and "Authorization" in request.headers:
            raise HttpError(401, _("The token is not valid, or not any more."))
        return token


class Anonymous(AllowAnonymous):
    """Anybody: the request counts as nobody's."""

    def __call__(self, request: HttpRequest) -> AnonymousUser:
        user: AnonymousUser = super().__call__(request)
        return user


PUBLIC: list[Callable[..., Any]] = [Token(), Anonymous()]
