"""Saves pasted paragraphs as one revision of a version, and what came from what."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from .clauses import ClauseNode, read_clauses
from .decisions import Decision
from .matching import Paragraph, Proposal, propose
from .models import Clause, ClauseSuccession, ProgrammeDraftPage
from .placing import place_paragraphs


class OutdatedError(Exception):
    """Somebody saved the version in the meantime."""


def newest(draft: ProgrammeDraftPage) -> ProgrammeDraftPage:
    """Return the version as it was saved last, published or not."""
    page: ProgrammeDraftPage = draft.get_latest_revision_as_object()
    return page


def within(nodes: Sequence[ClauseNode], group: str) -> list[ClauseNode]:
    """Return the clauses that a chapter, area or category holds; all without one."""
    if not group:
        return list(nodes)
    holders = {group}
    found = []
    for node in nodes:
        if node.parent in holders:
            holders.add(node.uid)
            found.append(node)
    return found


def propose_for(
    nodes: Sequence[ClauseNode], paragraphs: Sequence[Paragraph], group: str
) -> list[Proposal]:
    """Propose clauses of the whole text, and headings of the group alone."""
    inside = {node.uid for node in within(nodes, group)}
    return propose(
        [node for node in nodes if not node.is_heading or node.uid in inside],
        paragraphs,
    )


def paste(
    draft: ProgrammeDraftPage,
    decisions: Sequence[Decision],
    *,
    group: str = "",
    removed: Mapping[str, int | None] | None = None,
    revision: int | None,
    user: Any = None,
) -> ProgrammeDraftPage:
    """Make one revision of the version, all or nothing, and return it.

    `revision` is the one that the decisions were made on: where there is a newer one,
    OutdatedError is raised. Decisions at odds raise PlacingError.
    """
    with transaction.atomic():
        locked = ProgrammeDraftPage.objects.select_for_update(of=("self",))
        draft = locked.get(pk=draft.pk)
        if draft.latest_revision_id != revision:
            raise OutdatedError
        page = newest(draft)
        placed = place_paragraphs(
            page.raw_body, decisions, group=group, removed=removed
        )
        page.body = placed.body
        # Without cleaning: what is not pasted may be unfinished.
        page.save_revision(user=user, log_action=True, clean=False)
        Clause.objects.bulk_create(
            [Clause(uid=node.uid) for node in read_clauses(placed.body)],
            ignore_conflicts=True,
        )
        ClauseSuccession.objects.bulk_create(
            [
                ClauseSuccession(
                    old_id=old, new_id=new, kind=kind, draft=draft, confirmed_by=user
                )
                for (old, new), kind in placed.successions.items()
            ],
            update_conflicts=True,
            unique_fields=["old", "new", "draft"],
            update_fields=["kind", "confirmed_by"],
        )
    return page
