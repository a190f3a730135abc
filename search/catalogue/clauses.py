"""Cards of clauses: one a clause and language, as its newest public version has it."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils import translation
from wagtail.models import Page

from pages.programmes.clauses import HEADINGS, ClauseNode
from pages.programmes.models import ClauseWording, ProgrammeDraftPage
from pages.programmes.models.clause import clause_label
from search.models import CatalogueEntry, CatalogueQuerySet, Kind, Part, plain_number

from .cards import Card, fill, title_of
from .pages import programme_of
from .storing import replace

# So many versions are named beside the newest.
MOST_VERSIONS = 30


def refresh_clauses(programme: Page) -> int:
    """Make the cards anew of all clauses that any version of a programme has or had."""
    language = programme.locale.language_code
    drafts = ProgrammeDraftPage.objects.child_of(programme).values("pk")
    listed = CatalogueEntry.objects.filter(kind=Kind.CLAUSE, language=language)
    here = listed.filter(page__in=drafts).values_list("subject", flat=True)
    worded = ClauseWording.objects.filter(draft__in=drafts)
    uids = {str(uid) for uid in worded.order_by().values_list("clause_id", flat=True)}
    uids.update(here)
    old: CatalogueQuerySet = listed.filter(subject__in=uids)
    return replace(old, clause_cards(uids, language))


def clause_cards(uids: Collection[str], language: str) -> Iterator[Card]:
    """Yield the cards of clauses that a published version has in a language."""
    wordings = (
        ClauseWording.objects.public(language)
        .filter(clause__in=[UUID(uid) for uid in uids])
        .order_by("clause_id", "-draft__date", "-draft__number")
        .select_related("draft")
        .only("clause", "draft__number", "draft__date", "draft__path")
    )
    shelf = Shelf()
    with translation.override(language):
        for _uid, versions in groupby(wordings, key=lambda w: w.clause_id):
            card = clause_card(list(versions), shelf, language)
            if card:
                yield card


class Shelf:
    """Versions that are open while cards are made of their clauses."""

    def __init__(self) -> None:
        self._nodes: dict[int, dict[str, ClauseNode]] = {}
        self._programmes: dict[int, tuple[int | None, str]] = {}
        self._newest: dict[str, int] = {}

    def node(self, draft: int, uid: str) -> ClauseNode | None:
        """Return a clause of a version; none where code has changed its text only."""
        if draft not in self._nodes:
            page = ProgrammeDraftPage.objects.get(pk=draft)
            self._nodes[draft] = {node.uid: node for node in page.clauses}
            self._programmes[draft] = programme_of(page)
        return self._nodes[draft].get(uid)

    def programme(self, draft: int) -> tuple[int | None, str]:
        """Return year and title of the programme of a version that is open."""
        return self._programmes[draft]

    def is_newest(self, draft: ProgrammeDraftPage, language: str) -> bool:
        """Whether a version is the last one published of its programme."""
        programme = draft.path[: -draft.steplen]
        if programme not in self._newest:
            newest = (
                ClauseWording.objects.public(language)
                .filter(draft__path__startswith=programme)
                .values_list("draft", flat=True)
            )
            self._newest[programme] = newest[0]
        return self._newest[programme] == draft.pk


def clause_card(versions: Sequence[Any], shelf: Shelf, language: str) -> Card | None:
    """Return the card of a clause by its wordings, the newest first."""
    newest = versions[0]
    draft = newest.draft
    uid = str(newest.clause_id)
    node = shelf.node(draft.pk, uid)
    if node is None:
        return None
    label = clause_label(node.kind, node.number)
    year, programme = shelf.programme(draft.pk)
    facts = facts_of(versions, node, shelf.is_newest(draft, language))
    facts["programme"] = programme
    is_heading = node.kind in HEADINGS
    entry = CatalogueEntry(
        kind=Kind.CLAUSE,
        subject=uid,
        language=language,
        page_id=draft.pk,
        title=title_of(f"{label} {node.text}" if is_heading else label),
        number=plain_number(node.number),
        date=draft.date,
        year=year,
        facts=facts,
    )
    texts = ["" if is_heading else node.text, node.introduction, node.note]
    return Card(
        fill(entry, ((Part.BODY, text) for text in texts)),
        areas=frozenset({node.area} if node.area else ()),
        organisations=frozenset(
            pk for kind, pk in node.authors if kind == "organisation"
        ),
    )


def facts_of(
    versions: Sequence[Any], node: ClauseNode, is_newest: bool
) -> dict[str, Any]:
    """Return what is printed of a clause beside its text.

    `also` are the numbers of earlier versions of the same programme that have it.
    """
    draft = versions[0].draft
    programme = draft.path[: -draft.steplen]
    also = {
        one.draft.number for one in versions[1:] if one.draft.path.startswith(programme)
    }
    facts: dict[str, Any] = {
        "clause_kind": node.kind.value,
        "version": draft.number,
        "also": sorted(also - {draft.number})[-MOST_VERSIONS:],
        "is_newest": is_newest,
        "chapter": node.chapter,
    }
    if node.kind not in HEADINGS:
        facts["suggested"] = [" ".join(node.text.split()[:12])]
    return facts
