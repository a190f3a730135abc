"""The life of one clause: its wordings, where it was discussed, its task."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from pages.base.visibility import visible

from .models.clause import Clause, ClauseWording
from .models.draft import ProgrammeDraftPage
from .models.succession import ClauseSuccession

# What a link to a page needs, and its date: pages have many more columns.
ADDRESS = ("title", "date", "url_path", "path", "depth")
KEYS = ("translation_key", "locale")
WORDS = ("clause", "kind", "number", "text")


@dataclass(frozen=True)
class Succession:
    """How a clause came from another one, or went over into it, in a version.

    `wording` is the newest of the other clause, None of a clause that only moved.
    """

    kind: str
    draft: Any
    wording: ClauseWording | None
    is_later: bool = False


@dataclass(frozen=True)
class ClauseHistory:
    """What the public may know of a clause in one language.

    `wordings` go from the newest draft to the oldest; `findings` are those of
    published meetings that name the clause, the newest meeting first;
    `successions` go in the order of the versions.
    """

    wordings: Sequence[ClauseWording]
    findings: Sequence[Any]
    successions: Sequence[Succession] = field(default_factory=tuple)

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
        successions=successions_of(uid, language_code),
    )


def successions_of(uid: UUID, language_code: str) -> list[Succession]:
    """Return what a clause came from and went over into, in at most three queries."""
    rows = list(
        ClauseSuccession.objects.filter(Q(old=uid) | Q(new=uid))
        .public(language_code)
        .order_by("draft__date", "draft__number", "pk")
        .values_list("old", "new", "kind", "draft__translation_key")
    )
    if not rows:
        return []
    pages = visible(ProgrammeDraftPage.objects).filter(
        locale__language_code=language_code,
        alias_of__isnull=True,
        translation_key__in={key for *_clauses, key in rows},
    )
    drafts = {page.translation_key: page for page in pages.only(*ADDRESS, *KEYS)}
    wordings = ClauseWording.objects.public(language_code).filter(
        clause__in={clause for row in rows for clause in row[:2]} - {uid}
    )
    # The newest comes first, and is the one that stays.
    newest = {w.clause_id: w for w in reversed(wordings.only(*WORDS))}
    return [
        Succession(
            kind, drafts[key], newest.get(old if new == uid else new), old == uid
        )
        for old, new, kind, key in rows
        if key in drafts
    ]
