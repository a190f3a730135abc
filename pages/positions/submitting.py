"""Submits a position: each part becomes a registered comment of the organisation."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from pages.comments.models import (
    CommentRegister,
    LinkPurpose,
    OnBehalf,
    PublicComment,
)
from pages.comments.moving import publish_unless_moderated
from pages.comments.placing import place_of
from pages.comments.sending.links import make_link
from pages.comments.sending.seals import digest
from pages.comments.sending.submitting import Submission
from pages.comments.states import State

from .issuing import lock
from .mail.mailing import write_to
from .models import MailKind, OrganisationCode, PositionItem


class NotOpenError(ValidationError):
    """The consultation takes no comments now."""

    def __init__(self, code: OrganisationCode) -> None:
        is_early = timezone.now() < code.consultation.opens_at
        super().__init__(
            _("The consultation has not begun: submit the position once it is open.")
            if is_early
            else _(
                "The consultation is over, so the position was not submitted. It is "
                "kept here: copy it, and ask the office whether it takes it."
            )
        )


class EmptyPositionError(ValidationError):
    """There is nothing to submit."""

    def __init__(self) -> None:
        super().__init__(_("The position is empty: put something into it first."))


class PositionChangedError(ValidationError):
    """The position is not what the contact person was shown."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The position was changed in another window meanwhile. Read below what "
                "it says now, and submit it then."
            )
        )


def stamp_of(items: list[PositionItem]) -> str:
    """Return a digest of a whole position, in its order."""
    return digest(*(item.stamp for item in items))


def submit_position(*, code: OrganisationCode, seen: str) -> list[PublicComment]:
    """Register the position as comments, one a clause, in its order; all or none.

    `seen` is the stamp of what was shown. Once submitted, the same comments are
    returned: a double click makes none twice. Raises CodeRevokedError, NotOpenError,
    EmptyPositionError and PositionChangedError, and nothing is lost.
    """
    now = timezone.now()
    with transaction.atomic():
        code = lock(code)
        if code.submitted_at:
            return list(code.comments)
        items = list(code.items.all())
        if not code.consultation.is_open:
            raise NotOpenError(code)
        if not items:
            raise EmptyPositionError
        if stamp_of(items) != seen:
            raise PositionChangedError
        comments = [_register(code, item, now) for item in items]
        code.submitted_at = now
        code.save(update_fields=["submitted_at"])
        log(code, "organisation_positions.submit", data={"comments": len(comments)})
        data = {"comments": [str(comment) for comment in comments]}
        for comment in comments:
            log(comment, "organisation_positions.belong", data=data)
            publish_unless_moderated(comment)
        write_to(code, MailKind.RECEIPT)
    return comments


def _register(
    code: OrganisationCode, item: PositionItem, now: datetime
) -> PublicComment:
    """Make the comment of one part, with the next number of the register."""
    submission = Submission(
        on_behalf=OnBehalf.ORGANISATION,
        clause=item.clause_id,
        organisation=code.organisation,
        email=code.contact_email,
        language=code.language,
        **item.words,
    )
    consultation = code.consultation
    comment = PublicComment.objects.create(
        consultation=consultation,
        year=consultation.year,
        number=CommentRegister.next_number(consultation.year),
        state=State.REGISTERED,
        received_at=now,
        submission=digest("position", str(code.uid), str(item.pk)),
        fingerprint=submission.fingerprint,
        **submission.values,
        **place_of(consultation.draft, submission.clause).values,
    )
    item.comment = comment
    item.save(update_fields=["comment"])
    if code.contact_email:
        # The private link came there: who submits has shown that the address is theirs.
        link, _secret = make_link(comment=comment, purpose=LinkPurpose.CONFIRM)
        link.used_at = now
        link.save(update_fields=["used_at"])
    return comment
