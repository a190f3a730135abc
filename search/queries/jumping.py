"""Leads straight to what a query cites: a clause, a comment, an organisation."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import get_language, pgettext
from modelsearch.backends import get_search_backend

from pages.programmes.clauses import ClauseKind
from search.backends.queries import AnalysedQuery
from search.models import CatalogueEntry, Kind, Part, plain_number

from .addresses import address_of
from .citations import Citation, Cited, read_citation, read_register_numbers

MOST_JUMPS = 5
# Before those in another language are left out, and those of older versions.
MOST_READ = 100
LONGEST_HINT = 100
LONGEST_LABEL = 80

CLAUSE_KINDS: dict[Cited, tuple[str, ...]] = {
    Cited.CHAPTER: (ClauseKind.CHAPTER.value,),
    Cited.AREA: (ClauseKind.AREA.value,),
    Cited.GOAL: (ClauseKind.GOAL.value,),
    Cited.PARAGRAPH: (ClauseKind.TASK.value, ClauseKind.PROVISION.value),
}


@dataclass(frozen=True)
class Jump:
    """One thing that a query cites."""

    title: str
    url: str
    hint: str


def jumps(text: str, request: HttpRequest) -> list[Jump]:
    """Return what a query cites, the newest first: one query, mostly none."""
    numbers = read_register_numbers(text)
    if numbers:
        return jumps_to_organisations(numbers, request)
    citation = read_citation(text)
    if citation is None:
        return []
    if citation.cited is Cited.COMMENT:
        return jumps_to_comments(citation, request)
    if citation.cited is Cited.VERSION:
        return jumps_to_versions(citation, request)
    return jumps_to_clauses(citation, request)


def jumps_to_organisations(
    numbers: Collection[str], request: HttpRequest
) -> list[Jump]:
    """Return the organisations that have one of some register numbers of their own."""
    query = AnalysedQuery.of_groups([sorted(numbers)])
    listed = CatalogueEntry.objects.filter(kind=Kind.ORGANISATION)
    found = get_search_backend().matching(query, listed).order_by("title", "pk")
    own = [entry for entry in found[:MOST_READ] if has_number(entry, numbers)]
    return [jump_to(entry, request) for entry in own[:MOST_JUMPS]]


def has_number(entry: CatalogueEntry, numbers: Collection[str]) -> bool:
    """Whether a number is an organisation's own, and not in what is said about it."""
    names = (text for part, text in entry.parts if part == Part.NAMES)
    return any(not set(numbers).isdisjoint(text.split()) for text in names)


def jumps_to_comments(citation: Citation, request: HttpRequest) -> list[Jump]:
    """Return the comments with a number."""
    found = cited(Kind.COMMENT, citation).order_by("-year", "pk")
    return [jump_to(entry, request) for entry in found[:MOST_JUMPS]]


def jumps_to_versions(citation: Citation, request: HttpRequest) -> list[Jump]:
    """Return the versions with a number."""
    found = cited(Kind.DRAFT, citation)
    read = found.select_related("page").order_by("-year", "-date", "pk")[:MOST_READ]
    return [jump_to(entry, request) for entry in in_best_language(read)[:MOST_JUMPS]]


def jumps_to_clauses(citation: Citation, request: HttpRequest) -> list[Jump]:
    """Return the clauses with a number, the newest version of each year first."""
    kinds = CLAUSE_KINDS[citation.cited]
    found = cited(Kind.CLAUSE, citation).filter(facts__clause_kind__in=kinds)
    read = in_best_language(found.order_by("-year", "-date", "pk")[:MOST_READ])
    read.sort(key=lambda one: (-(one.year or 0), not one.facts.get("is_newest")))
    jumped = read[:MOST_JUMPS]
    return [jump_to(entry, request, of=programme_of(entry)) for entry in jumped]


def cited(kind: Kind, citation: Citation) -> Any:
    """Return the entries of a kind that have the number, and the year if cited."""
    entries = CatalogueEntry.objects.filter(
        kind=kind, number=plain_number(citation.number)
    )
    return entries.filter(year=citation.year) if citation.year else entries


def in_best_language(entries: Iterable[CatalogueEntry]) -> list[CatalogueEntry]:
    """Return the entries in the reader's language; if there are none, in the first."""
    read = list(entries)
    languages = {entry.language for entry in read}
    active = get_language() or ""
    best = active if active in languages or not read else read[0].language
    return [entry for entry in read if entry.language == best]


def programme_of(clause: CatalogueEntry) -> str:
    """Return what the programme of a clause is called, at least its year."""
    return str(clause.facts.get("programme") or clause.year or "")


def jump_to(entry: CatalogueEntry, request: HttpRequest, of: str = "") -> Jump:
    """Return the way to an entry; `of` is what it is a part of."""
    title = Truncator(entry.title).chars(LONGEST_LABEL)
    if of:
        named = pgettext("clause of a programme", "%(clause)s – %(programme)s")
        title = named % {"clause": title, "programme": of}
    texts = [text for _part, text in entry.parts]
    hint = Truncator(texts[0] if texts else "").chars(LONGEST_HINT)
    return Jump(title, address_of(entry, request), hint)
