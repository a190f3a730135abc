"""What a page costs: queries with nothing cached, and bytes to fetch."""

import gzip
from pathlib import Path

from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.caches import clear_caches

MOST_QUERIES = 25
MOST_BYTES = 60 * 1000
SCRIPT = "search/suggest.js"
STYLE = "participation_base/css/site.css"
FONTS = (
    "participation_base/fonts/brygada-lat-600.woff2",
    "participation_base/fonts/brygada-pl-600.woff2",
)


def count_queries(client, url):
    """Return the queries of a visit with all caches empty.

    A visit before it scales the pictures and learns the content types, which a
    running server does once.
    """
    assert client.get(url).status_code == 200
    clear_caches()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200
    return len(queries)


def weight(html):
    """Return the bytes a reader fetches: text is packed, fonts are as they are."""
    style, script, *fonts = [
        Path(finders.find(name)).read_bytes() for name in (STYLE, SCRIPT, *FONTS)
    ]
    texts = (html, style, script)
    return sum(len(gzip.compress(text)) for text in texts) + sum(map(len, fonts))
