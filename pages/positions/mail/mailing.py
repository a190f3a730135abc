"""Queues mail to the contact persons of organisations, and says who gets it."""

from pages.comments.mail.queue import MailQueue, Recipient
from pages.comments.models import NoticeState
from pages.positions.models import MailKind, OrganisationCode, PositionMail

from .letters import write_letter

__all__ = ["claim", "deliver", "deliver_due", "send_due", "write_to"]


def write_to(code: OrganisationCode, kind: MailKind) -> PositionMail | None:
    """Queue a mail to the contact person; None where there is nobody to write to.

    An earlier one of the same kind that still waits is not needed any more.
    """
    if not code.contact_email:
        return None
    waiting = (NoticeState.WAITING, NoticeState.FAILED)
    code.mails.filter(kind=kind, state__in=waiting).update(state=NoticeState.DROPPED)
    return queue.add(code=code, kind=kind)


def find_contact(mail: PositionMail) -> Recipient | None:
    """Return who gets a mail; None where the code is revoked or the address erased."""
    code = mail.code
    if code.revoked_at or not code.contact_email:
        return None
    return Recipient(code.contact_email, code.language)


def note_invited(mail: PositionMail) -> None:
    """Note on the code when its invitation went out."""
    if mail.kind == MailKind.INVITATION:
        codes = OrganisationCode.objects.filter(pk=mail.code_id)
        codes.update(invited_at=mail.sent_at)


queue = MailQueue(
    model=PositionMail,
    task="pages.positions.mail.tasks.send_position_mail",
    related=("code__consultation__draft", "code__organisation"),
    find_recipient=find_contact,
    write_letter=write_letter,
    follow_up=note_invited,
)
claim = queue.claim
deliver = queue.deliver
deliver_due = queue.deliver_due
send_due = queue.send_due
