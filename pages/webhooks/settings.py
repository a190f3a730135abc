"""Where webhooks may lead; a site changes it by PARTICIPATION_WEBHOOKS."""

from collections.abc import Collection
from dataclasses import dataclass, field, fields
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


def _is_development() -> bool:
    return bool(settings.DEBUG)


@dataclass(frozen=True)
class Settings:
    """The rules for addresses, and how long things take.

    `allowed_hosts` names hosts that may lie in the own network, such as a build server
    of the office; every other host has to be on the internet. `allow_http` lets a
    webhook go without encryption. `timeout` is how many seconds a receiver has for
    everything, from the connection to its answer; `kept_days` is how long deliveries
    stay in the log.
    """

    allowed_hosts: Collection[str] = ()
    allow_http: bool = field(default_factory=_is_development)
    ports: Collection[int] = (80, 443, 8443)
    timeout: int = 10
    kept_days: int = 30

    @property
    def kept_for(self) -> timedelta:
        """How long deliveries stay in the log."""
        return timedelta(days=self.kept_days)

    def allows(self, host: str) -> bool:
        """Whether a host, in ASCII, may lie in the own network."""
        return host in {name.lower() for name in self.allowed_hosts}


MOST_SECONDS = 30


def webhook_settings() -> Settings:
    """Return the settings of this site."""
    own = getattr(settings, "PARTICIPATION_WEBHOOKS", {})
    unknown = set(own) - {field.name for field in fields(Settings)}
    if unknown:
        raise ImproperlyConfigured(
            f"PARTICIPATION_WEBHOOKS has no such setting: {', '.join(sorted(unknown))}"
        )
    return Settings(**own)
