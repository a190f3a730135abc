"""What a person decided of pasted paragraphs, and whether it can be done: pure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .clauses import HEADINGS, ClauseKind

LONGEST_CLAUSE = 20_000
# What the fields of the blocks take (pages.programmes.blocks).
LONGEST = {ClauseKind.CHAPTER: 255, ClauseKind.AREA: 255, ClauseKind.CATEGORY: 190}


class Relation(StrEnum):
    """What a paragraph is to the clause chosen for it."""

    SAME = "same"
    SPLIT = "split"
    MERGED = "merged"
    REPLACED = "replaced"


class Problem(StrEnum):
    """Why decisions cannot be carried out."""

    TWICE = "twice"
    GONE = "gone"
    HEADING = "heading"
    TOO_LONG = "too_long"
    NO_PLACE = "no_place"
    REMOVED = "removed"
    NO_PARAGRAPH = "no_paragraph"


class PlacingError(Exception):
    """Decisions are at odds; `place` is the paragraph's, `uid` the clause's."""

    def __init__(
        self, problem: Problem, uid: str = "", place: int | None = None
    ) -> None:
        super().__init__(f"{problem} {uid} {place}")
        self.problem = problem
        self.uid = uid
        self.place = place


@dataclass(frozen=True)
class Decision:
    """A paragraph, and the clause it comes from; a new clause where there is none."""

    text: str
    uid: str = ""
    relation: Relation = Relation.SAME


def check_decisions(
    decisions: Sequence[Decision],
    removed: Mapping[str, int | None],
    kinds: Mapping[str, str],
) -> None:
    """Raise PlacingError where something cannot be done; `kinds` are by uid."""
    for place, decision in enumerate(decisions):
        _check_fit(place, decision, kinds)
    _check_claims(decisions, removed)
    for uid, into in removed.items():
        if uid not in kinds:
            raise PlacingError(Problem.GONE, uid)
        if kinds[uid] in HEADINGS:
            raise PlacingError(Problem.HEADING, uid)
        if into is not None and not 0 <= into < len(decisions):
            raise PlacingError(Problem.NO_PARAGRAPH, uid)


def _check_claims(
    decisions: Sequence[Decision], removed: Mapping[str, int | None]
) -> None:
    """Check that a clause that is the same is so once, and stays."""
    claims: dict[str, list[Relation]] = defaultdict(list)
    for place, decision in enumerate(decisions):
        uid = decision.uid
        if not uid or decision.relation is Relation.SPLIT:
            continue
        if decision.relation is Relation.SAME and uid in removed:
            raise PlacingError(Problem.REMOVED, uid, place)
        claims[uid].append(decision.relation)
        if len(claims[uid]) > 1 and Relation.SAME in claims[uid]:
            raise PlacingError(Problem.TWICE, uid, place)


def _check_fit(place: int, decision: Decision, kinds: Mapping[str, str]) -> None:
    """Check one paragraph by itself."""
    uid = decision.uid
    if uid and uid not in kinds:
        raise PlacingError(Problem.GONE, uid, place)
    kind = ClauseKind(kinds[uid]) if uid else ClauseKind.TASK
    if kind in HEADINGS and decision.relation is not Relation.SAME:
        raise PlacingError(Problem.HEADING, uid, place)
    if len(decision.text) > LONGEST.get(kind, LONGEST_CLAUSE):
        raise PlacingError(Problem.TOO_LONG, uid, place)
