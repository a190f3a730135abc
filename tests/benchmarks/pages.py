"""What each public page costs, beside a plain Wagtail page with the same content."""

import gc
from collections.abc import Callable, Iterable, Sequence
from time import perf_counter

import django
import wagtail

from .comparison import Comparison, make_comparisons
from .measure import gzipped, page_weight
from .report import aligned, progress

SECONDS = 20
LEAST_ROUNDS = 10

MOST_QUERIES = 25
MOST_BYTES = 60_000
MOST_OF_PLAIN = 0.5


def run() -> str:
    """Return the figures of all page types, and which of the project's hold."""
    comparisons = make_comparisons()
    rounds = take_turns(comparisons)
    return "\n".join(
        [
            f"Public pages: Django {django.__version__}, Wagtail {wagtail.__version__},"
            " SQLite, caches emptied before each visit;",
            "in process, by Django's test client through all middleware and URL "
            f"patterns; {rounds} visits, ours and plain in turns.",
            f"\nWith 50 of everything\n{costs(comparisons)}",
            f"\nBytes, gzip\n{sizes(comparisons)}",
            f"\n{verdict(comparisons)}",
        ]
    )


def take_turns(comparisons: Sequence[Comparison]) -> int:
    """Time both sides of all page types in turns; return how many times each."""
    gc.collect()
    gc.freeze()
    start, rounds = perf_counter(), 0
    while rounds < LEAST_ROUNDS or perf_counter() - start < SECONDS:
        for comparison in comparisons:
            sides = (comparison.ours, comparison.plain)
            for side in sides if rounds % 2 else reversed(sides):
                side.time()
        for side in comparisons[0].empty:
            side.time()
        rounds += 1
    progress(f"{rounds} visits to each page")
    return rounds


def costs(comparisons: Iterable[Comparison]) -> str:
    """Return queries and milliseconds, ours and plain."""
    heading = (
        "page type",
        *("queries", "plain", "ratio"),
        *("median ms", "plain", "ratio", "content"),
        *("p95 ms", "plain"),
        "same sentences",
    )
    rows = [
        (
            c.name,
            *(f"{c.ours.queries}", f"{c.plain.queries}", f"{c.of_queries:.2f}"),
            *(f"{c.ours.median:.1f}", f"{c.plain.median:.1f}", f"{c.of_time:.2f}"),
            f"{c.of_content_time:.2f}",
            *(f"{c.ours.p95:.1f}", f"{c.plain.p95:.1f}"),
            "{} of {}, plain {}".format(*c.sentences),
        )
        for c in comparisons
    ]
    return aligned(heading, rows)


def sizes(comparisons: Iterable[Comparison]) -> str:
    """Return the bytes of the HTML, alone and with style sheet and letters."""
    heading = (
        "page type",
        *("demo queries", "HTML", "page"),
        *("grown: HTML", "page"),
        *("plain: HTML", "page"),
    )
    rows = [
        (
            c.name,
            f"{c.demo.queries}",
            *(
                f"{size(side.html)}"
                for side in (c.demo, c.ours, c.plain)
                for size in (gzipped, page_weight)
            ),
        )
        for c in comparisons
    ]
    return aligned(heading, rows)


def verdict(comparisons: Sequence[Comparison]) -> str:
    """Return a line for each of the project's figures: does it hold, and where not."""
    figures: dict[str, Callable[[Comparison], bool]] = {
        f"at most {MOST_QUERIES} queries, demo": lambda c: (
            c.demo.queries <= MOST_QUERIES
        ),
        f"at most {MOST_QUERIES} queries, grown": lambda c: (
            c.ours.queries <= MOST_QUERIES
        ),
        f"at most {MOST_BYTES} bytes a page, demo": lambda c: (
            page_weight(c.demo.html) <= MOST_BYTES
        ),
        f"at most {MOST_BYTES} bytes a page, grown": lambda c: (
            page_weight(c.ours.html) <= MOST_BYTES
        ),
        "at most half the plain page's queries": lambda c: (
            c.of_queries <= MOST_OF_PLAIN
        ),
        "at most half the plain page's time for the content": lambda c: (
            c.of_content_time <= MOST_OF_PLAIN
        ),
        "at most half the plain page's time": lambda c: c.of_time <= MOST_OF_PLAIN,
        "never more than the plain page's time, within a tenth": lambda c: (
            c.of_time <= 1.1
        ),
    }
    return "\n".join(held(name, holds, comparisons) for name, holds in figures.items())


def held(
    figure: str, holds: Callable[[Comparison], bool], comparisons: Sequence[Comparison]
) -> str:
    """Return whether a figure holds, naming the page types where it does not."""
    failing = [c.name for c in comparisons if not holds(c)]
    number = len(comparisons) - len(failing)
    line = f"{number:2} of {len(comparisons)} page types: {figure}"
    return f"{line}; not {', '.join(failing)}" if failing else line
