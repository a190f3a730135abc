"""Hits ready to print: where they are, and the passage they were found for."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from pages.base.frame import Link, language_name
from pages.base.visibility import visible
from pages.comments.models import PublicComment, Ruling
from search.highlighting import Passage, Piece, find_passage, highlight, opening
from search.models import CatalogueEntry, Kind, Part

from .addresses import address_of

WIDTH = 240
# The home page is the beginning of every trail, and is not said each time.
FIRST_NAMED = 3


@dataclass(frozen=True)
class Hit:
    """One hit; `language` is set where it is not the reader's."""

    entry: CatalogueEntry
    title: Sequence[Piece]
    url: str
    kind: str
    kind_label: str
    trail: Sequence[Link] = ()
    passage: Passage | None = None
    passage_label: str = ""
    date: datetime.date | None = None
    notes: Sequence[str] = ()
    language: str = ""
    language_name: str = ""

    @property
    def pk(self) -> int:
        """The key of its entry."""
        return self.entry.pk


def read_hits(
    pks: Sequence[int],
    groups: Sequence[Collection[str]],
    request: HttpRequest,
    language: str,
) -> list[Hit]:
    """Return hits in the order of `pks`: two queries, and one for comments.

    What may not be read any more is left out, whatever the catalogue says.
    """
    entries = (
        CatalogueEntry.objects.filter(pk__in=pks)
        .select_related("page")
        .defer("further")
        .in_bulk()
    )
    pages = read_pages(entry.page for entry in entries.values() if entry.page)
    hidden = hidden_comments(entries.values())
    found = (entries[pk] for pk in pks if pk in entries and pk not in hidden)
    keys = [key for group in groups for key in group]
    return [
        hit_of(entry, groups, keys, pages, request, language)
        for entry in found
        if entry.page_id is None or (entry.page and entry.page.path in pages)
    ]


def hidden_comments(entries: Iterable[CatalogueEntry]) -> set[int]:
    """Return the keys of comments' entries that a moderator has hidden just now."""
    comments = {one.subject: one.pk for one in entries if one.kind == Kind.COMMENT}
    if not comments:
        return set()
    public = PublicComment.objects.public().filter(pk__in=list(comments)).order_by()
    shown = {str(pk) for pk in public.values_list("pk", flat=True)}
    return {pk for subject, pk in comments.items() if subject not in shown}


def read_pages(pages: Iterable[Page]) -> dict[str, Page]:
    """Return pages and those above them that may be read, by path: one query."""
    paths = {
        page.path[:end]
        for page in pages
        for end in range(page.steplen, len(page.path) + 1, page.steplen)
    }
    readable = visible(Page.objects.filter(path__in=paths))
    return {
        page.path: page for page in readable.only("title", "path", "depth", "url_path")
    }


def hit_of(
    entry: CatalogueEntry,
    groups: Sequence[Collection[str]],
    keys: Collection[str],
    pages: Mapping[str, Page],
    request: HttpRequest,
    language: str,
) -> Hit:
    """Return one hit."""
    own = entry.search_language
    parts = [(part, text) for part, text in entry.parts]
    passage = find_passage(parts, groups, own, WIDTH) or opening(parts, WIDTH)
    foreign = entry.language if entry.language != language else ""
    trail = trail_of(entry, pages, request)
    return Hit(
        entry=entry,
        title=highlight(full_title(entry, trail), keys, own),
        url=address_of(entry, request),
        kind=entry.kind,
        kind_label=str(Kind(entry.kind).label),
        trail=trail,
        passage=passage,
        passage_label=str(Part(passage.label).label) if passage else "",
        date=entry.date,
        notes=notes_of(entry),
        language=foreign,
        language_name=language_name(foreign) if foreign else "",
    )


def full_title(entry: CatalogueEntry, trail: Sequence[Link]) -> str:
    """Return a title that says enough without its place: of a clause, whose it is."""
    if entry.kind == Kind.CLAUSE and len(trail) > 1:
        return f"{trail[-2].title}: {entry.title}" if entry.title else trail[-2].title
    if entry.kind == Kind.COMMENT:
        return _("Comment %(comment)s") % {"comment": entry.title}
    return entry.title


def trail_of(
    entry: CatalogueEntry, pages: Mapping[str, Page], request: HttpRequest
) -> list[Link]:
    """Return links to what is above a hit, without the home page and the hit itself."""
    page = entry.page
    if page is None:
        return []
    is_page = entry.kind not in (Kind.CLAUSE, Kind.COMMENT, Kind.DOCUMENT)
    last = len(page.path) - (page.steplen if is_page else 0)
    above = (
        pages.get(page.path[:end])
        for end in range(page.steplen * FIRST_NAMED, last + 1, page.steplen)
    )
    return [Link(one.title, one.get_url(request) or "") for one in above if one]


def notes_of(entry: CatalogueEntry) -> list[str]:
    """Return what is worth knowing of a hit beside its kind and date."""
    facts = entry.facts
    if entry.kind == Kind.CLAUSE:
        return clause_notes(facts)
    if entry.kind == Kind.DRAFT:
        return [_("version %(number)s") % {"number": facts["version"]}]
    if entry.kind == Kind.COMMENT:
        rulings = dict(Ruling.choices)
        return [str(rulings.get(entry.ruling) or _("no answer yet"))]
    if entry.kind == Kind.DOCUMENT:
        return [str(facts.get("extension", "")).upper()]
    return []


def clause_notes(facts: Mapping[str, object]) -> list[str]:
    """Return which versions have a clause."""
    notes = [_("version %(number)s") % {"number": facts["version"]}]
    also = facts["also"]
    if isinstance(also, list) and also:
        text = ngettext(
            "also in version %(numbers)s", "also in versions %(numbers)s", len(also)
        )
        notes.append(text % {"numbers": spans(also)})
    if not facts["is_newest"]:
        notes.append(_("no longer in the newest version"))
    return notes


def spans(numbers: Sequence[int]) -> str:
    """Return rising numbers in short: „1–3, 5”."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs
    )
