"""Writes the mail to a contact person, in the language chosen for the organisation."""

import secrets

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from pages.comments.mail.queue import Letter, NotNeededError
from pages.positions.finding import link_digest
from pages.positions.models import MailKind, OrganisationCode, PositionMail


class StaleAddressError(NotNeededError):
    """The contact person is not the one any more whom a mail is for."""


def write_letter(mail: PositionMail) -> Letter:
    """Return the mail; an invitation has a new private link in it.

    The link that was in an earlier invitation works no more.
    """
    code = mail.code
    context = {
        "organisation": code.organisation,
        "consultation": code.consultation,
        "root": root_url(code),
    }
    if mail.kind == MailKind.INVITATION:
        context["link"] = root_url(code) + new_link(code)
        context["member_link"] = root_url(code) + reverse(
            "position_enter", args=[code.consultation.draft_id]
        )
        subject = _("Put the position of your organisation together")
    else:
        context["comments"] = list(code.comments)
        subject = _("We have received the position of your organisation")
    body = render_to_string(f"organisation_positions/mail/{mail.kind}.txt", context)
    return Letter(subject, body.strip() + "\n")


def new_link(code: OrganisationCode) -> str:
    """Make the private link to an organisation's desk; its secret is kept nowhere.

    Raises StaleAddressError where the address was changed or erased, or the code
    revoked, since the mail was taken: nobody who had the right once gets it again.
    """
    secret = secrets.token_urlsafe(32)
    code.link_digest = link_digest(secret)
    still = OrganisationCode.objects.valid().filter(
        pk=code.pk, contact_email=code.contact_email
    )
    if not still.update(link_digest=code.link_digest):
        raise StaleAddressError
    return reverse("position_desk", args=[code.uid, secret])


def root_url(code: OrganisationCode) -> str:
    """Return the address of the site that the consultation is on."""
    parts = code.consultation.draft.get_url_parts()
    return parts[1] if parts else str(settings.WAGTAILADMIN_BASE_URL)
