"""Where the comments on a version stand in its text; those on earlier ones too."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from django.db.models import Count, Q, QuerySet

from pages.comments.models import CERTAIN, CommentPlacement, PublicComment
from pages.comments.states import VISIBLE


class Part(IntEnum):
    """The parts of the list, in their order."""

    WHOLE = 0
    CLAUSE = 1
    ELSEWHERE = 2


@dataclass(frozen=True)
class Standing:
    """Where one comment stands; `clause` is a uid, empty outside of the clauses."""

    pk: int
    number: int
    part: Part
    clause: str = ""
    is_shown: bool = True


def on_version(key: Any) -> QuerySet[PublicComment]:
    """Return the comments that readers are told of with a version, by its key."""
    placed = CommentPlacement.objects.filter(draft__translation_key=key)
    listed: QuerySet[PublicComment] = PublicComment.objects.listed()
    return listed.filter(
        Q(consultation__draft__translation_key=key) | Q(pk__in=placed.values("comment"))
    ).order_by()


def count_readable(key: Any) -> int:
    """Return how many comments can be read with a version, by its key: one query."""
    return on_version(key).filter(state__in=VISIBLE).count()


def find_standings(draft: Any) -> list[Standing]:
    """Return where all comments on a version stand, in its order: two queries.

    One that followed from an earlier version stands under a clause only where that
    is certain; else, with those whose clause is gone, at the end.
    """
    key = draft.translation_key
    order = {node.uid: place for place, node in enumerate(draft.clauses)}
    own = PublicComment.objects.listed().filter(
        consultation__draft__translation_key=key
    )
    fields = ("pk", "number", "state", "clause")
    standings = [
        standing(pk, number, state, str(clause or ""), order)
        for pk, number, state, clause in own.order_by().values_list(*fields)
    ]
    placed = CommentPlacement.objects.filter(
        draft__translation_key=key,
        comment__in=PublicComment.objects.listed().order_by(),
    ).values_list("comment", "comment__number", "comment__state", "clause", "kind")
    for pk, number, state, clause, kind in placed.order_by():
        uid = str(clause) if kind in CERTAIN else "-"
        standings.append(standing(pk, number, state, uid, order))
    return sorted(standings, key=lambda s: (s.part, order.get(s.clause, 0), s.number))


def standing(
    pk: int, number: int, state: str, clause: str, order: Mapping[str, int]
) -> Standing:
    """Return where a comment on a clause stands in a version with these clauses."""
    is_shown = state in VISIBLE
    if clause in order:
        return Standing(pk, number, Part.CLAUSE, clause, is_shown)
    part = Part.ELSEWHERE if clause else Part.WHOLE
    return Standing(pk, number, part, is_shown=is_shown)


@dataclass(frozen=True)
class Tally:
    """How many comments can be read with a version, and under each clause by uid."""

    total: int = 0
    clauses: Mapping[str, int] = field(default_factory=dict)


def count_comments(draft: Any) -> Tally:
    """Count the comments on a version: two queries and a row a clause each."""
    key = draft.translation_key
    readable = PublicComment.objects.public().order_by()
    own = readable.filter(consultation__draft__translation_key=key)
    placed = CommentPlacement.objects.filter(
        draft__translation_key=key, comment__in=readable
    ).order_by()
    total, clauses = 0, Counter[str]()
    for clause, n in own.values_list("clause").annotate(n=Count("pk")):
        total += n
        clauses[str(clause or "")] += n
    for clause, kind, n in placed.values_list("clause", "kind").annotate(n=Count("pk")):
        total += n
        clauses[str(clause) if kind in CERTAIN else ""] += n
    clauses.pop("", None)
    return Tally(total, clauses)
