"""Sends mail to the authors of comments: queued, tried again, never lost.

A mail is a row (`Notice`) made in the transaction that gives rise to it. The worker
claims the rows that are due, so that no two send the same one, and sends them outside
of any transaction. What fails is tried again, later each time, and shown to staff
once it is given up. A mail may go out twice where a worker dies between handing it
over and noting that it did; never not at all.
"""

import logging
import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from pages.comments.models import (
    AnswerState,
    Channel,
    LinkPurpose,
    Notice,
    NoticeKind,
    NoticeState,
    OfficialAnswer,
    PublicComment,
)
from pages.comments.states import State

from .letters import write_letter

logger = logging.getLogger(__name__)

# How long after each failure it is tried again: all in all about two days and a half.
PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 720, 1440, 1440))
# A mail claimed so long ago was not sent: its worker is gone.
GIVEN_UP_AFTER = timedelta(minutes=10)
# So many failures in a row mean that the mail server is away: the rest waits as well.
MOST_FAILURES = 3
# Addresses, and what is long and random enough to be the secret of a link.
PRIVATE = re.compile(r"[^\s\"'(),;:<=>\[\]]+@[^\s\"'(),;:<=>\[\]]+|[\w-]{40,}")


def notify(
    comment: PublicComment,
    kind: NoticeKind,
    *,
    answer: OfficialAnswer | None = None,
    message: str = "",
) -> Notice | None:
    """Queue a mail to a comment's author; None where there is nobody to write to."""
    if not may_write(comment, kind):
        return None
    notice = Notice.objects.create(
        comment=comment, kind=kind, answer=answer, message=message
    )
    transaction.on_commit(wake_worker)
    return notice


def may_write(comment: PublicComment, kind: NoticeKind) -> bool:
    """Whether there is an address that mail may go to.

    One given in the public form may be anybody's: until its owner has followed the
    link to confirm, it gets nothing but that link.
    """
    if not comment.email:
        return False
    if kind == NoticeKind.CONFIRM or comment.channel != Channel.FORM:
        return True
    confirming = comment.links.filter(purpose=LinkPurpose.CONFIRM)
    return bool(confirming.filter(used_at__isnull=False).exists())


def wake_worker(at: datetime | None = None) -> None:
    """Ask the worker to send what is due, now or at a time.

    Where the queue does not answer, or cannot wait until a time, the mail stays in its
    row: the next task or `manage.py send_notices` finds it.
    """
    from .tasks import send_due_mail  # the task calls this room back

    try:
        if at is None:
            send_due_mail.enqueue()
        elif send_due_mail.get_backend().supports_defer:
            send_due_mail.using(run_after=at).enqueue()
    except Exception:
        logger.warning("The queue did not take the task that sends mail", exc_info=True)


def send_due() -> int:
    """Send all mail that is due; return how many were sent."""
    return sum(notice.state == NoticeState.SENT for notice in deliver_due())


def deliver_due() -> Iterator[Notice]:
    """Send the mail that is due; give each out with what became of it."""
    release_abandoned()
    due = list(Notice.objects.due().order_by("due_at").values_list("pk", flat=True))
    if due:
        # If this worker dies on the way, somebody has to look at what it had taken.
        wake_worker(at=timezone.now() + GIVEN_UP_AFTER)
    failures = 0
    for notice in filter(None, map(claim, due)):
        is_sent = deliver(notice)
        yield notice
        failures = 0 if is_sent or notice.state == NoticeState.DROPPED else failures + 1
        if failures == MOST_FAILURES:
            put_off_due()
            return


def put_off_due() -> None:
    """Let what is due wait while the mail server is away; it counts as no try."""
    at = timezone.now() + PAUSES[0]
    if Notice.objects.due().update(due_at=at):
        wake_worker(at=at)


def release_abandoned() -> None:
    """Let mail that a worker took and did not send go out again."""
    Notice.objects.filter(
        state=NoticeState.SENDING, claimed_at__lt=timezone.now() - GIVEN_UP_AFTER
    ).update(state=NoticeState.WAITING, due_at=timezone.now())


def claim(pk: int) -> Notice | None:
    """Take a mail for this worker alone; None where another was faster."""
    taken = Notice.objects.filter(pk=pk, state=NoticeState.WAITING).update(
        state=NoticeState.SENDING, claimed_at=timezone.now()
    )
    notices = Notice.objects.select_related("comment__consultation__draft", "answer")
    return notices.get(pk=pk) if taken else None


def deliver(notice: Notice) -> bool:
    """Send one mail and note what became of it; return whether it went out."""
    comment = notice.comment
    if not comment.email or not is_needed(notice):
        return _finish(notice, NoticeState.DROPPED)
    try:
        with override(comment.language):
            letter = write_letter(notice)
        message = EmailMessage(letter.subject, letter.body, to=[comment.email])
        message.send()
    except Exception as error:  # noqa: BLE001 - whatever it is, the mail is kept
        return _postpone(notice, error)
    return _finish(notice, NoticeState.SENT)


def is_needed(notice: Notice) -> bool:
    """Whether a mail still says what is so; much may happen while it waits."""
    says: dict[str, State] = {
        NoticeKind.CONFIRM: State.UNCONFIRMED,
        NoticeKind.ASKED_BACK: State.INCOMPLETE,
        NoticeKind.HIDDEN: State.HIDDEN,
    }
    if notice.answer and notice.answer.state == AnswerState.REVISED:
        return False  # the new version has a mail of its own
    state: str = notice.comment.state
    return state == says.get(notice.kind, state)


def _finish(notice: Notice, state: NoticeState) -> bool:
    """Note that a mail is sent, or is not needed any more."""
    is_sent = state == NoticeState.SENT
    notice.attempts += is_sent
    notice.state, notice.error = state, ""
    notice.sent_at = timezone.now() if is_sent else None
    notice.save(update_fields=["attempts", "state", "error", "sent_at"])
    return is_sent


def _postpone(notice: Notice, error: Exception) -> bool:
    """Put a mail off, or give it up after the last try."""
    notice.attempts += 1
    notice.error = explain(error)
    if notice.attempts > len(PAUSES):
        notice.state = NoticeState.FAILED
    else:
        notice.state = NoticeState.WAITING
        notice.due_at = timezone.now() + PAUSES[notice.attempts - 1]
    notice.save(update_fields=["attempts", "error", "state", "due_at"])
    if notice.state == NoticeState.WAITING:
        wake_worker(at=notice.due_at)
    logger.warning("Mail %s was not sent: %s", notice.pk, notice.error)
    return False


def explain(error: Exception) -> str:
    """Return what a mail server said, without addresses and secrets."""
    said = f"{type(error).__name__}: {error}"
    return PRIVATE.sub("[…]", said)[:1000]


def send_again(notice: Notice) -> None:
    """Let staff start a mail anew that was given up."""
    with transaction.atomic():
        Notice.objects.filter(pk=notice.pk, state=NoticeState.FAILED).update(
            state=NoticeState.WAITING, attempts=0, due_at=timezone.now()
        )
        transaction.on_commit(wake_worker)
