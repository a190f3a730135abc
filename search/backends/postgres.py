"""The search in PostgreSQL: what is found by an index, and the first of it ranked."""

from collections.abc import Sequence
from functools import cached_property, reduce
from operator import add
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Count,
    F,
    FloatField,
    Func,
    IntegerField,
    QuerySet,
    Value,
    When,
    Window,
)
from modelsearch.backends.database.postgres import postgres

from .beginning import DatabaseBegunCompiler
from .compiling import AnalysedCompiler, Ranked
from .conditions import (
    POSTGRES,
    any_key_expression,
    first_expression,
    term_expression,
)
from .postgres_index import AnalysedPostgresIndex
from .rebuilding import QuietRebuilder
from .results import AnalysedBackend

# Ranking reads whole texts, 25 microseconds each; behind so many hits nobody looks.
MOST_RANKED = 500

_TITLE = F("title")
_WHOLE = F("body")  # with the words of the title, see `AnalysedPostgresIndex`


class Match(Func):
    """Whether a vector fulfils an expression.

    The planner must not see the expression. It would find that a common word is in most
    entries, and read all of them, not knowing what it costs to unpack their vectors: a
    hundred times what the index costs.
    """

    template = "%(expressions)s::tsquery)"
    arg_joiner = " @@ (SELECT "
    output_field = BooleanField()

    def __init__(self, vector: Any, expression: str) -> None:
        super().__init__(vector, Value(expression))


class Rank(Func):
    """How well a vector fits, more being better; long texts count a little less."""

    template = "ts_rank('{0.3, 0.5, 0.7, 1.0}', %(expressions)s::tsquery, 1)"
    output_field = FloatField()

    def __init__(self, vector: Any, expression: str) -> None:
        super().__init__(vector, Value(expression))


class PostgresCompiler(AnalysedCompiler):
    """A query whose hits are first put in an order that costs little.

    Those with the words in the title come first, then the newest. Only the first 500 in
    this order are ranked; the rest follows in it.
    """

    syntax = POSTGRES

    @property
    def vector(self) -> Any:
        """Where the words are looked for."""
        return _TITLE if self.is_title_only else _WHOLE

    def entries(self, expression: str) -> QuerySet[Any]:
        """Return the entries of the model whose texts fulfil the expression."""
        return self.scope.of_model(self._matches(expression))

    def count(self) -> int:
        """Return how many are found, with the first of them, to be asked for next."""
        if not self.is_ranked:
            return super().count()
        return self._candidates[0].total if self._candidates else 0

    def ranked(self, start: int, stop: int | None) -> list[Ranked]:
        """Return the keys and scores of what is found, from `start`, the best first."""
        wanted = self._by_rank()[start:stop] if start < MOST_RANKED else []
        is_more = self.count() > MOST_RANKED
        if is_more and (stop is None or stop > MOST_RANKED):
            further = self._in_cheap_order().values_list("object_id", "terms")
            wanted += further[max(start, MOST_RANKED) : stop]
        return [
            (self.scope.python_key(object_id), score) for object_id, score in wanted
        ]

    def scores(self, pks: Sequence[Any]) -> dict[Any, float]:
        """Return how well some found objects fit."""
        entries = self.entries(self.condition.expression)
        rows = (
            self.scope.among(entries, list(pks))
            .annotate(terms=self._terms_there(), rank=self._rank)
            .values_list("object_id", "terms", "rank")
        )
        return {
            self.scope.python_key(object_id): terms + _score(rank)
            for object_id, terms, rank in rows
        }

    def _matches(self, expression: str) -> QuerySet[Any]:
        return postgres.IndexEntry.objects.filter(Match(self.vector, expression))

    @cached_property
    def _candidates(self) -> list[Any]:
        entries = self._in_cheap_order().annotate(total=Window(Count("*")))
        columns = ("pk", "object_id", "terms", "total")
        return list(entries.values_list(*columns, named=True)[:MOST_RANKED])

    def _in_cheap_order(self) -> QuerySet[Any]:
        """Return the entries of all that is found, with the number of their terms."""
        expression = self.condition.expression
        some = any_key_expression(self.query, POSTGRES) or expression
        return (
            self.restricted()
            .annotate(
                terms=self._terms_there(),
                in_title=Match(_TITLE, expression),
                some_in_title=Match(_TITLE, some),
            )
            .order_by("-terms", "-in_title", "-some_in_title", "-pk")
        )

    def _by_rank(self) -> list[tuple[str, float]]:
        """Return keys of objects and scores, the best first."""
        rows = self._candidates
        entries = postgres.IndexEntry.objects.filter(pk__in=[row.pk for row in rows])
        ranks = dict(entries.values_list("pk", self._rank))
        scored = [
            (row.terms + _score(ranks.get(row.pk, 0.0)), row.pk, row.object_id)
            for row in rows
        ]
        return [
            (object_id, score) for score, _pk, object_id in sorted(scored, reverse=True)
        ]

    @property
    def _rank(self) -> Rank:
        return Rank(self.vector, self.condition.expression)

    def _terms_there(self) -> Any:
        """Return the expression for how many of the terms an entry has."""
        there = (
            Case(
                When(
                    pk__in=self._matches(term_expression(term, POSTGRES)).values("pk"),
                    then=Value(1),
                ),
                default=Value(0),
            )
            for term in self.counted_terms
        )
        return reduce(add, there, Value(0, output_field=IntegerField()))


class PostgresBegunCompiler(DatabaseBegunCompiler, PostgresCompiler):
    """A query on titles to suggest: first those that begin so, then short ones."""

    vector = F("autocomplete")

    def rated(self, entries: QuerySet[Any]) -> QuerySet[Any]:
        """Return entries with `begins`, whether they begin so, and with `length`."""
        first = first_expression(self.beginning, POSTGRES) if self.beginning else ""
        return entries.annotate(
            begins=Match(self.vector, first),
            length=Func(self.vector, function="length", output_field=IntegerField()),
        )


class PostgresBackend(AnalysedBackend, postgres.PostgresSearchBackend):
    """The search in a PostgreSQL database."""

    query_compiler_class = PostgresCompiler
    autocomplete_query_compiler_class = PostgresBegunCompiler
    index_class = AnalysedPostgresIndex
    rebuilder_class = QuietRebuilder
    atomic_rebuilder_class = QuietRebuilder


def _score(rank: float) -> float:
    """Return more for more rank: between 0 and 1."""
    return rank / (1 + rank)
