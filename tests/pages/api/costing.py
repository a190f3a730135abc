"""What answers of the API cost."""

from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from .asking import ask


def cost(client, path, **query):
    """Return how many queries an answer takes when nothing is kept in the cache.

    A question before it learns the content types, which a server does once.
    """
    ask(client, path, **query)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        ask(client, path, **query)
    return len(queries)
