"""Lets comments that are not answered yet follow their clause into a new version.

The same clause is certain; another one is only proposed, and a person decides; where
there is none the comment is shown as an orphan. Nothing is guessed silently.
"""

from functools import cache
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from pages.comments.models import CommentPlacement, PlacementKind, PublicComment
from pages.comments.states import CHANGE, OPEN
from pages.programmes.clauses import ClauseNode
from pages.programmes.matching import propose, split_paragraphs
from pages.programmes.models import ClauseSuccession, ProgrammeDraftPage


def follow_comment(comment: PublicComment) -> None:
    """Place a comment that comes late in the versions published meanwhile."""
    if comment.clause_id is None:
        return
    consulted = comment.consultation.draft
    later = ProgrammeDraftPage.objects.sibling_of(consulted, inclusive=False).live()
    for draft in later.filter(number__gt=consulted.number).order_by("number"):
        follow_version(draft, PublicComment.objects.filter(pk=comment.pk))


def follow_version(draft: ProgrammeDraftPage, comments: Any = None) -> None:
    """Place the open comments on earlier versions of the programme in a version.

    All of them, or those among `comments`. Run again, it leaves what a person decided
    alone.
    """
    comments = PublicComment.objects.all() if comments is None else comments
    comments = comments.filter(
        consultation__draft__in=ProgrammeDraftPage.objects.sibling_of(
            draft, inclusive=False
        ).filter(number__lt=draft.number),
        clause__isnull=False,
        state__in=OPEN,
    )
    decided = CommentPlacement.objects.filter(draft=draft, decided_by__isnull=False)
    comments = comments.exclude(placements__in=decided).only("clause", "quoted")
    nodes = {node.uid: node for node in draft.clauses}
    confirmed = confirmed_before(draft, nodes)
    # Many comments are about one clause, and comparing its words takes long.
    place = cache(lambda clause, quoted: place_of_clause(clause, quoted, nodes))
    placements = [
        CommentPlacement(
            comment=comment,
            draft=draft,
            **(confirmed.get(comment.pk) or place(comment.clause_id, comment.quoted)),
        )
        for comment in comments
    ]
    CommentPlacement.objects.bulk_create(
        placements,
        update_conflicts=True,
        unique_fields=["comment", "draft"],
        update_fields=["clause", "kind", "score", "decided_by"],
    )


def confirmed_before(
    draft: ProgrammeDraftPage, nodes: dict[str, ClauseNode]
) -> dict[int, dict[str, Any]]:
    """Return where comments belong that a person placed in a version before.

    What was said of a clause then holds as long as the clause is there.
    """
    rows = CommentPlacement.objects.filter(
        draft__in=ProgrammeDraftPage.objects.sibling_of(draft, inclusive=False),
        draft__number__lt=draft.number,
        kind=PlacementKind.CONFIRMED,
        clause__in=list(nodes),
    ).exclude(comment__clause__in=list(nodes))
    return {
        row.comment_id: {
            "clause_id": row.clause_id,
            "kind": PlacementKind.CONFIRMED,
            "score": row.score,
            "decided_by_id": row.decided_by_id,
        }
        for row in rows.order_by("draft__number")
    }


def place_of_clause(
    clause: UUID, quoted: str, nodes: dict[str, ClauseNode]
) -> dict[str, Any]:
    """Return where comments on a clause belong in a version, as fields of a place."""
    if str(clause) in nodes:
        return {"clause_id": clause, "kind": PlacementKind.SAME}
    found = successor(clause, nodes) or likest(quoted, nodes)
    if found is None:
        return {"kind": PlacementKind.ORPHAN}
    uid, score = found
    return {"clause_id": uid, "kind": PlacementKind.PROPOSED, "score": score}


def successor(clause: UUID, nodes: dict[str, ClauseNode]) -> tuple[UUID, float] | None:
    """Return the clause that, as somebody noted, came from the one commented on."""
    rows = ClauseSuccession.objects.filter(old=clause, new__in=list(nodes))
    row = rows.order_by("-pk").first()
    return (row.new_id, 1.0) if row else None


def likest(quoted: str, nodes: dict[str, ClauseNode]) -> tuple[UUID, float] | None:
    """Return the clause whose words are most like those commented on, if any are."""
    paragraphs = split_paragraphs(quoted)
    proposals = propose(list(nodes.values()), paragraphs[:1])
    best = proposals[0].best if proposals else None
    return (UUID(best.uid), best.score) if best else None


def decide_placement(
    *, placement: CommentPlacement, accepted: bool, user: Any
) -> CommentPlacement:
    """Let a person say whether a proposed place is right; a wrong one is an orphan."""
    if not user.has_perm(CHANGE):
        raise PermissionDenied
    with transaction.atomic():
        placement = CommentPlacement.objects.select_for_update(of=("self",)).get(
            pk=placement.pk
        )
        placement.kind = PlacementKind.CONFIRMED if accepted else PlacementKind.ORPHAN
        if not accepted:
            placement.clause = None
        placement.decided_by = user
        placement.save()
        data = {"version": placement.draft.title, "accepted": accepted}
        log(placement.comment, "public_comments.place", user=user, data=data)
    return placement
