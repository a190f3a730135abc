"""`manage.py erase_expired_contacts`: each night, what the privacy notice promises."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from pages.comments.models import Consultation
from pages.comments.privacy.expiring import (
    Expired,
    erase_expired,
    forget_elsewhere,
    forget_links,
)
from pages.comments.privacy.orphans import delete_orphans
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage

SOME_LEFT, UNKNOWN = 1, 2


class Command(BaseCommand):
    """Erases the contact data whose time is over."""

    help = (
        "Erase names that are not public, e-mails and scans: of every consultation "
        "whose day has come, and of comments that nobody confirmed for thirty days. "
        "The comments stay. Numbers go to standard output, progress to standard error; "
        "neither names an author. Run again, it goes on where it was cut off. Exit "
        "code 0: all that was due is gone; 1: something could not be erased, see the "
        "log; 2: there is no such programme, nothing was erased."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would go, write nothing"
        )
        parser.add_argument(
            "--programme", metavar="SLUG", default="", help="only this programme"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        dry_run, slug = options["dry_run"], options["programme"]
        left = 0
        for consultation in consultations_of(slug):
            expired = erase_expired(
                consultation, dry_run=dry_run, progress=self.tell_progress
            )
            left += expired.left
            if not expired.is_nothing:
                self.stdout.write(line_of(expired, dry_run=dry_run))
        if not slug:
            left += self.tidy(dry_run=dry_run)
        if left:
            sys.exit(SOME_LEFT)

    def tell_progress(self, done: int) -> None:
        """Say on stderr how many comments of a consultation are done."""
        self.stderr.write(f"{done} comments")

    def tidy(self, *, dry_run: bool) -> int:
        """Delete what is over, or no comment names; return how many of it failed."""
        if not dry_run:
            forget_links()
        forgotten, failed = forget_elsewhere(dry_run=dry_run)
        if forgotten:
            self.stdout.write(f"{_verb(dry_run)} {forgotten} files that are over")
        return failed + self.delete_scans(dry_run=dry_run)

    def delete_scans(self, *, dry_run: bool) -> int:
        """Delete the scans that no comment names; return 1 where that failed."""
        try:
            orphans = delete_orphans(dry_run=dry_run)
        except OSError as error:
            self.stderr.write(f"Scans without a comment: {type(error).__name__}")
            return 1
        if orphans:
            self.stdout.write(f"{_verb(dry_run)} {orphans} scans without a comment")
        return 0


def consultations_of(slug: str) -> Any:
    """Return the consultations of a programme, of all of them without a slug."""
    consultations = Consultation.objects.order_by("pk").select_related("draft")
    consultations = consultations.defer("draft__body", "draft__summary")
    if not slug:
        return consultations
    programmes = ProgrammePage.objects.filter(slug=slug).only("path", "depth")
    if not programmes:
        raise CommandError(f"There is no programme “{slug}”.", returncode=UNKNOWN)
    drafts = ProgrammeDraftPage.objects.none()
    for programme in programmes:
        drafts |= ProgrammeDraftPage.objects.descendant_of(programme)
    return consultations.filter(draft__in=drafts.order_by().values("pk"))


def line_of(expired: Expired, *, dry_run: bool) -> str:
    """Return what became of one consultation, in numbers."""
    consultation = expired.consultation
    return (
        f"{consultation.year}, {consultation.draft.title}: {_verb(dry_run)} the "
        f"contact data of {expired.comments} comments ({expired.unconfirmed} never "
        f"confirmed) and {expired.elsewhere} other things; {expired.left} left"
    )


def _verb(dry_run: bool) -> str:
    return "would erase" if dry_run else "erased"
