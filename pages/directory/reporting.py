"""Takes reports of errors in, and closes them."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from pages.comments.sending.seals import Seal, digest
from snippets.models import Organisation

from .models import DataErrorReport, ReportState

CHANGE = "directory.change_dataerrorreport"
_SALT = "directory.receipt"


def report_error(
    *, organisation: Organisation, seal: Seal, subject: str, text: str, email: str = ""
) -> DataErrorReport:
    """Keep a report; the same form sent again gives the same one."""
    said = {"subject": subject, "text": text, "email": email}
    key = digest(seal.nonce, str(organisation.pk), *said.values())
    report, _is_new = DataErrorReport.objects.get_or_create(
        submission=key, defaults={"organisation": organisation, **said}
    )
    return report


def _signer() -> Signer:
    # Not kept: a signer wants the key, and a site without one must be told so first.
    return Signer(salt=_SALT)


def receipt_of(report: DataErrorReport) -> str:
    """Return the number of a report so that nobody can make up another one."""
    return _signer().sign(report.code)


def read_receipt(receipt: str) -> str:
    """Return the number that a receipt tells, nothing where it is not ours."""
    try:
        return _signer().unsign(receipt)
    except BadSignature:
        return ""


def close_report(
    *, report: DataErrorReport, state: str, note: str, user: Any
) -> DataErrorReport:
    """Say what became of a report, and forget who sent it.

    Raises ValidationError where somebody has closed it already.
    """
    if not user.has_perm(CHANGE):
        raise PermissionDenied
    with transaction.atomic():
        stored = DataErrorReport.objects.select_for_update().get(pk=report.pk)
        if stored.state != ReportState.NEW:
            raise ValidationError(_("This report is closed already."))
        stored.state, stored.note, stored.email = state, note, ""
        stored.handled_by, stored.handled_at = user, timezone.now()
        stored.save()
        log(stored, f"directory.{state}", user=user)
    return stored
