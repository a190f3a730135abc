"""Finds what a reader asks for: all of the words, and failing that some of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import F
from django.http import HttpRequest
from modelsearch.backends import get_search_backend

from pages.base.frame import language_name
from search.backends.queries import AnalysedQuery, Term
from search.models import CatalogueEntry, CatalogueQuerySet

from .asking import Asked
from .correcting import correct
from .expanding import Expanded, expand
from .facets import Combination, Counts, combine, count, narrow
from .hits import Hit, read_hits

ON_A_PAGE = 20
# Nobody reads on: so many hits can be paged through, the number is of all.
PAGED = 1000
# With fewer hits than this, those that have some of the words are shown as well.
FEW = 3
MOST_PARTLY = 10


@dataclass(frozen=True)
class Elsewhere:
    """How many hits there are in another language."""

    language: str
    name: str
    number: int
    address: str


@dataclass(frozen=True)
class Found:
    """What was found: `hits` is a page of those with all words, `partly` has some.

    `page` is none where a span of the hits was asked for, or where there are none.
    `text` is what was looked for; it differs from what was asked where a word was
    mistyped. `hidden` is the number of hits that the filters have left out, where they
    left nothing.
    """

    asked: Asked
    text: str
    total: int = 0
    page: Page | None = None
    counts: Counts | None = None
    hits: Sequence[Hit] = ()
    partly: Sequence[Hit] = ()
    elsewhere: Sequence[Elsewhere] = ()
    hidden: int = 0
    paged: int = PAGED

    @property
    def is_corrected(self) -> bool:
        """Whether a word was taken for another one."""
        return self.text != self.asked.text

    @property
    def is_nothing(self) -> bool:
        """Whether no entry, of any language, has any of the words."""
        return not (self.total or self.partly or self.elsewhere or self.hidden)


@dataclass(frozen=True)
class Search:
    """One query run against the catalogue in the language asked for."""

    asked: Asked
    text: str
    expanded: Expanded
    hits: CatalogueQuerySet
    combinations: Sequence[Combination]
    languages: Mapping[str, int]

    @property
    def is_found(self) -> bool:
        """Whether anything has all of the words, whatever the filters say of it."""
        return bool(self.combinations) or (
            self.asked.is_filtered and self.hits.exists()
        )


def find(asked: Asked, request: HttpRequest, span: slice | None = None) -> Found:
    """Answer a question; the number of queries does not grow with what is found.

    `span` says which of the hits are read, else it is the page that is asked for.
    """
    search = run(asked, asked.text)
    if search is None:
        return Found(asked, asked.text)
    if not search.is_found and not asked.is_exact:
        search = run_corrected(asked) or search
    if not search.combinations and not search.is_found:
        found = Found(asked, search.text)
        return with_hits(search, found, *rank(search, 0), request)
    counts = count(search.hits, search.combinations, asked)
    ranked, others = rank(search, counts.total)
    page = None if span else Paginator(ranked, ON_A_PAGE).get_page(asked.page)
    pks = ranked[span] if span else list(page.object_list if page else ())
    hidden = 0 if counts.total else search.hits.count()
    found = Found(asked, search.text, counts.total, page, counts, hidden=hidden)
    return with_hits(search, found, pks, others, request)


def run(asked: Asked, text: str) -> Search | None:
    """Run a query; None where it has no word in it."""
    expanded = expand(text, analysed_in(asked.language))
    if not expanded.terms:
        return None
    matching = get_search_backend().matching
    hits: CatalogueQuerySet = matching(AnalysedQuery(expanded.terms), scope_of(asked))
    foreign = CatalogueEntry.objects.none()
    if asked.language:
        others = CatalogueEntry.objects.exclude(language__in=(asked.language, ""))
        foreign = matching(AnalysedQuery(expand(text, "").terms), others)
    combinations, languages = combine(hits, foreign, asked)
    return Search(asked, text, expanded, hits, combinations, languages)


def run_corrected(asked: Asked) -> Search | None:
    """Run a query with its mistyped words put right, if that finds anything."""
    text = correct(asked.text, asked.language)
    search = run(asked, text) if text else None
    return search if search and search.is_found else None


def scope_of(asked: Asked) -> CatalogueQuerySet:
    """Return the entries in the language asked for."""
    entries: CatalogueQuerySet = CatalogueEntry.objects.all()
    return entries.in_language(asked.language) if asked.language else entries


def analysed_in(language: str) -> str:
    """Return the language that the words of a query are taken for.

    Names and files, which are in every language's catalogue, are Polish: beside
    English, whose letters are the same, words are taken for both.
    """
    return "" if language == "en" else language


def rank(search: Search, total: int) -> tuple[list[int], list[int]]:
    """Return the keys of hits that the filters let through, the best first: one query.

    Where `total`, the number of those with all words, is small, those with some of
    them follow.
    """
    asked, terms = search.asked, search.expanded.terms
    entries = narrow(scope_of(asked), asked)
    if total < FEW:
        some = read_partly(terms, entries, (), total)
        if some or not total:
            return some[:total], some[total:]
    if asked.is_by_date:
        newest = F("date").desc(nulls_last=True)
        hits = narrow(search.hits, asked).order_by(newest, "-pk")
        return list(hits.values_list("pk", flat=True)[:PAGED]), []
    return ranked_ids(AnalysedQuery(terms), entries, PAGED), []


def ranked_ids(
    query: AnalysedQuery, entries: CatalogueQuerySet, limit: int
) -> list[int]:
    """Return the primary keys of the best hits."""
    scored = get_search_backend().ranked_ids(query, entries, limit)
    return [int(pk) for pk, _score in scored]


def with_hits(
    search: Search,
    found: Found,
    pks: Sequence[int],
    others: Sequence[int],
    request: HttpRequest,
) -> Found:
    """Read the hits of a page, and where they are few those with some of the words."""
    asked = search.asked
    read = read_hits([*pks, *others], search.expanded.groups, request, asked.home)
    return replace(
        found,
        hits=of_those(read, pks),
        partly=of_those(read, others),
        elsewhere=elsewhere(search),
    )


def read_partly(
    terms: Sequence[Term], entries: CatalogueQuerySet, pks: Collection[int], total: int
) -> list[int]:
    """Return the best of those with some of the words; nothing beside enough hits.

    `pks` are hits with all words, which are shown already, `total` is their number.
    """
    if total >= FEW or len(terms) < 2:
        return []
    query = AnalysedQuery(terms, any_term=True)
    some = ranked_ids(query, entries, MOST_PARTLY + len(pks))
    return [pk for pk in some if pk not in pks][:MOST_PARTLY]


def of_those(hits: Sequence[Hit], pks: Collection[int]) -> list[Hit]:
    """Return those hits whose entries are among some."""
    return [hit for hit in hits if hit.pk in pks]


def elsewhere(search: Search) -> list[Elsewhere]:
    """Return the other languages that have hits."""
    plain = search.asked.without_filters()
    return [
        Elsewhere(
            code,
            language_name(code),
            search.languages[code],
            plain.with_values(language=code).address,
        )
        for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
        if search.languages.get(code)
    ]
