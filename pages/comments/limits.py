"""How much of what the public may send; a site changes it by PUBLIC_COMMENTS."""

from dataclasses import dataclass, fields
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Limits:
    """The limits of the public form; times in seconds, sizes in bytes.

    After `answer_days` staff are told that a comment waits too long.
    A browser tries up to `challenge_steps` keys where a consultation asks it to: 2,000
    take a laptop half a second to one.
    `trust_proxy` says that a proxy sets X-Forwarded-For always, so that its last
    address is the visitor's; without it the header is not believed.
    """

    least_seconds: int = 3
    form_lasts: int = 24 * 60 * 60
    confirm_within: int = 24 * 60 * 60
    largest_body: int = 512 * 1024
    most_links: int = 3
    most_an_hour: int = 30
    most_a_day: int = 100
    most_unconfirmed: int = 5
    largest_scan: int = 20 * 1024 * 1024
    answer_days: int = 30
    challenge_steps: int = 2_000
    trust_proxy: bool = False

    @property
    def confirmation(self) -> timedelta:
        """How long a link to confirm works."""
        return timedelta(seconds=self.confirm_within)

    @property
    def confirm_hours(self) -> int:
        """The same in hours, to be read by people."""
        return max(1, round(self.confirm_within / 3600))


ADDRESS_KEPT = timedelta(days=7)
MOST_LEAST_SECONDS = 5
MOST_CHALLENGE_STEPS = 20_000


def limits() -> Limits:
    """Return the limits of this site."""
    own = getattr(settings, "PUBLIC_COMMENTS", {})
    unknown = set(own) - {field.name for field in fields(Limits)}
    if unknown:
        raise ImproperlyConfigured(
            f"PUBLIC_COMMENTS has no such limit: {', '.join(sorted(unknown))}"
        )
    return Limits(**own)
