"""How often one network may ask, and the headers that say so."""

from time import time

from django.core.cache import caches
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from ninja.throttling import SimpleRateThrottle
from wagtail.api.v3.errors import problem_response

from pages.base.networks import network_of

from .settings import api_settings


class Throttle(SimpleRateThrottle):
    """The requests of one network in a sliding window; made anew for each request."""

    def __init__(self, request: HttpRequest) -> None:
        settings = api_settings()
        self.is_named = "Authorization" in request.headers
        self.cache = caches[settings.throttle_cache]
        self.trusts_proxy = settings.trust_proxy
        super().__init__(
            settings.authenticated_rate if self.is_named else settings.anonymous_rate
        )

    def get_cache_key(self, request: HttpRequest) -> str:
        scope = "token" if self.is_named else "anonymous"
        return f"participation_api.{scope}.{self._network(request)}"

    def _network(self, request: HttpRequest) -> str:
        """Return the visitor's network, as the nearest proxy saw it."""
        address = str(request.META.get("REMOTE_ADDR", ""))
        if self.trusts_proxy:
            forwarded = request.headers.get("X-Forwarded-For", "")
            address = forwarded.rpartition(",")[2].strip()[:64] or address
        return network_of(address)

    def refusal(self) -> HttpResponseBase:
        """Return the answer to a request too many."""
        seconds = max(1, round(self.wait() or 1))
        response = problem_response(
            status=429,
            detail=_("Too many requests; try again in %(seconds)d s.")
            % {"seconds": seconds},
        )
        response["Retry-After"] = str(seconds)
        self.mark(response)
        return response

    def mark(self, response: HttpResponseBase) -> None:
        """Say how many requests are left."""
        limit, period = self.num_requests or 0, self.duration or 0
        oldest = self.history[-1] if self.history else time()
        response["RateLimit-Limit"] = str(limit)
        response["RateLimit-Remaining"] = str(max(0, limit - len(self.history)))
        response["RateLimit-Reset"] = str(max(0, round(oldest + period - time())))
