"""Suggests what a reader may be typing."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import pgettext
from modelsearch.backends import get_search_backend

from search.analysis import autocomplete_groups
from search.backends.queries import PrefixQuery
from search.models import CatalogueEntry, CatalogueQuerySet, Kind

from .addresses import address_of
from .asking import read_text
from .finding import analysed_in
from .jumping import jumps

MOST_SUGGESTED = 8
# Several entries may lead to the same place, then some more are read.
MOST_READ = 3 * MOST_SUGGESTED
FEWEST_LETTERS = 2
LONGEST_TITLE = 120
# What is read of entries, and of their pages for the address.
SHOWN = ("kind", "subject", "language", "title", "facts", "year", "page__url_path")


@dataclass(frozen=True)
class Suggestion:
    """One thing that a reader may be looking for."""

    title: str
    url: str
    hint: str


def suggest(text: str, language: str, request: HttpRequest) -> list[Suggestion]:
    """Return what is cited, and then what has words that begin as those typed."""
    text = read_text(text)
    if not is_enough(text):
        return []
    found: dict[str, Suggestion] = {}
    for one in suggestions(text, language, request):
        found.setdefault(one.url, one)
        if len(found) == MOST_SUGGESTED:
            break
    return list(found.values())


def is_enough(text: str) -> bool:
    """Whether there are two letters, or one digit."""
    written = [char for char in text if char.isalnum()]
    return len(written) >= FEWEST_LETTERS or any(char.isdigit() for char in written)


def suggestions(text: str, language: str, request: HttpRequest) -> Iterator[Suggestion]:
    """Yield suggestions, some of which may lead to the same place."""
    for jump in jumps(text, request):
        yield Suggestion(jump.title, jump.url, jump.hint)
    entries = CatalogueEntry.objects.in_language(language).select_related("page")
    for entry in read_begun(text, language, entries.only(*SHOWN)):
        url = address_of(entry, request)
        if url:
            yield Suggestion(title_of(entry), url, hint_of(entry))


def read_begun(
    text: str, language: str, entries: CatalogueQuerySet
) -> Iterator[CatalogueEntry]:
    """Yield those of some entries that are called by the words typed, best first."""
    groups = autocomplete_groups(text, analysed_in(language))
    if groups:
        begun = get_search_backend().autocomplete(PrefixQuery(groups), entries)
        first = list(begun[:MOST_SUGGESTED])
        yield from first
        if len(first) == MOST_SUGGESTED:
            yield from begun[MOST_SUGGESTED:MOST_READ]


def title_of(entry: CatalogueEntry) -> str:
    """Return how an entry is called; clauses by their first words as well."""
    words = [entry.title]
    if entry.kind == Kind.CLAUSE:
        words += entry.facts.get("suggested", ())
    return Truncator(" ".join(words).strip()).chars(LONGEST_TITLE)


def hint_of(entry: CatalogueEntry) -> str:
    """Return what an entry is, and of which year."""
    label = str(Kind(entry.kind).label)
    if not entry.year:
        return label
    hint = pgettext("kind of a search hit with its year", "%(kind)s, %(year)s")
    return hint % {"kind": label, "year": entry.year}
