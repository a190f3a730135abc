"""Loads how the second draft was made from the first: amendments and reasons."""

from pages.drafting.applying import prepare, record
from pages.drafting.models import (
    Amendment,
    AmendmentFinding,
    AmendmentStatus,
    ProgrammePart,
)
from pages.meetings.models import MeetingPage
from pages.programmes.models import ProgrammeDraftPage

from .content.amendments import AMENDMENTS, PARTS

FOREIGN = ("clause", "after", "group")


def load_drafting(meeting: MeetingPage, drafts: list[ProgrammeDraftPage]) -> None:
    """Load the amendments of the report, applied in the second draft."""
    before, after = drafts
    load_parts(meeting, after)
    if Amendment.objects.filter(programme=meeting.programme).exists():
        return
    findings = meeting.findings.filter(area__isnull=False).order_by("sort_order")
    for values, finding in zip(AMENDMENTS, findings, strict=True):
        amendment = Amendment(
            programme=meeting.programme,
            status=AmendmentStatus.AGREED,
            agreed_at=meeting,
            **{
                f"{name}_id" if name in FOREIGN else name: values[name]
                for name in values
            },
        )
        amendment.finding_links = [AmendmentFinding(finding=finding)]
        amendment.save()
    record(prepare(before), after)


def load_parts(meeting: MeetingPage, draft: ProgrammeDraftPage) -> None:
    """Load the status of the statutory parts after the meeting."""
    for part, status in PARTS.items():
        agreed_at = meeting if status == "agreed" else None
        ProgrammePart.objects.get_or_create(
            draft=draft, part=part, defaults={"status": status, "meeting": agreed_at}
        )
