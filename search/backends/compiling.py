"""What both databases share: which objects of a queryset are found, in what order."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Case, FloatField, IntegerField, Value, When
from modelsearch.backends.base import BaseSearchQueryCompiler
from modelsearch.query import SearchQuery

from .batches import batches
from .conditions import Condition, Syntax, condition
from .entries import EntryScope
from .queries import AnalysedQuery, PrefixQuery, Term, analysed, begun

QuerySet = models.QuerySet[Any]
# The key of a found object and how well it fits: more is better.
Ranked = tuple[Any, float]

OBJECTS_AT_ONCE = 500
# Beyond so many hits a queryset, unlike a list of results, is in no certain order.
MOST_PLACES = 500


class AnalysedCompiler(BaseSearchQueryCompiler):
    """A query on a queryset, as statements to one of the databases.

    The index says which objects are found and in what order, for the entries that the
    filters of the queryset let through; only those of the page asked for are read.
    """

    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True
    query: SearchQuery
    syntax: Syntax
    # The path from what is searched to the entry of the index.
    entry = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.query = self.convert(self.query)
        self.scope = EntryScope(self.queryset, self.entry)

    def convert(self, query: SearchQuery) -> SearchQuery:
        """Return the query with analysed words."""
        return analysed(query)

    @cached_property
    def condition(self) -> Condition:
        """What the texts that are found fulfil, or do not."""
        return condition(self.query, self.syntax)

    @property
    def is_title_only(self) -> bool:
        """Whether the caller wants only titles searched; no other field is apart."""
        return bool(self.fields) and list(self.fields) == ["title"]

    @abstractmethod
    def entries(self, expression: str) -> QuerySet:
        """Return the entries of the model whose texts fulfil the expression."""

    @abstractmethod
    def ranked(self, start: int, stop: int | None) -> list[Ranked]:
        """Return the keys and scores of what is found, from `start`, the best first."""

    @abstractmethod
    def scores(self, pks: Sequence[Any]) -> dict[Any, float]:
        """Return how well some found objects fit."""

    @property
    def counted_terms(self) -> tuple[Term, ...]:
        """The terms of which the more are there the better, if not all have to be."""
        is_any = isinstance(self.query, AnalysedQuery) and self.query.any_term
        return self.query.terms if is_any and len(self.query.terms) > 1 else ()

    @property
    def is_ranked(self) -> bool:
        """Whether one thing found can be better than another, and shall come first."""
        expression, is_negated = self.condition.expression, self.condition.is_negated
        return bool(self.order_by_relevance and expression and not is_negated)

    def matching(self) -> QuerySet:
        """Return what of the queryset is found, in its own order."""
        expression, is_negated = self.condition.expression, self.condition.is_negated
        if not expression:
            return self.queryset.all() if is_negated else self.queryset.none()
        if is_negated:
            return self.queryset.exclude(pk__in=self.keys())
        return self.queryset.filter(pk__in=self.keys())

    def keys(self) -> QuerySet:
        """Return the primary keys of what is found in the model, for a subquery."""
        return self.scope.keys(self.entries(self.condition.expression))

    def restricted(self) -> QuerySet:
        """Return the entries of what is found in the queryset."""
        return self.scope.restricted(self.entries(self.condition.expression))

    def count(self) -> int:
        """Return how many are found, without reading or ranking them."""
        expression, is_negated = self.condition.expression, self.condition.is_negated
        if is_negated or not expression:
            return self.matching().count()
        return self.restricted().count()

    def ranked_ids(self, start: int = 0, stop: int | None = None) -> list[Ranked]:
        """Return keys and scores in the order of the results."""
        if self.is_ranked:
            unique: dict[Any, float] = {}
            for pk, score in self.ranked(start, stop):
                unique.setdefault(pk, score)
            return list(unique.items())
        pks = self.ordered().values_list("pk", flat=True)[start:stop]
        return [(pk, 0.0) for pk in pks]

    def ordered(self) -> QuerySet:
        """Return what is found as the queryset orders it, else the newest first."""
        found = self.matching()
        return found if found.ordered else found.order_by("-pk")

    def objects(
        self, start: int, stop: int | None, score_field: str | None
    ) -> list[Any]:
        """Return the objects found, as the queryset would fetch them."""
        if self.queryset._fields is not None:  # `values()`: they may have no key
            return list(self.as_queryset(start, stop, score_field))
        if not self.is_ranked:
            return self._scored(list(self.ordered()[start:stop]), score_field)
        ranked = self.ranked_ids(start, stop)
        found: dict[Any, Any] = {}
        for some in batches(ranked, OBJECTS_AT_ONCE):
            queryset = self.queryset.filter(pk__in=[pk for pk, _score in some])
            found |= {obj.pk: obj for obj in queryset.order_by()}
        if score_field is not None:
            for pk, score in ranked:
                if pk in found:
                    setattr(found[pk], score_field, score)
        return [found[pk] for pk, _score in ranked if pk in found]

    def as_queryset(
        self, start: int, stop: int | None, score_field: str | None
    ) -> QuerySet:
        """Return what is found as a queryset that can be narrowed further."""
        if not self.is_ranked:
            return self.ordered()[start:stop]
        first = self.ranked_ids(0, MOST_PLACES if stop is None else stop)
        first = first[:MOST_PLACES]
        queryset = self.matching()
        if score_field is not None:
            scores = _by_key(first, 0.0, FloatField())
            queryset = queryset.annotate(**{score_field: scores})
        places = [(pk, place) for place, (pk, _score) in enumerate(first)]
        order: list[Any] = ["-pk"]
        if places:  # a constant would be the number of a column
            order.insert(0, _by_key(places, len(places), IntegerField()))
        return queryset.order_by(*order)[start:stop]

    def _scored(self, found: list[Any], score_field: str | None) -> list[Any]:
        if score_field is not None:
            scores: dict[Any, float] = {}
            if self.condition.expression and not self.condition.is_negated:
                for some in batches(found, OBJECTS_AT_ONCE):
                    scores |= self.scores([obj.pk for obj in some])
            for obj in found:
                setattr(obj, score_field, scores.get(obj.pk, 0.0))
        return found


class BegunCompiler(AnalysedCompiler):
    """A query with a word that is perhaps only begun, on titles to suggest."""

    def convert(self, query: SearchQuery) -> SearchQuery:
        """Return the query as one for what is still being typed."""
        return begun(query)

    @property
    def beginning(self) -> str:
        """What a title begins with that is suggested first; empty if nothing is."""
        if not isinstance(self.query, PrefixQuery):
            return ""
        beginnings, keys = self.query.groups[0]
        return (*beginnings, *keys)[0]


def _by_key(pairs: Iterable[tuple[Any, Any]], otherwise: Any, kind: Any) -> Any:
    cases = [When(pk=pk, then=Value(value)) for pk, value in pairs]
    return Case(*cases, default=Value(otherwise), output_field=kind)
