"""Queues mail to the authors of comments, and says who gets it and what is needed."""

from pages.comments.models import (
    AnswerState,
    Channel,
    LinkPurpose,
    Notice,
    NoticeKind,
    OfficialAnswer,
    PublicComment,
)
from pages.comments.states import State

from .letters import write_letter
from .queue import MailQueue, Recipient, explain

__all__ = [
    "claim",
    "deliver",
    "deliver_due",
    "explain",
    "may_write",
    "notify",
    "send_again",
    "send_due",
]


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
    return queue.add(comment=comment, kind=kind, answer=answer, message=message)


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


def find_author(notice: Notice) -> Recipient | None:
    """Return who gets a mail; None where it is not needed, or the address erased."""
    comment = notice.comment
    if not comment.email or not is_needed(notice):
        return None
    return Recipient(comment.email, comment.language)


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


queue = MailQueue(
    model=Notice,
    task="pages.comments.mail.tasks.send_due_mail",
    related=("comment__consultation__draft", "answer"),
    find_recipient=find_author,
    write_letter=write_letter,
)
claim = queue.claim
deliver = queue.deliver
deliver_due = queue.deliver_due
send_again = queue.send_again
send_due = queue.send_due
