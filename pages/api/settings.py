"""How the API behaves on this site; a site changes it by PARTICIPATION_API."""

from dataclasses import dataclass, fields

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Settings:
    """Times in seconds, sizes in bytes, rates as django-ninja writes them: „300/m”.

    `max_age` is how long an answer may be kept, here and on the way to the reader.
    `cache` names the cache that keeps whole answers, `throttle_cache` the one that
    counts requests. `trust_proxy` says that a proxy sets X-Forwarded-For always, so
    that its last address is the visitor's. `preview_url` is where a front end shows
    drafts: `{token}` in it stands for the token that opens one, which works for
    `preview_lasts`.
    """

    anonymous_rate: str = "300/m"
    authenticated_rate: str = "1200/m"
    max_age: int = 60
    cache: str = "default"
    throttle_cache: str = "default"
    largest_body: int = 2 * 1024 * 1024
    most_items: int = 100
    trust_proxy: bool = False
    preview_url: str = ""
    preview_lasts: int = 15 * 60


def api_settings() -> Settings:
    """Return the settings of this site."""
    own = getattr(settings, "PARTICIPATION_API", {})
    unknown = set(own) - {field.name for field in fields(Settings)}
    if unknown:
        raise ImproperlyConfigured(
            f"PARTICIPATION_API has no such setting: {', '.join(sorted(unknown))}"
        )
    return Settings(**own)
