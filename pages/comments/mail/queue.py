"""Sends the mail of a room: queued, tried again, never lost.

A mail is a row (`QueuedMail`) made in the transaction that gives rise to it. The worker
claims the rows that are due, so that no two send the same one, and sends them outside
of any transaction. What fails is tried again, later each time, and shown to staff
once it is given up. A mail may go out twice where a worker dies between handing it
over and noting that it did; never not at all.
"""

import logging
import re
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

Mail = TypeVar("Mail", bound=QueuedMail)


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
class MailQueue(Generic[Mail]):
    """The mail of one room, and its way from a row to the mail server."""

    model: type[Mail]
    # The dotted path of the task that sends what is due: it calls the room back.
    task: str
    # What is read along with a mail that is about to be sent.
    related: tuple[str, ...]
    # Who gets a mail; None where it is not needed any more.
    find_recipient: Callable[[Mail], Recipient | None]
    # The letter in the active language; may raise NotNeededError.
    write_letter: Callable[[Mail], Letter]
    # What else is noted, in one transaction with the mail's being sent.
    follow_up: Callable[[Mail], None] = note_nothing

    @property
    def rows(self) -> Any:
        """All mail of the room, whatever became of it."""
        return self.model._default_manager

    def add(self, **values: Any) -> Mail:
        """Queue a mail; the worker is woken once the transaction ends."""
        mail: Mail = self.rows.create(**values)
        transaction.on_commit(self.wake_worker)
        return mail

    def wake_worker(self, at: datetime | None = None) -> None:
        """Ask the worker to send what is due, now or at a time.

        Where the queue does not answer, or cannot wait until a time, the mail stays in
        its row: the next task or `manage.py send_notices` finds it.
        """
        task = import_string(self.task)
        try:
            if at is None:
                task.enqueue()
            elif task.get_backend().supports_defer:
                task.using(run_after=at).enqueue()
        except Exception:
            logger.warning(
                "The queue did not take the task that sends mail", exc_info=True
            )

    def send_due(self) -> int:
        """Send all mail that is due; return how many were sent."""
        return sum(mail.state == NoticeState.SENT for mail in self.deliver_due())

    def deliver_due(self) -> Iterator[Mail]:
        """Send the mail that is due; give each out with what became of it."""
        self.release_abandoned()
        due = list(self.rows.due().order_by("due_at").values_list("pk", flat=True))
        if due:
            # If this worker dies on the way, somebody has to look at what it had taken.
            self.wake_worker(at=timezone.now() + GIVEN_UP_AFTER)
        failures = 0
        for mail in filter(None, map(self.claim, due)):
            is_done = self.deliver(mail) or mail.state == NoticeState.DROPPED
            yield mail
            failures = 0 if is_done else failures + 1
            if failures == MOST_FAILURES:
                self.put_off_due()
                return

    def put_off_due(self) -> None:
        """Let what is due wait while the mail server is away; it counts as no try."""
        at = timezone.now() + PAUSES[0]
        if self.rows.due().update(due_at=at):
            self.wake_worker(at=at)

    def release_abandoned(self) -> None:
        """Let mail that a worker took and did not send go out again."""
        self.rows.filter(
            state=NoticeState.SENDING, claimed_at__lt=timezone.now() - GIVEN_UP_AFTER
        ).update(state=NoticeState.WAITING, due_at=timezone.now())

    def claim(self, pk: int) -> Mail | None:
        """Take a mail for this worker alone; None where another was faster."""
        taken = self.rows.filter(pk=pk, state=NoticeState.WAITING).update(
            state=NoticeState.SENDING, claimed_at=timezone.now()
        )
        return self.rows.select_related(*self.related).get(pk=pk) if taken else None

    def deliver(self, mail: Mail) -> bool:
        """Send one mail and note what became of it; return whether it went out."""
        recipient = self.find_recipient(mail)
        if recipient is None:
            return self._finish(mail, NoticeState.DROPPED)
        try:
            with override(recipient.language):
                letter = self.write_letter(mail)
            EmailMessage(letter.subject, letter.body, to=[recipient.email]).send()
        except NotNeededError:
            return self._finish(mail, NoticeState.DROPPED)
        except Exception as error:  # noqa: BLE001 - whatever it is, the mail is kept
            return self._postpone(mail, error)
        with transaction.atomic():
            self._finish(mail, NoticeState.SENT)
            self.follow_up(mail)
        return True

    def send_again(self, mail: Mail) -> None:
        """Let staff start a mail anew that was given up."""
        with transaction.atomic():
            self.rows.failed().filter(pk=mail.pk).update(
                state=NoticeState.WAITING, attempts=0, due_at=timezone.now()
            )
            transaction.on_commit(self.wake_worker)

    def _finish(self, mail: Mail, state: NoticeState) -> bool:
        """Note that a mail is sent, or is not needed any more."""
        is_sent = state == NoticeState.SENT
        mail.attempts += is_sent
        mail.state, mail.error = state, ""
        mail.sent_at = timezone.now() if is_sent else None
        mail.save(update_fields=["attempts", "state", "error", "sent_at"])
        return is_sent

    def _postpone(self, mail: Mail, error: Exception) -> bool:
        """Put a mail off, or give it up after the last try."""
        mail.attempts += 1
        mail.error = explain(error)
        if mail.attempts > len(PAUSES):
            mail.state = NoticeState.FAILED
        else:
            mail.state = NoticeState.WAITING
            mail.due_at = timezone.now() + PAUSES[mail.attempts - 1]
        mail.save(update_fields=["attempts", "error", "state", "due_at"])
        if mail.state == NoticeState.WAITING:
            self.wake_worker(at=mail.due_at)
        name = mail._meta.label
        logger.warning("Mail %s %s was not sent: %s", name, mail.pk, mail.error)
        return False


def explain(error: Exception) -> str:
    """Return what a mail server said, without addresses and secrets."""
    said = f"{type(error).__name__}: {error}"
    return PRIVATE.sub("[…]", said)[:1000]
