"""Takes messages from the queue to their receivers."""

import json
import logging
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from pages.comments.mail.queue import RowQueue, explain
from pages.comments.models import NoticeState

from .models import FINISHED, Event, Fault, Webhook, WebhookDelivery
from .models.choices import AWAY
from .sending import NotDeliveredError, post
from .showing import is_still_so

logger = logging.getLogger(__name__)

# How long after each failure it is tried again, and up to a quarter longer, so that
# what failed at once does not come back at once: about two days in all.
PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720, 1440))
JITTER = 0.25
USER_AGENT = "participation-webhooks/1"


@dataclass(frozen=True)
class DeliveryQueue(RowQueue[WebhookDelivery]):
    """The messages to all receivers, and their way from a row to the receiver."""

    def deliver_due(self) -> Iterator[WebhookDelivery]:
        """Send what is due; what else is for a receiver that is away waits."""
        for row in self.take_due():
            if not self.deliver(row) and row.error in AWAY:
                self.put_off(self.rows.due().filter(webhook=row.webhook_id))
            yield row

    def deliver(self, row: WebhookDelivery) -> bool:
        """Send one message and note what became of it; return whether it arrived."""
        hook = row.webhook
        is_test = row.event == Event.TEST
        if not (is_test or hook.is_active) or not is_still_so(row):
            return self.finish(row, NoticeState.DROPPED)
        began = time.monotonic()
        fault = ""
        try:
            row.status = send(row)
        except NotDeliveredError as error:
            fault, row.status = error.fault.value, error.status
            self._tell_log(row, error)
        except Exception:
            logger.exception("Message %s could not be made", row.uid)
            fault, row.status = Fault.INTERNAL.value, None
        row.duration = round((time.monotonic() - began) * 1000)
        if not self._note(row):
            return False
        if fault:
            return self._fail(row, fault)
        hook.note_success()
        return self.finish(row, NoticeState.SENT)

    def pause_after(self, attempts: int) -> timedelta | None:
        """Return how long to wait after so many tries; None where that was the last."""
        if attempts > len(PAUSES):
            return None
        share = secrets.SystemRandom().uniform(0, JITTER)
        return PAUSES[attempts - 1] * (1 + share)

    def send_again(self, row: WebhookDelivery) -> None:
        """Let staff send anew what arrived, was given up or was not needed."""
        with transaction.atomic():
            self.rows.filter(pk=row.pk, state__in=FINISHED).update(
                state=NoticeState.WAITING,
                attempts=0,
                error="",
                status=None,
                duration=None,
                due_at=timezone.now(),
                sent_at=None,
            )
            transaction.on_commit(self.wake_worker)

    def add_all(self, rows: list[WebhookDelivery]) -> None:
        """Queue many messages; the worker is woken once."""
        self.rows.bulk_create(rows)
        transaction.on_commit(self.wake_worker)

    def _note(self, row: WebhookDelivery) -> bool:
        """Note what was answered; return whether staff did not delete it meanwhile."""
        noted = self.rows.filter(pk=row.pk).update(
            status=row.status, duration=row.duration
        )
        if not noted:
            row.state = NoticeState.DROPPED
        return bool(noted)

    def _fail(self, row: WebhookDelivery, fault: str) -> bool:
        """Put a message off or give it up, and with it a receiver that is gone."""
        is_test = row.event == Event.TEST
        if is_test:
            return self._give_up(row, fault)
        row.webhook.note_failure()
        if fault == Fault.GONE:
            self._give_up(row, fault)
            switch_off(row.webhook)
            return False
        self.postpone(row, fault)
        if row.state == NoticeState.FAILED and row.webhook.is_hopeless:
            switch_off(row.webhook)
        return False

    def _give_up(self, row: WebhookDelivery, fault: str) -> bool:
        """Note that a message is not tried again: somebody waits for a test."""
        row.attempts += 1
        row.state, row.error = NoticeState.FAILED, fault
        row.save(update_fields=["attempts", "state", "error"])
        return False

    def _tell_log(self, row: WebhookDelivery, error: NotDeliveredError) -> None:
        """Say in the log of the server what the page of the message does not."""
        said = (
            explain(error.__cause__) if isinstance(error.__cause__, Exception) else ""
        )
        logger.info("Message %s: %s %s", row.uid, error.fault.value, said)


def send(row: WebhookDelivery) -> int:
    """Sign a message and send it; return the status."""
    body = encode(row.payload)
    timestamp = int(timezone.now().timestamp())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": USER_AGENT,
        "webhook-id": row.uid,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": row.webhook.sign(row.uid, timestamp, body),
    }
    return post(row.webhook.url, body, headers)


def encode(payload: Any) -> bytes:
    """Return a message as it is sent."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()


def switch_off(hook: Webhook) -> None:
    """Switch off a receiver that keeps failing; staff see it in the list and its log.

    What waits for it is not needed any more: a front end that comes back is rebuilt.
    """
    with transaction.atomic():
        hook.is_active, hook.switched_off_at = False, timezone.now()
        hook.save(update_fields=["is_active", "switched_off_at"])
        WebhookDelivery.objects.filter(webhook=hook, state=NoticeState.WAITING).exclude(
            event=Event.TEST
        ).update(state=NoticeState.DROPPED)
        log(hook, "participation_webhooks.switch_off")
    logger.error("Webhook %s was switched off: it kept failing", hook.pk)


queue = DeliveryQueue(
    model=WebhookDelivery,
    task="pages.webhooks.tasks.send_due_webhooks",
    related=("webhook",),
)
