"""Texts in the catalogue for as long as they are tried: nothing of them stays."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice

from django.db import connection, transaction
from modelsearch.backends import get_search_backend
from modelsearch.conf import get_app_config

from search import vocabulary
from search.backend import SearchBackend
from search.backends.queries import AnalysedQuery, Term
from search.catalogue.cards import LONGEST_TITLE, cut, fill
from search.highlighting import highlight
from search.models import CatalogueEntry, CatalogueQuerySet, Kind, Part
from search.queries.correcting import correct
from search.queries.expanding import Expanded, expand
from search.queries.finding import analysed_in, ranked_ids, read_partly
from search.queries.suggesting import MOST_SUGGESTED, read_begun

# No entry of what is published has such a subject.
SUBJECT = "search-case-"
# So many of what is found are looked at.
FIRST = 10


class TrialError(Exception):
    """Nothing can be tried here without leaving a trace."""


class Trial:
    """The texts of one language, which queries see and nothing else beside them."""

    def __init__(self, language: str, texts: Mapping[int, str]) -> None:
        self.language, self.texts = language, texts
        self.analysed_in = analysed_in(language)
        self.entries: CatalogueQuerySet = CatalogueEntry.objects.in_language(
            language
        ).filter(subject__startswith=SUBJECT)

    def matched(self, query: str) -> frozenset[str]:
        """Return the texts that have all words of a query, without correcting it."""
        return self._matched(self._expanded(query).terms)

    def found(self, query: str) -> list[str]:
        """Return the first texts that a reader is shown for a query."""
        _expanded, shown = self._shown(query)
        return [self.texts[pk] for pk in shown]

    def suggested(self, typed: str) -> list[str]:
        """Return the texts whose titles are suggested for what is typed."""
        begun = read_begun(typed, self.language, self.entries)
        return [self.texts[entry.pk] for entry in islice(begun, MOST_SUGGESTED)]

    def marked(self, query: str) -> Iterator[tuple[str, frozenset[str], bool]]:
        """Yield text, keys of a word and whether it is marked, as far as it is there.

        What is there, the index says; what is marked, the highlighting.
        """
        expanded, pks = self._shown(query)
        shown = {self.texts[pk] for pk in pks}
        for group in expanded.groups:
            for text in sorted(shown & self._matched(term_of(group))):
                pieces = highlight(text, group, self.language)
                yield text, group, any(piece.is_match for piece in pieces)

    def _expanded(self, query: str) -> Expanded:
        return expand(query, self.analysed_in)

    def _matched(self, terms: Collection[Term]) -> frozenset[str]:
        hits = get_search_backend().matching(AnalysedQuery(terms), self.entries)
        return frozenset(self.texts[pk] for pk in hits.values_list("pk", flat=True))

    def _shown(self, query: str) -> tuple[Expanded, list[int]]:
        """Return a query as it was run, and the entries that are shown first."""
        expanded, hits = self._run(query)
        corrected = None if hits else correct(query, self.analysed_in)
        if corrected:
            again, better = self._run(corrected)
            if better:
                expanded, hits = again, better
        partly = read_partly(expanded.terms, self.entries, hits, len(hits))
        return expanded, [*hits, *partly][:FIRST]

    def _run(self, query: str) -> tuple[Expanded, list[int]]:
        expanded = self._expanded(query)
        terms = AnalysedQuery(expanded.terms)
        return expanded, ranked_ids(terms, self.entries, FIRST)


def term_of(group: Collection[str]) -> list[Term]:
    """Return the query for what has one word, in any form."""
    return [((tuple(sorted(group)),),)]


@contextmanager
def trial(texts: Mapping[str, Collection[str]]) -> Iterator[dict[str, Trial]]:
    """Store texts by language, and take all back at the end.

    One transaction that is never committed holds them, their index and their words.
    """
    if type(get_search_backend()) is not type(SearchBackend({})):
        raise TrialError(
            "The default search backend keeps its index outside of the database, "
            "where nothing can be rolled back."
        )
    try:
        with transaction.atomic():
            try:
                trials = {
                    language: store(language, texts[language]) for language in texts
                }
                count_rows()
                yield trials
            finally:
                transaction.set_rollback(True)
    finally:
        vocabulary.forget()


def store(language: str, texts: Collection[str]) -> Trial:
    """Store the texts of a language, index them, and learn their words."""
    entries = CatalogueEntry.objects.bulk_create(
        entry_of(language, number, text) for number, text in enumerate(texts)
    )
    get_search_backend().add_bulk(CatalogueEntry, entries)
    vocabulary.learn(entries)
    pks = (entry.pk for entry in entries)
    return Trial(language, dict(zip(pks, texts, strict=True)))


def count_rows() -> None:
    """Let PostgreSQL know what is new: it would plan for tables that are empty."""
    if connection.vendor == "postgresql":
        entries = get_app_config().get_model("IndexEntry")
        tables = (CatalogueEntry._meta.db_table, entries._meta.db_table)
        with connection.cursor() as cursor:
            for table in tables:
                cursor.execute(f"ANALYZE {connection.ops.quote_name(table)}")


def entry_of(language: str, number: int, text: str) -> CatalogueEntry:
    """Return a text as an entry, not stored: its first sentence is the title."""
    title, rest = split(text)
    entry = CatalogueEntry(
        kind=Kind.DOCUMENT,
        subject=f"{SUBJECT}{number}",
        language=language,
        title=title,
        facts={"url": f"#{SUBJECT}{number}"},
    )
    return fill(entry, [(Part.BODY, rest)])


def title_of(text: str) -> str:
    """Return what a text is called as an entry."""
    return split(text)[0]


def split(text: str) -> tuple[str, str]:
    """Return the first sentence of a text, as much as a title takes, and the rest."""
    title, end, rest = text.partition(". ")
    if len(title) < LONGEST_TITLE:
        return f"{title}{end.strip()}", rest
    return cut(text, LONGEST_TITLE)
