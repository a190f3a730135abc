"""What the API and its front ends need."""

from urllib.parse import urlsplit

from corsheaders.defaults import default_headers

from . import environment


def origin_of(url: str) -> str:
    """Return the scheme and host of an address."""
    return "{0.scheme}://{0.netloc}".format(urlsplit(url))


# Front ends of other hosts, as „https://front.example”, may ask from browsers.
CORS_ALLOWED_ORIGINS = environment.words("API_ORIGINS")
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_HEADERS = [*default_headers, "if-none-match"]
CORS_EXPOSE_HEADERS = [
    "ETag",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "Retry-After",
]

WAGTAILAPI_LIMIT_MAX = 100
WAGTAILAPI_RICH_TEXT_FORMAT = "html"

# Each process keeps and counts for itself: neither is worth a query.
API_CACHES = {
    name: {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
        "OPTIONS": {"MAX_ENTRIES": entries},
    }
    for name, entries in (("api", 500), ("throttle", 20_000))
}
# Where a front end shows drafts; the preview in the admin frames its pages.
PREVIEW_URL = environment.text("PREVIEW_URL")
PREVIEW_ORIGINS = [origin_of(PREVIEW_URL)] if PREVIEW_URL else []
PARTICIPATION_API = {
    "cache": "api",
    "throttle_cache": "throttle",
    "trust_proxy": environment.switch("TRUST_PROXY"),
    "preview_url": PREVIEW_URL,
}
