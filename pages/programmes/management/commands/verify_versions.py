"""Verifies that no closed version was altered past the site."""

import sys
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from pages.programmes.freezing import differences, digest_of, read_content
from pages.programmes.models import FrozenVersion, ProgrammeDraftPage


class Command(BaseCommand):
    """Compare every closed version with what it said when it was closed."""

    help = (
        "Verify the versions that are closed to changes: each page against the content "
        "kept of it, and that content against its SHA-256. Names what was altered and "
        "exits with 1; exits with 0 where nothing was. Progress goes to standard error."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        altered = 0
        rows = FrozenVersion.objects.order_by("pk")
        for row in rows.iterator(chunk_size=20):
            title = row.content.get("title", "")
            self.stderr.write(f"{row.digest[:12]} {title}")
            faults = list(find_faults(row))
            altered += bool(faults)
            for fault in faults:
                self.stdout.write(f"ALTERED {title} (page {row.draft_id}): {fault}")
        if altered:
            self.stdout.write(f"{altered} of {rows.count()} versions altered")
            sys.exit(1)
        self.stdout.write(f"{rows.count()} versions verified")


def find_faults(row: FrozenVersion) -> Iterator[str]:
    """Yield what is not as it was when the version was closed."""
    if digest_of(row.content) != row.digest:
        yield "the content kept does not have its SHA-256"
    draft = ProgrammeDraftPage.objects.filter(pk=row.draft_id).first()
    if draft is None:
        yield "the page is missing"
        return
    fields, uids = differences(row.content, read_content(draft))
    if fields:
        yield f"fields {', '.join(fields)}"
    if uids:
        yield f"clauses {', '.join(clause_names(draft, uids))}"


def clause_names(draft: ProgrammeDraftPage, uids: list[str]) -> Iterator[str]:
    """Yield number and uid of clauses, the uid alone of those that are gone."""
    numbers = {node.uid: node.number for node in draft.clauses}
    for uid in uids:
        yield f"{numbers.get(uid) or '–'} ({uid})"
