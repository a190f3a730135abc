"""The search on OpenSearch 3: `{"BACKEND": "search.backends.opensearch"}`."""

from django.core.exceptions import ImproperlyConfigured

from .server import ServerBackend, ServerBegunCompiler, ServerCompiler, ServerMapping

# Of an `ImportError` modelsearch says only that there is no such backend.
try:
    from modelsearch.backends import opensearch3
    from opensearchpy import OpenSearchException
except ImportError as error:
    raise ImproperlyConfigured(
        "The search on OpenSearch needs the package opensearch-py 3."
    ) from error

__all__ = ["SearchBackend"]


class OpenSearchMapping(ServerMapping, opensearch3.OpenSearch3Mapping):
    """What a document in OpenSearch is made of."""


class OpenSearchCompiler(ServerCompiler, opensearch3.OpenSearch3SearchQueryCompiler):
    """A query as a request to OpenSearch."""

    mapping_class = OpenSearchMapping


class OpenSearchBegunCompiler(
    ServerBegunCompiler, opensearch3.OpenSearch3AutocompleteQueryCompiler
):
    """A query on titles as a request to OpenSearch."""

    mapping_class = OpenSearchMapping


class OpenSearchBackend(ServerBackend, opensearch3.OpenSearch3SearchBackend):
    """The search on OpenSearch."""

    mapping_class = OpenSearchMapping
    query_compiler_class = OpenSearchCompiler
    autocomplete_query_compiler_class = OpenSearchBegunCompiler
    client_errors = (OpenSearchException,)


SearchBackend = OpenSearchBackend
