"""Verifies that no closed version was altered past the site."""

import sys
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand
from wagtail.models import Locale

from pages.programmes.clauses import read_clauses
from pages.programmes.freezing import Content, differences, digest_of, read_content
from pages.programmes.models import FrozenVersion, ProgrammeDraftPage
from pages.programmes.models.clause import clause_label
from pages.programmes.models.status import CLOSED, NEXT_STATUSES


class Command(BaseCommand):
    """Compare every closed version with what it said when it was closed."""

    help = (
        "Verify the versions that are closed to changes: each page against the content "
        "kept of it, and that content against its SHA-256. Names what was altered and "
        "exits with 1; exits with 0 where nothing was. Progress goes to standard error."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write what was altered, or how many versions are as they were."""
        altered = 0
        rows = FrozenVersion.objects.order_by("pk")
        for row in rows.iterator(chunk_size=20):
            title = row.content.get("title", "")
            self.stderr.write(f"{row.digest[:12]} {title}")
            faults = list(find_faults(row))
            altered += bool(faults)
            for fault in faults:
                self.stdout.write(f"ALTERED {title} (page {row.draft_id}): {fault}")
        for draft in opened_versions():
            altered += 1
            self.stdout.write(
                f"ALTERED {draft.title} (page {draft.pk}): nothing is kept of it, "
                f"though its status is {draft.status}"
            )
        if altered:
            self.stdout.write(f"{altered} of {rows.count()} versions altered")
            sys.exit(1)
        self.stdout.write(f"{rows.count()} versions verified")


def opened_versions() -> Iterator[ProgrammeDraftPage]:
    """Yield published versions in a status that closes, of which nothing is kept."""
    yield from ProgrammeDraftPage.objects.filter(
        live=True,
        status__in=CLOSED,
        locale=Locale.get_default(),
        alias_of__isnull=True,
        frozen__isnull=True,
    ).only("title", "status")


def find_faults(row: FrozenVersion) -> Iterator[str]:
    """Yield what is not as it was when the version was closed."""
    if digest_of(row.content) != row.digest:
        yield "the content kept does not have its SHA-256"
    try:
        draft = ProgrammeDraftPage.objects.get(pk=row.draft_id)
        found = read_content(draft)
    except ProgrammeDraftPage.DoesNotExist:
        yield "the page is missing"
    except ObjectDoesNotExist:
        yield "what it is part of is missing"
    except (AttributeError, KeyError, TypeError, ValueError):
        yield "fields body (it cannot be read)"
    else:
        yield from compare_with_page(row, draft, found)


def compare_with_page(
    row: FrozenVersion, draft: ProgrammeDraftPage, found: Content
) -> Iterator[str]:
    """Yield the status, fields and clauses of a page that are not as kept."""
    if draft.status not in NEXT_STATUSES:
        yield f"status {draft.status}"
    fields, uids = differences(row.content, found)
    if fields:
        yield f"fields {', '.join(fields)}"
    if uids:
        names = clause_names(row.content.get("body") or (), found["body"])
        yield f"clauses {', '.join(f'{names[uid]} ({uid})' for uid in uids)}"


def clause_names(frozen: Any, found: Any) -> dict[str, str]:
    """Return how clauses are cited, by uid: as kept, else as they are now."""
    return {
        node.uid: clause_label(node.kind, node.number) or f"“{node.text[:40]}”"
        for node in (*read_clauses(found), *read_clauses(frozen))
    }
