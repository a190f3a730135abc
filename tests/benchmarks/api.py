"""What a page costs as JSON, beside Wagtail's stock API v2 with the same content."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter

from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from .content import grown_city
from .report import aligned, judged, progress

SECONDS = 30
LEAST_ROUNDS = 20
LEAST_OF_STOCK, LEAST_KEPT, MOST_EXPANDED = 2.2, 10, 1.6
MOST_QUERIES, MOST_LIST_QUERIES, MOST_UNCHANGED_QUERIES = 12, 15, 3
STOCK_FIELDS = "*,findings(*,-clause)"
EXPANDED = "expand=breadcrumbs&expand=navigation&expand=translations"


@dataclass
class Asked:
    """One address, asked again and again."""

    name: str
    url: str
    is_kept: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)
    client: Client = field(default_factory=Client)

    def ask(self):
        """Ask once and return the answer; answers are kept only where it says so."""
        own = {"cache": "default"} if self.is_kept else {}
        with override_settings(PARTICIPATION_API={**settings.PARTICIPATION_API, **own}):
            start = perf_counter()
            answer = self.client.get(self.url, headers=dict(self.headers))
            self.times.append((perf_counter() - start) * 1000)
        if answer.status_code not in {200, 304}:
            raise RuntimeError(f"{self.url} answers {answer.status_code}")
        return answer

    def count_queries(self) -> int:
        """Return the queries of one more answer."""
        with CaptureQueriesContext(connection) as queries:
            self.ask()
        return len(queries)

    @property
    def median(self) -> float:
        """The median of the answers in milliseconds."""
        return median(self.times)


def run() -> str:
    """Return the figures, and which of the project's hold."""
    growth = grown_city()
    progress("city grown")
    settings.ROOT_URLCONF = "tests.benchmarks.api_urls"
    page = f"/api/v3/pages/{growth.report.pk}/"
    kept = Asked("kept", page, is_kept=True)
    sides = [
        # It cannot tell a row whose key is not called `id`, such as a clause.
        Asked("stock v2", f"/api/v2/pages/{growth.report.pk}/?fields={STOCK_FIELDS}"),
        Asked("made anew", page),
        Asked("with surroundings", f"{page}?{EXPANDED}"),
        kept,
        Asked("unchanged", page, is_kept=True, headers={"If-None-Match": _mark(kept)}),
        Asked(
            "20 meetings, all fields",
            "/api/v3/pages/?type=meetings.MeetingPage&fields=*&limit=20",
        ),
    ]
    queries = [side.count_queries() for side in sides]
    sizes = [len(side.ask().content) for side in sides]
    rounds = _take_turns(sides)
    heading = ("report of a meeting", "queries", "bytes", "median ms", "a second")
    rows = [
        (side.name, f"{count}", f"{size}", f"{side.median:.1f}", _rate(side))
        for side, count, size in zip(sides, queries, sizes, strict=True)
    ]
    return "\n".join(
        [
            f"API: in process, {rounds} answers each, in turns",
            aligned(heading, rows),
            "",
            *_verdict(sides, queries),
        ]
    )


def _mark(kept: Asked) -> str:
    return kept.ask()["ETag"]


def _rate(side: Asked) -> str:
    return f"{1000 / side.median:.0f}"


def _take_turns(sides: list[Asked]) -> int:
    for side in sides:
        side.times.clear()
    start, rounds = perf_counter(), 0
    while rounds < LEAST_ROUNDS or perf_counter() - start < SECONDS:
        for side in sides if rounds % 2 else reversed(sides):
            side.ask()
        rounds += 1
    return rounds


def _verdict(sides: list[Asked], queries: list[int]) -> list[str]:
    """Return a line for each of the project's figures."""
    stock, anew, expanded, kept, *_rest = (side.median for side in sides)
    return [
        *rates(stock / anew, stock / kept, expanded / anew),
        judged("queries of a page", queries[1], most=MOST_QUERIES),
        judged("queries of what is unchanged", queries[4], most=MOST_UNCHANGED_QUERIES),
        judged("queries of 20 with fields", queries[5], most=MOST_LIST_QUERIES),
    ]


def rates(anew: float, kept: float, expanded: float) -> list[str]:
    """Return a line for each of the project's figures about how often is answered."""
    return [
        judged("as often as stock v2", anew, least=LEAST_OF_STOCK),
        judged("kept, as often as stock v2", kept, least=LEAST_KEPT),
        judged("with surroundings, of the page alone", expanded, most=MOST_EXPANDED),
    ]
