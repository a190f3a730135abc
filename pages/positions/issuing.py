"""Gives an organisation a code, changes it, takes it back, and invites to its desk."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from pages.comments.models import CommentLink, LinkPurpose, PublicComment
from pages.comments.sending.seals import digest, secret_of

from .codes import new_code
from .finding import code_digest
from .mail.mailing import write_to
from .models import DraftState, MailKind, OrganisationCode, PositionDraft

ADD = "organisation_positions.add_organisationcode"
CHANGE = "organisation_positions.change_organisationcode"
VIEW = "organisation_positions.view_organisationcode"


class CodeIssuedError(ValidationError):
    """The organisation has a code for this consultation already."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This organisation has a code for this consultation already. Revoke it "
                "first if it should get another one: nothing that was drafted is lost."
            )
        )


class CodeRevokedError(ValidationError):
    """The code does not work any more."""

    def __init__(self) -> None:
        super().__init__(_("This code is revoked: nothing can be done with it."))


def issue_code(*, code: OrganisationCode, user: Any) -> str:
    """Save a new code and invite the contact person; return what to hand over.

    It cannot be had again. What was drafted under a code of the same organisation that
    was revoked, and not submitted, goes on under the new one. Raises CodeIssuedError.
    """
    if not user.has_perm(ADD):
        raise PermissionDenied
    written = new_code()
    code.digest, code.entry = code_digest(written), code.organisation_id
    code.issued_by, code.issued_at = user, timezone.now()
    try:
        with transaction.atomic():
            if has_code(code):
                raise CodeIssuedError
            code.save()
            _carry_on(code)
            log(code, "organisation_positions.issue", user=user)
            write_to(code, MailKind.INVITATION)
    except IntegrityError as error:  # two people issued one at the same moment
        raise CodeIssuedError from error
    return written


def has_code(code: OrganisationCode) -> bool:
    """Whether the organisation has a valid code for the consultation already."""
    valid = OrganisationCode.objects.valid().filter(
        consultation=code.consultation_id, organisation=code.organisation_id
    )
    return bool(valid.exclude(pk=code.pk).exists())


def _carry_on(code: OrganisationCode) -> None:
    """Move the work under earlier codes to the new one, the latest position with it."""
    earlier = OrganisationCode.objects.filter(
        consultation=code.consultation_id,
        organisation=code.organisation_id,
        submitted_at=None,
    ).exclude(pk=code.pk)
    latest = earlier.filter(items__isnull=False).order_by("-issued_at").first()
    if latest:
        latest.items.update(code=code)
    PositionDraft.objects.filter(code__in=earlier).update(code=code)
    # Two codes of entries that were merged may have a position each: one goes on.
    elsewhere = code.drafts.exclude(item=None).exclude(item__code=code)
    elsewhere.update(item=None, state=DraftState.WAITING)


def renew_code(*, code: OrganisationCode) -> str:
    """Give the members another code, since the first went astray; return it.

    The old one stops working at once; drafts and the contact person's link stay.
    """
    written = new_code()
    with transaction.atomic():
        code = lock(code)
        code.digest = code_digest(written)
        code.save(update_fields=["digest"])
        log(code, "organisation_positions.renew")
    return written


def revoke_code(*, code: OrganisationCode, user: Any = None) -> OrganisationCode:
    """Let code and private link work no more; without a user, for the contact person.

    What was submitted stays in the register.
    """
    if user is not None and not user.has_perm(CHANGE):
        raise PermissionDenied
    with transaction.atomic():
        code = lock(code)
        forget_follow_links(code)
        code.revoked_at, code.revoked_by = timezone.now(), user
        code.link_digest = ""
        code.save(update_fields=["revoked_at", "revoked_by", "link_digest"])
        log(code, "organisation_positions.revoke", user=user)
    return code


def invite_again(
    *, code: OrganisationCode, user: Any, contact_email: str = ""
) -> OrganisationCode:
    """Send a new private link, to another address if one is given before submission.

    The earlier link stops working now, not only when the mail goes out.
    """
    if not user.has_perm(CHANGE):
        raise PermissionDenied
    with transaction.atomic():
        code = lock(code)
        if contact_email and code.submitted_at:
            raise ValidationError(
                _(
                    "The position is submitted: answers go to the contact person who "
                    "submitted it."
                )
            )
        forget_follow_links(code)
        code.contact_email = contact_email or code.contact_email
        code.link_digest, code.invited_at = "", None
        code.save(update_fields=["contact_email", "link_digest", "invited_at"])
        log(code, "organisation_positions.invite", user=user)
        if write_to(code, MailKind.INVITATION) is None:
            raise ValidationError(_("There is no address to write to any more."))
    return code


def lock(code: OrganisationCode) -> OrganisationCode:
    """Return a code as it is stored now, held until the transaction ends.

    Raises CodeRevokedError.
    """
    codes = OrganisationCode.objects.select_for_update(of=("self",))
    codes = codes.select_related("consultation", "organisation")
    held: OrganisationCode = codes.get(pk=code.pk)
    if held.revoked_at:
        raise CodeRevokedError
    return held


def follow_secret(code: OrganisationCode, comment: PublicComment) -> str:
    """Return the secret of the link by which the contact person follows a comment.

    It is the same as long as the private link to the desk is.
    """
    return secret_of("position", str(code.uid), str(comment.pk), code.link_digest)


def forget_follow_links(code: OrganisationCode) -> None:
    """Delete the links that were opened from a desk whose own link ends."""
    comments = list(code.comments)
    if comments:
        CommentLink.objects.filter(
            comment__in=comments,
            purpose=LinkPurpose.FOLLOW,
            digest__in=[digest(follow_secret(code, one)) for one in comments],
        ).delete()
