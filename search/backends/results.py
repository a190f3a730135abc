"""Results as callers know them: sliced, counted, faceted, with scores."""

from typing import Any

from django.db.models import Count, QuerySet
from modelsearch.backends.base import BaseSearchResults, FilterFieldError

from .compiling import AnalysedCompiler


class AnalysedResults(BaseSearchResults):
    """Results that are read, counted and put in order without one another."""

    supports_facet = True
    query_compiler: AnalysedCompiler

    def get_queryset(self) -> QuerySet[Any]:
        """Return the results as a queryset; the first 500 of them in their order."""
        return self.query_compiler.as_queryset(self.start, self.stop, self._score_field)

    def _do_search(self) -> list[Any]:
        return self.query_compiler.objects(self.start, self.stop, self._score_field)

    def _do_count(self) -> int:
        total = self.query_compiler.count()
        stop = total if self.stop is None else min(self.stop, total)
        return max(stop - self.start, 0)

    def facet(self, field_name: str) -> dict[Any, int]:
        """Return the values of a field among all results, the most common first."""
        compiler = self.query_compiler
        if compiler._get_filterable_field(field_name) is None:
            model = compiler.queryset.model.__name__
            raise FilterFieldError(
                f'Cannot facet search results with field "{field_name}". Please add '
                f"index.FilterField('{field_name}') to {model}.search_fields.",
                field_name=field_name,
            )
        counted = (
            compiler.matching()
            .order_by()
            .values(field_name)
            .annotate(count=Count("pk", distinct=True))
            .order_by("-count", field_name)
        )
        return {row[field_name]: row["count"] for row in counted}


class AnalysedBackend:
    """What a search backend with analysed words adds to those of modelsearch."""

    results_class = AnalysedResults
    query_compiler_class: type[AnalysedCompiler]

    def matching(self, query: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return what of a queryset a query finds: not ranked, for counts by group.

        Other than in `search`, the queryset may be filtered by any field.
        """
        return self.query_compiler_class(queryset, query).matching()

    def ranked_ids(
        self, query: Any, queryset: QuerySet[Any], limit: int | None = None
    ) -> list[tuple[Any, float]]:
        """Return primary keys and scores, the best first; more is better.

        Other than in `search`, the queryset may be filtered by any field.
        """
        return self.query_compiler_class(queryset, query).ranked_ids(0, limit)
