"""What a redline costs as drafts grow; every third clause changed, some moved."""

import datetime
import gc
from collections.abc import Callable
from dataclasses import replace
from random import Random
from statistics import median
from time import perf_counter

from pages.programmes.clauses import ClauseKind, ClauseNode
from pages.programmes.docx import redline_docx
from pages.programmes.redline import compare

from .report import aligned
from .words import Writer

SIZES = (100, 300, 1000, 3000)
WORDS = 60
LIMITS = {300: 150, 3000: 2000}  # milliseconds
FILE_SIZE = 300
FILE_LIMIT = 1000  # milliseconds


def run() -> str:
    """Return the milliseconds by number of clauses, and whether the limits hold."""
    figures = {size: milliseconds(size) for size in SIZES}
    rows = [
        (f"{size:,}", f"{ms:.1f}", f"{ms / size * 1000:.0f}", limit(size, ms))
        for size, ms in figures.items()
    ]
    heading = ("clauses", "median ms", "µs a clause", f"limit ({WORDS} words a clause)")
    ms = file_milliseconds(FILE_SIZE)
    file = (
        f"Word file of {FILE_SIZE} clauses, compared and written: {ms:.1f} ms; "
        f"{verdict(ms, FILE_LIMIT)}"
    )
    return f"\nRedline\n{aligned(heading, rows)}\n{file}"


def limit(size: int, ms: float) -> str:
    """Say whether a limit holds."""
    if size not in LIMITS:
        return ""
    return verdict(ms, LIMITS[size])


def verdict(ms: float, most: int) -> str:
    """Say whether a time is at most that many milliseconds."""
    return f"{most} ms: {'holds' if ms <= most else 'MISSED'}"


def milliseconds(size: int) -> float:
    """Return the median of some comparisons of two drafts."""
    old, new = drafts(size)

    def work() -> None:
        assert compare(old, new).counts.changed

    return timed(work)


def file_milliseconds(size: int) -> float:
    """Return the median of some Word files made of two drafts."""
    old, new = drafts(size)

    def work() -> None:
        assert redline_docx(
            compare(old, new),
            title="Projekt programu",
            author="Miasto",
            date=datetime.date(2013, 8, 13),
            label=lambda node: f"ust. {node.number}",
        )

    return timed(work)


def timed(work: Callable[[], None]) -> float:
    """Return the median milliseconds of some runs."""
    times = []
    for _ in range(5):
        gc.collect()
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return median(times)


def drafts(size: int) -> tuple[list[ClauseNode], list[ClauseNode]]:
    """Return a draft and the next version of it."""
    writer, random = Writer(seed=size), Random(size)  # noqa: S311 - the same each run
    old = [
        ClauseNode(
            f"c{n}", ClauseKind.TASK, str(n), writer.sentence(WORDS), 1, f"a{n // 25}"
        )
        for n in range(size)
    ]
    new = [
        replace(node, text=edited(node.text, random)) if place % 3 == 0 else node
        for place, node in enumerate(old)
    ]
    for _ in range(size // 50):
        new.insert(random.randrange(size), new.pop(random.randrange(size)))
    return old, [replace(node, number=str(n)) for n, node in enumerate(new)]


def edited(text: str, random: Random) -> str:
    """Return the text with words put in, taken out and replaced at three places."""
    words = text.split()
    words.insert(random.randrange(len(words)), "dopisane słowa")
    words[random.randrange(len(words))] = "zmienione"
    del words[random.randrange(len(words))]
    return " ".join(words)
