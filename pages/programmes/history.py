"""The life of one clause: its wordings, where it was discussed, its task."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from .models.clause import Clause, ClauseWording


@dataclass(frozen=True)
class ClauseHistory:
    """What the public may know of a clause in one language.

    `wordings` go from the newest draft to the oldest; `findings` are those of
    published meetings that name the clause, the newest meeting first.
    """

    wordings: Sequence[ClauseWording]
    findings: Sequence[Any]

    @property
    def newest(self) -> ClauseWording | None:
        """The wording in the newest published draft."""
        return self.wordings[0] if self.wordings else None


def clause_history(uid: UUID, language_code: str) -> ClauseHistory:
    """Return the history of a clause; empty where nothing of it is published."""
    clause = Clause(uid=uid)
    findings: Any = clause.findings  # Finding's own queryset, in the room above
    wordings = ClauseWording.objects.filter(clause=clause).public(language_code)
    return ClauseHistory(
        wordings=list(wordings),
        findings=list(findings.public(language_code)),
    )
