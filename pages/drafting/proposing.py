"""Starts an amendment from what a meeting found; a person completes it."""

from typing import Any

from wagtail.permissions import page_permission_policy

from pages.meetings.models import Finding, FindingKind
from pages.programmes.models import ProgrammePage

from .editing import Operation
from .models import Amendment, AmendmentFinding, AmendmentStatus


def amendment_from_finding(key: str, user: Any) -> Amendment | None:
    """Return what a finding suggests, None where the user may not edit its page."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    findings = Finding.objects.filter(page__in=pages.order_by().values("pk"))
    finding = findings.filter(pk=key).first()
    return amendment_from(finding) if finding else None


def amendment_from(finding: Finding) -> Amendment:
    """Return a new, unsaved amendment with what the finding says."""
    operation, words = operation_of(finding), finding.wording_after
    if operation is Operation.APPEND:
        words = words.strip().removeprefix(finding.wording_before.strip()).strip()
    amendment = Amendment(
        programme=ProgrammePage.objects.filter(pk=finding.page.programme_id).first(),
        operation=operation,
        clause_id=finding.clause_id,
        text_before=finding.wording_before,
        text_after=words,
        status=status_of(finding),
        agreed_at=finding.page if is_agreed(finding) else None,
    )
    amendment.finding_links = [AmendmentFinding(finding=finding)]
    return amendment


def is_agreed(finding: Finding) -> bool:
    """Whether the report says that the group agreed; a proposal it did not."""
    return bool(finding.kind == FindingKind.AGREED_WORDING)


def status_of(finding: Finding) -> AmendmentStatus:
    """Return how far the report says the change has come."""
    return AmendmentStatus.AGREED if is_agreed(finding) else AmendmentStatus.PROPOSED


def operation_of(finding: Finding) -> Operation:
    """Return the operation that the finding's kind and wordings suggest."""
    if finding.kind == FindingKind.STRUCTURE:
        return Operation.RESTRUCTURE
    if is_agreed(finding):
        return Operation.AGREE
    before, after = finding.wording_before.strip(), finding.wording_after.strip()
    if not before:
        return Operation.ADD
    if not after:
        return Operation.DELETE
    return Operation.APPEND if after.startswith(before) else Operation.REPLACE
