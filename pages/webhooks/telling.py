"""Queues what happened for those who want to be told."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from .delivering import queue
from .models import Event, Webhook, WebhookDelivery
from .showing import Data

logger = logging.getLogger(__name__)


def tell(event: Event, describe: Callable[[], Iterable[Data]]) -> None:
    """Queue what `describe` finds for all receivers that want to know.

    It is asked only where there is one. A fault is logged: nothing must fail to be
    published for it.
    """
    try:
        with transaction.atomic():
            hooks = [hook for hook in Webhook.objects.active() if event in hook.events]
            if hooks:
                found = list(describe())
                queue_for(hooks, event, found)
    except Exception:
        logger.exception("Webhooks could not be told: %s", event.value)


def queue_for(hooks: Iterable[Webhook], event: Event, found: Iterable[Data]) -> None:
    """Queue a message of each thing that was found, for each receiver."""
    rows = [
        WebhookDelivery(webhook=hook, event=event, payload=payload_of(event, data))
        for data in found
        for hook in hooks
    ]
    if rows:
        queue.add_all(rows)


def send_test(hook: Webhook) -> WebhookDelivery:
    """Queue a test for one receiver, whether or not it is switched on."""
    payload = payload_of(Event.TEST, {})
    return queue.add(webhook=hook, event=Event.TEST, payload=payload)


def payload_of(event: Event, data: Data) -> dict[str, Any]:
    """Return a message as a receiver gets it."""
    return {
        "type": event.value,
        "timestamp": timezone.now().isoformat(timespec="seconds"),
        "data": data,
    }
