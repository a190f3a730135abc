"""Visits pages in process and measures what they cost, with nothing cached."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from pages import base

STATIC = Path(base.__path__[0]) / "static" / "participation_base"
FONTS = ("brygada-lat-600.woff2", "brygada-pl-600.woff2")
UNSEEN = ("script", "style", "head", "svg")


def gzipped(content: bytes) -> int:
    """Return the size in bytes, compressed as web servers do by default."""
    return len(gzip.compress(content, compresslevel=6, mtime=0))


def page_weight(html: bytes) -> int:
    """Return the bytes of a first visit: page, style sheet and Polish letters."""
    css = (STATIC / "css" / "site.css").read_bytes()
    fonts = sum((STATIC / "fonts" / name).stat().st_size for name in FONTS)
    return gzipped(html) + gzipped(css) + fonts


class Visitor:
    """Visits one address through the middleware and the URL patterns.

    `root` is the page that the site shows for the visit: ours or the plain one.
    """

    def __init__(self, url: str, root: Page) -> None:
        self.url = url
        self.root = root
        self.client = Client()
        self.times: list[float] = []
        self.html = self._visit()  # scales the pictures, compiles the templates
        self.queries = self._count_queries()

    def _prepare(self) -> None:
        # Only what a running server keeps of itself, content types and compiled
        # templates, stays between visits.
        Site.objects.update(root_page=self.root)
        for alias in settings.CACHES:
            caches[alias].clear()

    def _visit(self) -> bytes:
        self._prepare()
        response = self.client.get(self.url)
        if response.status_code != 200:
            raise RuntimeError(f"{self.url} answers {response.status_code}")
        return response.content

    def _count_queries(self) -> int:
        self._prepare()
        with CaptureQueriesContext(connection) as queries:
            self.client.get(self.url)
        return len(queries)

    def time(self) -> None:
        """Visit once more and note the milliseconds it took."""
        self._prepare()
        start = perf_counter()
        self.client.get(self.url)
        self.times.append((perf_counter() - start) * 1000)

    @property
    def median(self) -> float:
        """The median of the visits in milliseconds."""
        return median(self.times)

    @property
    def p95(self) -> float:
        """The 95th percentile of the visits in milliseconds."""
        return quantiles(self.times, n=20)[-1]


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hidden = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in UNSEEN

    def handle_endtag(self, tag):
        self.hidden -= tag in UNSEEN

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def sentences(html: bytes) -> set[str]:
    """Return what a reader sees, cut at sentence ends; no single words."""
    parser = _Text()
    parser.feed(html.decode())
    texts = (" ".join(part.split()) for part in parser.parts)
    found = (piece for text in texts for piece in re.split(r"(?<=[.!?]) ", text))
    return {piece for piece in found if " " in piece}
