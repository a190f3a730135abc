"""Sends mail to contact persons: queued, tried again, never lost.

As with mail to authors of comments, a mail is a row made in the transaction that gives
rise to it, and the queue only wakes the worker.
"""

import logging
from collections.abc import Iterator
from datetime import datetime

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from pages.comments.mail.mailing import GIVEN_UP_AFTER, PAUSES, explain
from pages.comments.models import NoticeState as MailState
from pages.positions.models import MailKind, OrganisationCode, PositionMail

from .letters import StaleAddressError, write_letter

logger = logging.getLogger(__name__)


def write_to(code: OrganisationCode, kind: MailKind) -> PositionMail | None:
    """Queue a mail to the contact person; None where there is nobody to write to.

    An earlier one of the same kind that still waits is not needed any more.
    """
    if not code.contact_email:
        return None
    waiting = (MailState.WAITING, MailState.FAILED)
    code.mails.filter(kind=kind, state__in=waiting).update(state=MailState.DROPPED)
    mail = PositionMail.objects.create(code=code, kind=kind)
    transaction.on_commit(wake_worker)
    return mail


def wake_worker(at: datetime | None = None) -> None:
    """Ask the worker to send what is due, now or at a time.

    Where the queue does not answer, the mail stays in its row: the next one wakes the
    worker for both, and staff see that it waits.
    """
    from .tasks import send_position_mail  # the task calls this room back

    try:
        if at is None:
            send_position_mail.enqueue()
        elif send_position_mail.get_backend().supports_defer:
            send_position_mail.using(run_after=at).enqueue()
    except Exception:
        logger.warning("The queue did not take the task that sends mail", exc_info=True)


def send_due() -> int:
    """Send all mail that is due; return how many were sent."""
    return sum(mail.state == MailState.SENT for mail in deliver_due())


def deliver_due() -> Iterator[PositionMail]:
    """Send all mail that is due; give each out with what became of it."""
    abandoned = timezone.now() - GIVEN_UP_AFTER
    PositionMail.objects.filter(
        state=MailState.SENDING, claimed_at__lt=abandoned
    ).update(state=MailState.WAITING, due_at=timezone.now())
    due = list(PositionMail.objects.due().order_by("due_at").values_list("pk"))
    if due:
        # If this worker dies on the way, somebody has to look at what it had taken.
        wake_worker(at=timezone.now() + GIVEN_UP_AFTER)
    for (pk,) in due:
        mail = claim(pk)
        if mail:
            deliver(mail)
            yield mail


def claim(pk: int) -> PositionMail | None:
    """Take a mail for this worker alone; None where another was faster."""
    taken = PositionMail.objects.filter(pk=pk, state=MailState.WAITING).update(
        state=MailState.SENDING, claimed_at=timezone.now()
    )
    mails = PositionMail.objects.select_related(
        "code__consultation__draft", "code__organisation"
    )
    return mails.get(pk=pk) if taken else None


def deliver(mail: PositionMail) -> bool:
    """Send one mail and note what became of it; return whether it went out."""
    code = mail.code
    if code.revoked_at or not code.contact_email:
        _note(mail, MailState.DROPPED)
        return False
    try:
        with override(code.language):
            letter = write_letter(mail)
        EmailMessage(letter.subject, letter.body, to=[code.contact_email]).send()
    except StaleAddressError:
        _note(mail, MailState.DROPPED)
        return False
    except Exception as error:  # noqa: BLE001 - whatever it is, the mail is kept
        _postpone(mail, error)
        return False
    mail.attempts += 1
    mail.error, mail.sent_at = "", timezone.now()
    with transaction.atomic():
        _note(mail, MailState.SENT)
        if mail.kind == MailKind.INVITATION:
            OrganisationCode.objects.filter(pk=code.pk).update(invited_at=mail.sent_at)
    return True


def _postpone(mail: PositionMail, error: Exception) -> None:
    """Put a mail off, or give it up after the last try."""
    mail.attempts += 1
    mail.error = explain(error)
    if mail.attempts > len(PAUSES):
        _note(mail, MailState.FAILED)
        return
    mail.due_at = timezone.now() + PAUSES[mail.attempts - 1]
    _note(mail, MailState.WAITING)
    wake_worker(at=mail.due_at)
    logger.warning("Mail %s to an organisation was not sent: %s", mail.pk, mail.error)


def _note(mail: PositionMail, state: MailState) -> None:
    mail.state = state
    mail.save(update_fields=["state", "attempts", "error", "due_at", "sent_at"])
