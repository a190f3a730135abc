"""The search on Elasticsearch 9: `{"BACKEND": "search.backends.elasticsearch"}`."""

from django.core.exceptions import ImproperlyConfigured

from .server import ServerBackend, ServerBegunCompiler, ServerCompiler, ServerMapping

# Of an `ImportError` modelsearch says only that there is no such backend.
try:
    from elasticsearch import ApiError, TransportError
    from elasticsearch.helpers import BulkIndexError
    from modelsearch.backends import elasticsearch9
except ImportError as error:
    raise ImproperlyConfigured(
        "The search on Elasticsearch needs the package elasticsearch 9."
    ) from error

__all__ = ["SearchBackend"]


class ElasticsearchMapping(ServerMapping, elasticsearch9.Elasticsearch9Mapping):
    """What a document in Elasticsearch is made of."""


class ElasticsearchCompiler(
    ServerCompiler, elasticsearch9.Elasticsearch9SearchQueryCompiler
):
    """A query as a request to Elasticsearch."""

    mapping_class = ElasticsearchMapping


class ElasticsearchBegunCompiler(
    ServerBegunCompiler, elasticsearch9.Elasticsearch9AutocompleteQueryCompiler
):
    """A query on titles as a request to Elasticsearch."""

    mapping_class = ElasticsearchMapping


class ElasticsearchBackend(ServerBackend, elasticsearch9.Elasticsearch9SearchBackend):
    """The search on Elasticsearch."""

    mapping_class = ElasticsearchMapping
    query_compiler_class = ElasticsearchCompiler
    autocomplete_query_compiler_class = ElasticsearchBegunCompiler
    client_errors = (ApiError, TransportError, BulkIndexError)


SearchBackend = ElasticsearchBackend
