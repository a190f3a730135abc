"""A position and its drafts, by the clauses that they are about."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from pages.comments.models import CommentKind
from pages.comments.public.excerpts import cut, fitting, foreign
from pages.comments.views.target import Target
from pages.programmes.models.clause import clause_label

from .models import OrganisationCode, PositionDraft, PositionItem
from .models.words import TEXTS, PositionWords

# Characters of texts on one page; one text is whole where it is asked for.
ROOM = 45_000
LONGEST_QUOTED = 160


@dataclass(frozen=True)
class Shown:
    """What a draft or a part of the position says, as far as there is room for it."""

    kind: str
    text: str
    proposed_wording: str
    justification: str
    is_cut: bool

    @property
    def get_kind_display(self) -> str:
        """The kind as people read it, by the name that rows have for it."""
        return str(CommentKind(self.kind).label)


@dataclass(frozen=True)
class DraftView:
    """A member's draft ready to print; `language` where it is not the reader's."""

    draft: PositionDraft
    words: Shown
    language: str

    @property
    def query(self) -> str:
        """What the address of the page says on which the draft is whole."""
        clause = f"clause={self.draft.clause_id}&" if self.draft.clause_id else ""
        return f"?{clause}draft={self.draft.pk}"

    @property
    def has_more(self) -> bool:
        """Whether there is more to it than the first words of its text."""
        words = self.words
        return words.is_cut or bool(words.proposed_wording or words.justification)


@dataclass(frozen=True)
class Place:
    """A clause, or the whole version, with what the organisation says of it."""

    uid: str
    label: str
    quoted: str
    language: str = ""
    is_heading: bool = False
    drafts: Sequence[DraftView] = ()
    item: PositionItem | None = None
    shown: Shown | None = None

    @property
    def query(self) -> str:
        """What the address of its page says of the clause."""
        return f"?clause={self.uid}" if self.uid else ""


def read_places(code: OrganisationCode, target: Target) -> list[Place]:
    """Return the whole version and its clauses, in order: two queries."""
    items = {item.clause_id: item for item in code.items.all()}
    drafts = read_drafts(code.drafts.all())
    places = [Place("", "", "", drafts=drafts.get(None, ()), item=items.get(None))]
    language = foreign(target.page.locale.language_code)
    for node in target.page.clauses:
        uid = UUID(node.uid)
        places.append(
            Place(
                node.uid,
                clause_label(node.kind, node.number),
                cut(node.text, LONGEST_QUOTED),
                language,
                node.is_heading,
                drafts.get(uid, ()),
                items.get(uid),
            )
        )
    return places


def read_drafts(rows: Any) -> Mapping[UUID | None, list[DraftView]]:
    """Return drafts by clause, cut so that a page of all can be sent: one query."""
    drafts = list(rows)
    longest = fitting([len(draft.text) for draft in drafts], ROOM)
    found: dict[UUID | None, list[DraftView]] = defaultdict(list)
    for draft in drafts:
        found[draft.clause_id].append(view_of(draft, longest))
    return found


def read_of_clause(
    code: OrganisationCode, clause: UUID | None, whole: str = ""
) -> list[DraftView]:
    """Return the drafts on a clause, cut, but for one that is asked for: one query."""
    drafts = list(code.drafts.filter(clause=clause))
    asked = [draft for draft in drafts if str(draft.pk) == whole]
    others = [draft for draft in drafts if draft not in asked]
    # What is whole takes room from the others, but not all of it.
    left = max(ROOM - sum(lengths_of(asked)), ROOM // 4)
    longest = fitting(lengths_of(others), left)
    return [view_of(draft, None if draft in asked else longest) for draft in drafts]


def lengths_of(said: Sequence[PositionWords]) -> list[int]:
    """Return how long all texts are."""
    return [len(getattr(words, name)) for words in said for name in TEXTS]


def view_of(draft: PositionDraft, longest: int | None) -> DraftView:
    """Return a draft ready to print, its texts at most so long."""
    return DraftView(draft, shown(draft, longest), foreign(draft.language))


def shown(words: PositionWords, longest: int | None = None) -> Shown:
    """Return what is said, its texts at most so long; whole without a length."""
    texts = {name: getattr(words, name) for name in TEXTS}
    short = {
        name: text if longest is None else cut(text, longest)
        for name, text in texts.items()
    }
    return Shown(words.kind, **short, is_cut=short != texts)


def in_order(places: Sequence[Place]) -> list[Place]:
    """Return the places that the position says something of, in its own order.

    What is `shown` of them is cut so that a page of all can be sent.
    """
    said = [(place, place.item) for place in places if place.item]
    said.sort(key=lambda one: (one[1].order, one[1].pk))
    longest = fitting(lengths_of([item for _place, item in said]), ROOM)
    return [replace(place, shown=shown(item, longest)) for place, item in said]
