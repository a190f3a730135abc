"""How often a second a server answers a page as JSON, beside Wagtail's stock API v2."""

import os
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter

from .api import EXPANDED, STOCK_FIELDS, rates
from .content import grown_city
from .report import aligned, progress
from .serving import served

SETTINGS = "tests.benchmarks.asked.settings"
WORKERS, READERS = 1, 2
TURNS, SECONDS, WARMING = 4, 4, 1


@dataclass
class Side:
    """One address of one server; `answers` were counted in `took` seconds."""

    name: str
    port: int
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    answers: int = 0
    took: float = 0

    def ask(self) -> Mapping[str, str]:
        """Ask once and return the headers of the answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", self.url, headers=dict(self.headers))
            answer = connection.getresponse()
            answer.read()
        finally:
            connection.close()
        if answer.status not in {200, 304}:
            raise RuntimeError(f"{self.url} answers {answer.status}")
        return answer.headers

    def ask_for(self, seconds: float) -> int:
        """Ask again and again for so long; return how often."""
        end, count = perf_counter() + seconds, 0
        while perf_counter() < end:
            self.ask()
            count += 1
        return count

    def take_turn(self) -> None:
        """Let readers ask at once, the first answers not being counted."""
        self.ask_for(WARMING)
        start = perf_counter()
        with ThreadPoolExecutor(READERS) as pool:
            counts = pool.map(self.ask_for, [SECONDS] * READERS)
            self.answers += sum(counts)
        self.took += perf_counter() - start

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.took


def run() -> str:
    """Return how often a second each is answered, and which figures hold."""
    growth = grown_city()
    progress("city grown")
    logs = Path(tempfile.mkdtemp())
    own = {
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DATABASE_URL": os.environ["DATABASE_URL"],
    }
    with (
        served(logs / "anew", WORKERS, BENCHMARK_KEEPS="", **own) as anew,
        served(logs / "kept", WORKERS, BENCHMARK_KEEPS="1", **own) as kept,
    ):
        progress("both serve")
        sides = listed(growth.report.pk, anew, kept)
        for turn in range(TURNS):
            for side in sides if turn % 2 else reversed(sides):
                side.take_turn()
    heading = ("report of a meeting, from a server", "answers a second")
    rows = [(side.name, f"{side.rate:.1f}") for side in sides]
    ends = f"API: gunicorn with {WORKERS} worker, {READERS} readers, in turns"
    stock, anew, expanded, kept, _unchanged = (side.rate for side in sides)
    figures = rates(anew / stock, kept / stock, anew / expanded)
    return "\n".join([ends, aligned(heading, rows), "", *figures])


def listed(report: int, anew: int, kept: int) -> list[Side]:
    """Return what is asked of the servers with these ports."""
    page = f"/api/v3/pages/{report}/"
    unchanged = Side("unchanged", kept, page)
    unchanged.headers = {"If-None-Match": unchanged.ask()["ETag"]}
    return [
        Side("stock v2", anew, f"/api/v2/pages/{report}/?fields={STOCK_FIELDS}"),
        Side("made anew", anew, page),
        Side("with surroundings", anew, f"{page}?{EXPANDED}"),
        Side("kept", kept, page),
        unchanged,
    ]
