"""Counts the queries a page costs with nothing cached."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.caches import clear_caches

MOST_QUERIES = 25


def count_queries(client, url):
    """Return the queries of a visit; pictures are scaled by a visit before it."""
    assert client.get(url).status_code == 200
    clear_caches()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200
    return len(queries)
