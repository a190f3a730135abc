"""What a version says at the place that a comment is about."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pages.programmes.clauses import ClauseNode
from pages.programmes.models import ProgrammeDraftPage


@dataclass(frozen=True)
class Place:
    """A clause in the version commented on; empty for the whole version."""

    clause_id: UUID | None = None
    clause_kind: str = ""
    clause_number: str = ""
    quoted: str = ""
    area_id: int | None = None

    @property
    def values(self) -> dict[str, Any]:
        """The place as fields of a comment."""
        return {
            "clause_id": self.clause_id,
            "clause_kind": self.clause_kind,
            "clause_number": self.clause_number,
            "quoted": self.quoted,
            "area_id": self.area_id,
        }


def find_node(draft: ProgrammeDraftPage, uid: UUID | str) -> ClauseNode | None:
    """Return a clause of a version, None where it has no such clause."""
    return next((node for node in draft.clauses if node.uid == str(uid)), None)


def place_of(draft: ProgrammeDraftPage, uid: UUID | None) -> Place:
    """Return the place of a clause; raise LookupError if the version lacks it."""
    if uid is None:
        return Place()
    node = find_node(draft, uid)
    if node is None:
        raise LookupError(f"The version has no clause {uid}.")
    return Place(UUID(node.uid), node.kind.value, node.number, node.text, node.area)
