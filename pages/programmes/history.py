"""The life of one clause: its wordings, where it was discussed, its task."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from .models.clause import Clause, ClauseWording

# What a link to a page needs, and its date: pages have many more columns.
ADDRESS = ("title", "date", "url_path", "path", "depth")


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
    wordings = ClauseWording.objects.filter(clause=clause).public(language_code)
    draft = (f"draft__{name}" for name in (*ADDRESS, "label"))
    findings: Any = clause.findings  # Finding's own queryset, in the room above
    page = (f"page__{name}" for name in ADDRESS)
    return ClauseHistory(
        wordings=list(
            wordings.select_related("draft").only(
                "clause", "kind", "number", "text", "chapter", *draft
            )
        ),
        findings=list(
            findings.public(language_code).only("clause", "kind", "text", *page)
        ),
    )
