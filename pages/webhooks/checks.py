"""What webhooks need of the site they are installed in."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured

from snippets.queues import miss_queue

from .settings import MOST_SECONDS, Settings, webhook_settings
from .tasks import BACKEND, QUEUE


@register
def check_tasks(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the queue that deliveries wait in."""
    consequence = "no webhook would be sent."
    return miss_queue(
        BACKEND, QUEUE, consequence=consequence, code="participation_webhooks.E001"
    )


@register
def check_settings(**kwargs: Any) -> Iterable[CheckMessage]:
    """Find settings that are unknown, or that would hold up the worker."""
    hint = "They are: " + ", ".join(field.name for field in fields(Settings))
    try:
        found = webhook_settings()
    except ImproperlyConfigured as error:
        return [Error(f"{error}.", hint=hint, id="participation_webhooks.E002")]
    if 1 <= found.timeout <= MOST_SECONDS:
        return []
    return [
        Error(
            f"PARTICIPATION_WEBHOOKS gives a receiver {found.timeout} seconds: mail "
            "and other webhooks wait behind it.",
            hint=f"Set timeout from 1 to {MOST_SECONDS}.",
            id="participation_webhooks.E003",
        )
    ]
