"""The search in SQLite: FTS5, one pass for what is found and its order."""

import time
from collections.abc import Sequence
from functools import cached_property, lru_cache, reduce
from operator import add
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import (
    BooleanField,
    Case,
    F,
    FloatField,
    Func,
    QuerySet,
    Value,
    When,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Length
from modelsearch.backends.database.sqlite import sqlite

from .beginning import DatabaseBegunCompiler
from .compiling import AnalysedCompiler, Ranked
from .conditions import SQLITE, term_expression
from .entries import Unindexed, object_key
from .rebuilding import QuietRebuilder
from .results import AnalysedBackend
from .sqlite_index import AnalysedSQLiteIndex

# An entry is a long row. So many of them are read one by one; for more it is cheaper to
# see in an index, which holds no texts, which entries may be found at all.
MOST_READ = 1_000
# So many seconds it is not asked again whether there are as many.
TRUSTED_FOR = 300
# The hits that are kept when they are counted, for the first pages.
MOST_KEPT = 200

_TABLE = sqlite.SQLiteFTSIndexEntry._meta.db_table
# The bare `SELECT` is one of Django's, with the entry, its terms and its distance.
_BEST = """
    WITH hits (entry, terms, distance) AS MATERIALIZED ({hits})
    SELECT object_id, terms, distance, total
    FROM (
        SELECT *, (SELECT COUNT(*) FROM hits) AS total FROM hits
        ORDER BY terms DESC, distance, entry DESC LIMIT %s OFFSET %s
    )
    JOIN {entries} ON id = entry
    ORDER BY terms DESC, distance, entry DESC
"""


class Match(RawSQL):
    """Whether some columns of an entry fulfil an expression.

    Django puts it into a WHERE as it is; other expressions it would compare with 1,
    which SQLite does not take.
    """

    def __init__(self, columns: str, expression: str) -> None:
        # The table has a hidden column of its own name, whatever a statement calls it.
        sql, words = f"{_TABLE} MATCH %s", f"{{{columns}}} : ({expression})"
        super().__init__(sql, [words], output_field=BooleanField())


class BM25(Func):
    """How well an entry fits, less being better; a title counts for three bodies."""

    template = f"bm25({_TABLE}, 0.0, 1.0, 3.0)"  # autocomplete, body, title
    output_field = FloatField()


class SQLiteCompiler(AnalysedCompiler):
    """A query as one MATCH, which gives what is found, its number and its order."""

    syntax = SQLITE
    entry = "index_entry__"

    @property
    def columns(self) -> str:
        """Where the words are looked for."""
        return "title" if self.is_title_only else "title body"

    def entries(self, expression: str) -> QuerySet[Any]:
        """Return the entries of the model whose texts fulfil the expression."""
        return self.scope.of_model(self._matches(expression))

    def restricted(self) -> QuerySet[Any]:
        """Return the entries of what is found."""
        if not self._are_many:
            return super().restricted()
        allowed = self.scope.allowed(sqlite.IndexEntry.objects.all()).values("pk")
        matches = self._matches(self.condition.expression)
        return matches.alias(entry=Unindexed(F("pk"))).filter(entry__in=allowed)

    def keys(self) -> QuerySet[Any]:
        """Return the primary keys of what is found in the model, for a subquery."""
        if not self._are_many:
            return super().keys()
        matches = self._matches(self.condition.expression).values("pk")
        entries = self.scope.of_kinds(sqlite.IndexEntry.objects.all())
        found = entries.alias(entry=Unindexed(F("pk"))).filter(entry__in=matches)
        return found.values_list(object_key(self.scope.model))

    def count(self) -> int:
        """Return how many are found; the first are kept, to be asked for next."""
        return self._best[1] if self.is_ranked else super().count()

    def ranked(self, start: int, stop: int | None) -> list[Ranked]:
        """Return the keys and scores of what is found, from `start`, the best first."""
        if stop is not None and stop <= MOST_KEPT:
            rows = self._best[0][start:stop]
        else:
            rows = self._read_best(-1 if stop is None else max(stop - start, 0), start)
        return [
            (self.scope.python_key(object_id), terms + _score(distance))
            for object_id, terms, distance, _total in rows
        ]

    def scores(self, pks: Sequence[Any]) -> dict[Any, float]:
        """Return how well some found objects fit."""
        entries = self._rated(self.entries(self.condition.expression))
        rows = self.scope.among(entries, list(pks)).values_list(
            "index_entry__object_id", "terms", "distance"
        )
        return {
            self.scope.python_key(object_id): terms + _score(distance)
            for object_id, terms, distance in rows
        }

    @property
    def _are_many(self) -> bool:
        period = int(time.monotonic() / TRUSTED_FOR)
        return _are_many(self.columns, self.condition.expression, MOST_READ, period)

    @cached_property
    def _best(self) -> tuple[list[Any], int]:
        """The first rows, and the number of all."""
        rows = self._read_best(MOST_KEPT, 0)
        return rows, rows[0][-1] if rows else 0

    def _read_best(self, limit: int, offset: int) -> list[Any]:
        """Return key of the object, terms, distance and number of all for some rows."""
        hits = self._rated(self.restricted()).values_list("pk", "terms", "distance")
        connection = connections[hits.db]
        try:
            sql, params = hits.query.get_compiler(connection=connection).as_sql()
        except EmptyResultSet:  # a queryset of nothing
            return []
        entries = connection.ops.quote_name(sqlite.IndexEntry._meta.db_table)
        with connection.cursor() as cursor:
            statement = _BEST.format(hits=sql, entries=entries)
            cursor.execute(statement, (*params, limit, offset))
            return list(cursor.fetchall())

    def _matches(self, expression: str) -> QuerySet[Any]:
        return _matches(self.columns, expression)

    def _rated(self, entries: QuerySet[Any]) -> QuerySet[Any]:
        """Return entries with the number of terms they have, and their distance."""
        there = (
            Case(
                When(
                    pk__in=self._matches(term_expression(term, SQLITE)).values("pk"),
                    then=Value(1),
                ),
                default=Value(0),
            )
            for term in self.counted_terms
        )
        return entries.annotate(terms=reduce(add, there, Value(0)), distance=BM25())


class SQLiteBegunCompiler(DatabaseBegunCompiler, SQLiteCompiler):
    """A query on titles to suggest: first those that begin so, then short ones."""

    columns = "autocomplete"

    def rated(self, entries: QuerySet[Any]) -> QuerySet[Any]:
        """Return entries with `begins`, whether they begin so, and with `length`."""
        begins = When(
            index_entry__autocomplete__startswith=self.beginning, then=Value(1)
        )
        return entries.annotate(
            begins=Case(begins, default=Value(0)),
            length=Length("index_entry__autocomplete"),
        )


class SQLiteBackend(AnalysedBackend, sqlite.SQLiteSearchBackend):
    """The search in an SQLite database."""

    query_compiler_class = SQLiteCompiler
    autocomplete_query_compiler_class = SQLiteBegunCompiler
    index_class = AnalysedSQLiteIndex
    rebuilder_class = QuietRebuilder
    atomic_rebuilder_class = QuietRebuilder


def _matches(columns: str, expression: str) -> QuerySet[Any]:
    found = Match(columns, expression)
    entries: QuerySet[Any] = sqlite.SQLiteFTSIndexEntry.objects.filter(found)
    return entries


@lru_cache(500)
def _are_many(columns: str, expression: str, number: int, period: int) -> bool:
    """Whether more entries than a number fulfil an expression, in a period of time.

    It only decides how they are read, so it may be wrong for some minutes.
    """
    some = _matches(columns, expression).order_by()[: number + 1]
    return some.count() > number


def _score(distance: float) -> float:
    """Return more for less distance, which is negative: between 0 and 1."""
    return -distance / (1 - distance)
