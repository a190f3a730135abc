"""The search on a server of its own: what OpenSearch and Elasticsearch share here.

The server holds the same keys as a database would and says which objects have them, in
what order. Which of these the queryset lets through is judged by the database.
"""

import logging
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import Any

from django.db import models
from django.db.models import IntegerField
from modelsearch.backends.elasticsearchbase import (
    ElasticsearchBaseMapping,
    ElasticsearchBaseSearchBackend,
    ElasticsearchBaseSearchQueryCompiler,
)
from modelsearch.index import FilterField, RelatedFields
from modelsearch.query import MatchAll, Not, SearchQuery

from . import bodies
from .bodies import Body
from .compiling import AnalysedCompiler, BegunCompiler, QuerySet, Ranked
from .conditions import Condition
from .documents import document, joined
from .entries import key_field
from .results import AnalysedBackend
from .server_filters import ServerFilters

logger = logging.getLogger(__name__)

# What a server returns at most unless its index is told otherwise.
MOST_FOUND = 10_000
# Servers refuse larger requests, small hosted ones from 10 MB on.
MOST_BYTES_AT_ONCE = 9_000_000

_KEYS = {"type": "text", "analyzer": "keys", "index_options": "freqs"}


class ServerMapping(ElasticsearchBaseMapping):
    """What a document is made of: three texts, what to suggest, and the filters."""

    def get_mapping(self) -> Body:
        """Return how the server is to index the fields."""
        is_number = isinstance(key_field(self.model), IntegerField)
        fields: Body = {
            "pk": {"type": "long" if is_number else "keyword", "store": True},
            "_django_content_type": {"type": "keyword"},
            bodies.TITLE: _KEYS,
            bodies.WEIGHTY: _KEYS,
            bodies.REST: _KEYS,
            bodies.SUGGESTED: _KEYS,
            bodies.FIRST: {"type": "keyword"},
            bodies.LENGTH: {"type": "integer"},
        }
        filters = map(self.get_field_mapping, _filters(self.model.get_search_fields()))
        return {"properties": fields | dict(filters)}

    def get_document(self, obj: Any) -> Body:
        """Return what the server is to hold of an object."""
        made = document(obj)
        weighty = [part for part in made.body if part.boost and part.boost > 1]
        suggested = joined(made.suggested)
        filters = (
            self._get_document_field_data(field, obj)
            for field in _filters(self.model.get_search_fields())
        )
        return {
            "pk": made.object_id,
            "_django_content_type": self.get_all_content_types(),
            bodies.TITLE: joined(made.title),
            bodies.WEIGHTY: joined(weighty),
            bodies.REST: joined(part for part in made.body if part not in weighty),
            bodies.SUGGESTED: suggested,
            bodies.FIRST: [part.keys.split(" ", 1)[0] for part in made.suggested],
            bodies.LENGTH: len(suggested),
        } | {name: value for name, value, _rest in filters}


class ServerCompiler(AnalysedCompiler, ElasticsearchBaseSearchQueryCompiler):
    """A query on a queryset, as a request to a server."""

    def __init__(self, *args: Any, backend: Any, **kwargs: Any) -> None:
        self.backend = backend
        super().__init__(*args, **kwargs)

    @cached_property
    def wanted(self) -> SearchQuery:
        """What is looked for on the server, be it in order to leave it out."""
        wanted = self.query
        while isinstance(wanted, Not):
            wanted = wanted.subquery
        return wanted

    @cached_property
    def condition(self) -> Condition:
        """What the texts that are found fulfil, or do not."""
        query, is_negated = self.query, False
        while isinstance(query, Not):
            query, is_negated = query.subquery, not is_negated
        if isinstance(query, MatchAll):
            return Condition(is_negated=not is_negated)
        return Condition(repr(query), is_negated)

    @cached_property
    def filters(self) -> ServerFilters:
        """The filters of the queryset, as far as the server can judge."""
        return ServerFilters(self)

    def matching(self) -> QuerySet:
        """Return what of the queryset is found, in its own order.

        Of more than 10,000 the server names those that fit best.
        """
        if not self.condition.expression:
            return super().matching()
        found = [pk for pk, _score in self._ask(self.backend.most_found)]
        if self.condition.is_negated:
            return self.queryset.exclude(pk__in=found)
        return self.queryset.filter(pk__in=found)

    def count(self) -> int:
        """Return how many are found, at most as many as the server names."""
        expression, is_negated = self.condition.expression, self.condition.is_negated
        if is_negated or not expression or not self.filters.are_all:
            return self.matching().count()
        answer = self.backend.es.count(
            index=self._index, body={"query": self.get_query()}
        )
        return min(int(answer["count"]), self.backend.most_found)

    def ranked(self, start: int, stop: int | None) -> list[Ranked]:
        """Return the keys and scores of what is found, from `start`, the best first."""
        most: int = self.backend.most_found
        if stop is not None and self.filters.are_all:
            most = min(stop, most)
        found = self._ask(most)
        there = self.queryset.filter(pk__in=[pk for pk, _score in found]).order_by()
        allowed = set(there.values_list("pk", flat=True))
        return [one for one in found if one[0] in allowed][start:stop]

    def scores(self, pks: Sequence[Any]) -> dict[Any, float]:
        """Return how well some found objects fit."""
        these = {"terms": {"pk": [str(pk) for pk in pks]}}
        return dict(self._ask(len(pks), these))

    def get_inner_query(self) -> Body:
        """Return what the words ask for, without the filters."""
        fields = [bodies.TITLE] if self.is_title_only else bodies.ALL_FIELDS
        return bodies.body(self.wanted, fields)

    def get_filters(self) -> list[Body]:
        """Return the filters, among them that for the model."""
        return [self.get_content_type_filter(), *self.filters.bodies]

    def get_sort(self) -> list[Body]:
        """Return the order: the best first, then the newest."""
        return [{"_score": {"order": "desc"}}, {"pk": {"order": "desc"}}]

    @property
    def _index(self) -> str:
        name: str = self.backend.get_index_for_model(self.queryset.model).name
        return name

    def _ask(self, most: int, *filters: Body) -> list[Ranked]:
        """Return the keys and scores of the first hits; none are asked for none."""
        if not most:
            return []
        filters = (*self.get_filters(), *filters)
        answer = self.backend.es.search(
            index=self._index,
            body={
                "query": {
                    "bool": {"must": self.get_inner_query(), "filter": list(filters)}
                },
                "sort": self.get_sort(),
                "size": most,
                "track_total_hits": False,
                "_source": False,
                "stored_fields": ["pk"],
            },
        )
        return [
            (self.scope.python_key(hit["fields"]["pk"][0]), hit["_score"] or 0.0)
            for hit in answer["hits"]["hits"]
        ]


class ServerBegunCompiler(BegunCompiler, ServerCompiler):
    """A query on titles to suggest: first those that begin so, then short ones."""

    def get_inner_query(self) -> Body:
        """Return what the words ask for, without the filters."""
        return bodies.suggested_body(self.wanted, self.beginning)

    def get_sort(self) -> list[Body]:
        """Return the order: what begins so, then the shortest, then the newest."""
        best, newest = super().get_sort()
        return [best, {bodies.LENGTH: {"order": "asc"}}, newest]


class ServerBackend(AnalysedBackend, ElasticsearchBaseSearchBackend):
    """The search on a server of its own."""

    # What a client raises where the server is away or refuses.
    client_errors: tuple[type[Exception], ...]
    settings: Body = {
        "settings": {
            "analysis": {
                "analyzer": {
                    "keys": {
                        "type": "custom",
                        "tokenizer": "whitespace",
                        "filter": ["lowercase"],
                    }
                }
            },
            "index": {"max_result_window": MOST_FOUND},
        }
    }

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        # What compiles a query also asks the server.
        for name in ("query_compiler_class", "autocomplete_query_compiler_class"):
            setattr(self, name, partial(getattr(self, name), backend=self))

    @property
    def most_found(self) -> int:
        """How many hits the server names at most."""
        return int(self.settings["settings"]["index"]["max_result_window"])

    def add_bulk(self, model: type[models.Model], obj_list: Sequence[Any]) -> None:
        """Index objects; log if that fails, as modelsearch does for a single one.

        What is published must not depend on the server. A rebuild indexes past this,
        and ends where it fails.
        """
        try:
            super().add_bulk(model, obj_list)
        except self.client_errors:
            logger.exception(
                "%d objects of %s were not indexed", len(obj_list), model._meta.label
            )

    def bulk(self, *args: Any, **kwargs: Any) -> Any:
        """Send documents in requests that servers take."""
        return super().bulk(*args, max_chunk_bytes=MOST_BYTES_AT_ONCE, **kwargs)


def _filters(fields: Sequence[Any]) -> Iterator[Any]:
    """Yield what objects are filtered by, without what is searched."""
    for field in fields:
        if isinstance(field, FilterField):
            yield field
        elif isinstance(field, RelatedFields):
            inner = list(_filters(field.fields))
            if inner:
                yield RelatedFields(field.field_name, inner)
