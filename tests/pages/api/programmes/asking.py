"""Questions to the API, and what an answer costs."""

from urllib.parse import urlencode

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.pages.api import asking

ROOT = "/programmes/"


def ask(client, path="", code=200, language="pl", **question):
    """Return the answer to a question about programmes, or at an address of the API."""
    _start, is_address, below = path.partition(asking.API)
    place = below if is_address else f"{ROOT}{path}"
    if question:
        place = f"{place}?{urlencode(question)}"
    headers = {"accept-language": language}
    return asking.ask(client, place, status=code, headers=headers)


def cost(client, path, **question):
    """Return how many queries an answer takes; in tests none is kept.

    A question before it learns what a server learns once: content types, sites.
    """
    ask(client, path, **question)
    with CaptureQueriesContext(connection) as queries:
        ask(client, path, **question)
    return len(queries)
