"""What an author may do with a comment by its private link.

The secret is sent in the body: addresses stand in logs, bodies do not.
"""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import ValidationError

from pages.api.links import public_url
from pages.api.problems import refuse
from pages.comments.forms import CorrectionForm
from pages.comments.models import CommentLink, LinkPurpose, PublicComment
from pages.comments.moving import MoveRefusedError
from pages.comments.public.tracking import EarlierWords, read_own
from pages.comments.public.versions import find_versions
from pages.comments.sending.attempts import address_of, note_attempt
from pages.comments.sending.confirming import (
    LinkExpiredError,
    LinkUsedError,
    confirm_comment,
)
from pages.comments.sending.correcting import (
    CORRECTED,
    may_author_change,
    withdraw_comment,
)
from pages.comments.sending.links import find_link
from pages.comments.sending.submitting import ConsultationClosedError, send_link_again
from pages.comments.states import VISIBLE, State
from pages.comments.views.own import put_words, says_other

from .answers import find_answers, tell_answers
from .receipts import receipt_of, waiting
from .refusals import faults_of, too_often
from .sent import CorrectedComment

Answer = dict[str, Any]


def link_of(token: str, purpose: LinkPurpose) -> CommentLink:
    """Return the private link of a token, which may be a whole address.

    Whatever is wrong with a token, the answer is the same and takes as long.
    """
    try:
        *_before, uid, secret = urlsplit(token).path.strip("/").split("/")
        link = find_link(uid=UUID(uid), secret=secret, purpose=purpose)
    except ValueError:
        link = find_link(uid=uuid4(), secret="", purpose=purpose)
    if link is None:
        raise Http404(_("There is no such private link."))
    return link


def confirm(token: str) -> Answer:
    """Register the comment that the mailed link is for, once and in time."""
    link = link_of(token, LinkPurpose.CONFIRM)
    try:
        return receipt_of(confirm_comment(link=link))
    except LinkUsedError:
        link.comment.refresh_from_db()
        refuse(409, nothing_to_confirm(link.comment))
    except LinkExpiredError:
        message = _(
            "The link to confirm the comment worked for a short time only, or was "
            "replaced by a newer one. The comment is kept: we can send you a new link."
        )
        refuse(410, message)


def nothing_to_confirm(comment: PublicComment) -> str:
    """Return why a comment does not wait to be confirmed."""
    if comment.number is None:
        return _("This comment does not wait to be confirmed any more.")
    return _(
        "The comment is confirmed already. Its number is %(code)s; the receipt is in "
        "your mail, with a private link to follow it."
    ) % {"code": comment.code}


def confirm_again(request: HttpRequest, token: str) -> Any:
    """Send a new link in the place of one that has expired."""
    link = link_of(token, LinkPurpose.CONFIRM)
    if link.comment.state != State.UNCONFIRMED:
        refuse(409, nothing_to_confirm(link.comment))
    if not link.is_expired:
        refuse(409, _("The link that you have still works."))
    if not note_attempt(address_of(request)):
        return too_often()
    send_link_again(comment=link.comment)
    return waiting()


def withdraw(request: HttpRequest, token: str) -> Answer:
    """Withdraw a comment for its author, once and for all."""
    comment = link_of(token, LinkPurpose.FOLLOW).comment
    if comment.state != State.WITHDRAWN:
        try:
            if not may_author_change(comment):
                raise ConsultationClosedError
            withdraw_comment(comment=comment)
        except (ConsultationClosedError, MoveRefusedError):
            refuse(409, _("The comment cannot be withdrawn any more."))
    return tell_own(request, comment)


def correct(request: HttpRequest, sent: CorrectedComment) -> Any:
    """Put other words in the place of an author's; staff read them again."""
    comment = link_of(sent.token, LinkPurpose.FOLLOW).comment
    if not may_author_change(comment):
        refuse(409, _("The comment cannot be corrected any more."))
    words = {name: getattr(comment, name) for name in CORRECTED}
    words |= sent.dict(exclude={"token"}, exclude_none=True)
    form = CorrectionForm(words, wording=comment.quoted)
    if faults := faults_of(form):
        raise ValidationError(faults)
    if says_other(form, comment):
        if not note_attempt(address_of(request)):
            return too_often()
        if not put_words(comment, form.cleaned_data):
            refuse(409, _("The comment cannot be corrected any more."))
        comment.refresh_from_db()
    return tell_own(request, comment)


def tell_own(request: HttpRequest, comment: PublicComment) -> Answer:
    """Return a comment as its author sees it on the own page."""
    own = read_own(comment)
    answered = find_answers([comment.pk])
    versions = find_versions(answered.versions, request)
    is_visible = comment.is_visible
    return {
        **words_of(comment),
        "code": comment.code,
        "state": state_of(comment),
        "status": own.status,
        "asked": own.asked,
        "hidden_because": reason_of(comment),
        "hiding_note": comment.hiding_note if comment.hiding_reason else "",
        "may_change": own.may_change,
        "changeable_until": comment.consultation.closes_at,
        "url": public_url(request, comment.url) if is_visible else None,
        "earlier_wordings": [tell_earlier(words) for words in own.earlier],
        **tell_answers(request, comment.pk, answered, versions),
    }


def words_of(comment: PublicComment) -> Answer:
    """Return what the author sent, but for name and e-mail."""
    same = (
        *("received_at", "is_late", "kind", "label", "quoted", "text"),
        *("proposed_wording", "justification", "on_behalf", "contacts_erased_at"),
    )
    return {
        **{name: getattr(comment, name) for name in same},
        "kind_label": str(comment.get_kind_display()),
        "locale": comment.language,
        "published_as": comment.public_author,
    }


def state_of(comment: PublicComment) -> str:
    """Return how far a comment has come, as far as its author is told."""
    is_at_work = comment.state in VISIBLE and comment.state != State.ANSWERED
    return State.PUBLISHED.value if is_at_work else str(comment.state)


def reason_of(comment: PublicComment) -> str:
    """Return why the office hides a comment, in a few words."""
    return str(comment.get_hiding_reason_display()) if comment.hiding_reason else ""


def tell_earlier(words: EarlierWords) -> Answer:
    """Return what a comment said before a correction."""
    return {
        "until": words.until,
        "kind_label": words.kind,
        "text": words.text,
        "proposed_wording": words.proposed_wording,
        "justification": words.justification,
    }
