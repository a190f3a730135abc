"""The search at 1,000, 5,000 and 20,000 entries of 300 words, on both databases."""

import os
import sys
import warnings
from itertools import pairwise
from statistics import median
from time import perf_counter

import django
from django.core.management import call_command
from django.db import connection

from .databases import in_process, on_both
from .report import aligned, progress

SIZES = (1_000, 5_000, 20_000)
WORDS, TITLE_WORDS = 300, 6
SHOWN, SUGGESTED = 20, 8
QUERIES, VISITS = 66, 3
MOST_MS = {
    "SQLite": dict(zip(SIZES, (10, 20, 40), strict=True)),
    "PostgreSQL": dict(zip(SIZES, (20, 40, 80), strict=True)),
}
MOST_SUGGESTION_MS, MOST_EVER_MS = 10, 1_000
ORGANISATIONS = 10_000
# As Polish is often typed.
PLAIN = str.maketrans("ąćęłńóśźż", "acelnoszz")


def run() -> str:
    """Return what searching costs on PostgreSQL and on SQLite."""
    sqlite = os.environ["DATABASE_URL"] + ".search"
    return on_both(measured, "Search", sqlite)


def measured(name: str, url: str) -> str:
    """Return what a process of its own, with another database, says."""
    progress(f"search on {name}")
    return in_process("search", url, name)


def main(name: str) -> str:
    """Fill the index step by step, and return what asking it costs at each."""
    warnings.filterwarnings("ignore", "No directory at")
    django.setup()
    call_command("migrate", verbosity=0)
    rows, sizes = [], []
    for before, size in pairwise((0, *SIZES)):
        asked, grown = at_size(name, size, before)
        rows += asked
        sizes.append(grown)
    heading = ("search", "entries", "median ms", "most", "p95", "longest", "most")
    indexing = aligned(
        (f"indexing {ORGANISATIONS:,} organisations", "seconds"), indexing_rows()
    )
    growth = aligned(("index up to entries", "kB more", "in seconds"), sizes)
    return f"\n{name}\n{aligned(heading, rows)}\n\n{growth}\n\n{indexing}\n"


def at_size(name, size, before):
    """Add entries up to a number of them, and return what each way to ask costs."""
    from modelsearch.backends import get_search_backend
    from modelsearch.query import PlainText

    from search.models import CatalogueEntry

    from .civic_words import CivicWriter

    backend = get_search_backend("search.backend")
    grown, seconds = fill(backend, before, size)
    progress(f"{size} entries: {seconds:.0f} s to index, {grown:,} kB more")
    entries = CatalogueEntry.objects.in_language("pl")
    writer = CivicWriter(5)
    texts = [writer.query(1 + number % 3) for number in range(QUERIES)]
    texts = [text.translate(PLAIN) if n % 2 else text for n, text in enumerate(texts)]
    most = MOST_MS[name][size]
    ways = [
        ("all words", texts, most, lambda text: page_of(backend.search(text, entries))),
        (
            "any of 2 or 3 words",
            [text for text in texts if " " in text],
            MOST_EVER_MS,
            lambda text: page_of(
                backend.search(PlainText(text, operator="or"), entries)
            ),
        ),
        (
            "suggestions",
            [text[: 1 + n % 5] for n, text in enumerate(texts)],
            MOST_SUGGESTION_MS,
            lambda text: list(backend.autocomplete(text, entries)[:SUGGESTED]),
        ),
    ]
    rows = [row(what, size, asked, most, ask) for what, asked, most, ask in ways]
    return rows, (f"{size:,}", f"{grown:,}", f"{seconds:.0f}")


def page_of(results):
    """Read a page of results and how many there are."""
    return results.count(), list(results[:SHOWN])


def row(what, size, asked, most, ask):
    """Return how long a way to ask takes, by the best of each question's visits."""
    times = sorted(
        min(timed(lambda text=text: ask(text)) for _ in range(VISITS)) * 1000
        for text in asked
    )
    late = times[int(len(times) * 0.95)]
    return (
        what,
        f"{size:,}",
        f"{median(times):.1f}",
        verdict(median(times), most),
        f"{late:.0f}",
        f"{times[-1]:.0f}",
        verdict(times[-1], MOST_EVER_MS),
    )


def fill(backend, before, size):
    """Make entries and index them; return the kB it grew by, and the seconds."""
    from search.models import CatalogueEntry

    from .civic_words import CivicWriter

    writer = CivicWriter(size)
    made = CatalogueEntry.objects.bulk_create(
        [entry(number, writer) for number in range(before, size)], batch_size=500
    )
    keep()
    start = database_size()
    index = backend.get_index_for_model(CatalogueEntry)
    seconds = timed(lambda: index.add_items(CatalogueEntry, made))
    keep()
    return (database_size() - start) // 1024, seconds


def entry(number, writer):
    """Return an entry, not saved; one in five is in no language in particular."""
    from search.models import CatalogueEntry, Kind, Part

    return CatalogueEntry(
        kind=Kind.values[number % len(Kind.values)],
        subject=str(number),
        language="" if number % 5 == 0 else "pl",
        title=writer.text(TITLE_WORDS).capitalize(),
        parts=[[Part.BODY, writer.text(WORDS)]],
        year=2013 + number % 14,
    )


def keep():
    """Keep the database as it keeps itself after a while."""
    upkeep = "VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE"
    with connection.cursor() as cursor:
        cursor.execute(upkeep)


def database_size():
    """Return how many bytes the database takes."""
    statement = (
        "SELECT pg_database_size(current_database())"
        if connection.vendor == "postgresql"
        else "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


def indexing_rows():
    """Return how long the stock backend and ours take for many organisations."""
    import random

    from modelsearch.backends import get_search_backend
    from modelsearch.conf import get_app_config

    from snippets.models import Organisation

    from .directory import organisation

    chance = random.Random(19)  # noqa: S311 - the same rows each time
    made = Organisation.objects.bulk_create(
        [organisation(number, chance) for number in range(ORGANISATIONS)],
        batch_size=1000,
    )
    entries = get_app_config().get_model("IndexEntry").objects.all()
    seconds = []
    for what, path in (
        ("by modelsearch's own backend", "modelsearch.backends.database"),
        ("by this one", "search.backend"),
        ("by this one again, nothing new", "search.backend"),
    ):
        if "again" not in what:
            entries.all().delete()
        index = get_search_backend(path).get_index_for_model(Organisation)
        spent = timed(lambda index=index: add_in_chunks(index, made))
        seconds.append((what, f"{spent:.1f}"))
    return seconds


def add_in_chunks(index, made):
    """Add rows as `rebuild_modelsearch_index` does."""
    for start in range(0, len(made), 1000):
        index.add_items(type(made[0]), made[start : start + 1000])


def timed(act):
    """Return how many seconds something takes."""
    start = perf_counter()
    act()
    return perf_counter() - start


def verdict(figure, most):
    """Say whether a figure is at most what it may be."""
    return f"{most:,}: {'holds' if figure <= most else 'MISSED'}"


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1]))
