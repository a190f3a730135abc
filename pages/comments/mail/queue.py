"""Sends the mail of a room: queued, tried again, never lost.

A mail is a row (`QueuedMail`) made in the transaction that gives rise to it. The worker
claims the rows that are due, so that no two send the same one, and sends them outside
of any transaction. What fails is tried again, later each time, and shown to staff
once it is given up. A mail may go out twice where a worker dies between handing it
over and noting that it did; never not at all. What goes out in another way than by mail
waits in the same way: `RowQueue`.
"""

import logging
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import override

from pages.comments.models import NoticeState, QueuedMail

logger = logging.getLogger(__name__)

# How long after each failure it is tried again: all in all about two days and a half.
PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 720, 1440, 1440))
# A mail claimed so long ago was not sent: its worker is gone.
GIVEN_UP_AFTER = timedelta(minutes=10)
# So many failures in a row mean that the mail server is away: the rest waits as well.
MOST_FAILURES = 3
# Addresses, and what is long and random enough to be the secret of a link.
PRIVATE = re.compile(r"[^\s\"'(),;:<=>\[\]]+@[^\s\"'(),;:<=>\[\]]+|[\w-]{40,}")

Row = TypeVar("Row", bound=QueuedMail)


class NotNeededError(Exception):
    """While a letter was written, it turned out that nobody should get it."""


@dataclass(frozen=True)
class Recipient:
    """Who gets a mail, and in what language."""

    email: str
    language: str


@dataclass(frozen=True)
class Letter:
    """A mail in plain text."""

    subject: str
    body: str


def note_nothing(mail: QueuedMail) -> None:
    """Follow up on a mail that was sent where a room has nothing to note."""


@dataclass(frozen=True)
class RowQueue(ABC, Generic[Row]):
    """What a room sends, row by row; how one goes out is up to the queue."""

    model: type[Row]
    # The dotted path of the task that sends what is due: it calls the room back.
    task: str
    # What is read along with a row that is about to be sent.
    related: tuple[str, ...]

    @property
    def rows(self) -> Any:
        """All rows of the room, whatever became of them."""
        return self.model._default_manager

    def add(self, **values: Any) -> Row:
        """Queue a row; the worker is woken once the transaction ends."""
        row: Row = self.rows.create(**values)
        transaction.on_commit(self.wake_worker)
        return row

    def wake_worker(self, at: datetime | None = None) -> None:
        """Ask the worker to send what is due, now or at a time.

        Where the queue does not answer, or cannot wait until a time, what is to be sent
        stays in its row: the next task or `manage.py send_notices` finds it.
        """
        task = import_string(self.task)
        try:
            if at is None:
                task.enqueue()
            elif task.get_backend().supports_defer:
                task.using(run_after=at).enqueue()
        except Exception:
            logger.warning(
                "The queue did not take the task %s", self.task, exc_info=True
            )

    def send_due(self) -> int:
        """Send all that is due; return how many were sent."""
        return sum(row.state == NoticeState.SENT for row in self.deliver_due())

    def deliver_due(self) -> Iterator[Row]:
        """Send what is due; give each row out with what became of it."""
        for row in self.take_due():
            self.deliver(row)
            yield row

    @abstractmethod
    def deliver(self, row: Row) -> bool:
        """Send one row and note what became of it; return whether it went out."""

    def take_due(self) -> Iterator[Row]:
        """Claim what is due, one row after another."""
        self.release_abandoned()
        due = list(self.rows.due().order_by("due_at").values_list("pk", flat=True))
        if due:
            # If this worker dies on the way, somebody has to look at what it had taken.
            self.wake_worker(at=timezone.now() + GIVEN_UP_AFTER)
        yield from filter(None, map(self.claim, due))

    def put_off(self, due: Any) -> None:
        """Let rows wait while nobody would take them; it counts as no try."""
        at = timezone.now() + PAUSES[0]
        if due.update(due_at=at):
            self.wake_worker(at=at)

    def release_abandoned(self) -> None:
        """Let what a worker took and did not send go out again."""
        self.rows.filter(
            state=NoticeState.SENDING, claimed_at__lt=timezone.now() - GIVEN_UP_AFTER
        ).update(state=NoticeState.WAITING, due_at=timezone.now())

    def claim(self, pk: int) -> Row | None:
        """Take a row for this worker alone; None where it is not due any more."""
        taken = (
            self.rows.due()
            .filter(pk=pk)
            .update(state=NoticeState.SENDING, claimed_at=timezone.now())
        )
        return self.rows.select_related(*self.related).get(pk=pk) if taken else None

    def send_again(self, row: Row) -> None:
        """Let staff start anew what was given up."""
        with transaction.atomic():
            self.rows.failed().filter(pk=row.pk).update(
                state=NoticeState.WAITING, attempts=0, due_at=timezone.now()
            )
            transaction.on_commit(self.wake_worker)

    def finish(self, row: Row, state: NoticeState) -> bool:
        """Note that a row is sent, or is not needed any more."""
        is_sent = state == NoticeState.SENT
        row.attempts += is_sent
        row.state, row.error = state, ""
        row.sent_at = timezone.now() if is_sent else None
        row.save(update_fields=["attempts", "state", "error", "sent_at"])
        return is_sent

    def postpone(self, row: Row, error: str) -> bool:
        """Put a row off, or give it up after the last try."""
        row.attempts += 1
        row.error = error
        pause = self.pause_after(row.attempts)
        if pause is None:
            row.state = NoticeState.FAILED
        else:
            row.state, row.due_at = NoticeState.WAITING, timezone.now() + pause
        row.save(update_fields=["attempts", "error", "state", "due_at"])
        if pause is not None:
            self.wake_worker(at=row.due_at)
        logger.warning("%s %s was not sent: %s", row._meta.label, row.pk, error)
        return False

    def pause_after(self, attempts: int) -> timedelta | None:
        """Return how long to wait after so many tries; None where that was the last."""
        return PAUSES[attempts - 1] if attempts <= len(PAUSES) else None


@dataclass(frozen=True)
class MailQueue(RowQueue[Row]):
    """The mail of one room, and its way from a row to the mail server."""

    # Who gets a mail; None where it is not needed any more.
    find_recipient: Callable[[Row], Recipient | None]
    # The letter in the active language; may raise NotNeededError.
    write_letter: Callable[[Row], Letter]
    # What else is noted, in one transaction with the mail's being sent.
    follow_up: Callable[[Row], None] = note_nothing

    def deliver_due(self) -> Iterator[Row]:
        """Send the mail that is due; stop where the mail server is away."""
        failures = 0
        for mail in self.take_due():
            is_done = self.deliver(mail) or mail.state == NoticeState.DROPPED
            yield mail
            failures = 0 if is_done else failures + 1
            if failures == MOST_FAILURES:
                self.put_off(self.rows.due())
                return

    def deliver(self, row: Row) -> bool:
        """Send one mail and note what became of it; return whether it went out."""
        recipient = self.find_recipient(row)
        if recipient is None:
            return self.finish(row, NoticeState.DROPPED)
        try:
            with override(recipient.language):
                letter = self.write_letter(row)
            EmailMessage(letter.subject, letter.body, to=[recipient.email]).send()
        except NotNeededError:
            return self.finish(row, NoticeState.DROPPED)
        except Exception as error:  # noqa: BLE001 - whatever it is, the mail is kept
            return self.postpone(row, explain(error))
        with transaction.atomic():
            self.finish(row, NoticeState.SENT)
            self.follow_up(row)
        return True


def explain(error: Exception) -> str:
    """Return what a mail server said, without addresses and secrets."""
    said = f"{type(error).__name__}: {error}"
    return PRIVATE.sub("[…]", said)[:1000]
