"""The page of results and the suggestions, in catalogues of up to 20,000 entries."""

import os
import sys
import warnings
from itertools import pairwise
from random import Random
from statistics import median
from time import perf_counter
from urllib.parse import urlencode

import django
from django.core.management import call_command
from django.db import connection

from .databases import in_process, on_both
from .report import aligned, progress

SIZES = (1_000, 5_000, 20_000)
WORDS, TITLE_WORDS = 300, 6
AREAS, ORGANISATIONS = 9, 300
# So many queries of each sort are asked, each of them so often.
TEXTS, VISITS = 4, 2
MOST_QUERIES, MOST_BYTES = 15, 60_000
MOST_SUGGESTION_MS, MOST_EVER_MS = 10, 1_000
AT_ONCE = 500
FILTERS = {"kind": ["page", "meeting"], "year": [2014, 2015, 2016]}
ALL = {"language": "all"}


def run() -> str:
    """Return what the page costs on PostgreSQL and on SQLite."""
    sqlite = os.environ["DATABASE_URL"] + ".search_page"
    return on_both(measured, "Page of results", sqlite)


def measured(name: str, url: str) -> str:
    """Return what a process of its own, with another database, says."""
    progress(f"page of results on {name}")
    return in_process("search_page", url, name)


def main(name: str) -> str:
    """Fill the catalogue step by step, and return what the page costs at each."""
    warnings.filterwarnings("ignore", "No directory at")
    django.setup()
    call_command("migrate", verbosity=0)
    filler = Filler()
    pages, typed = [], []
    for before, size in pairwise((0, *SIZES)):
        filler.fill(before, size)
        progress(f"{size} entries made")
        pages += [page_row(what, size, queries) for what, queries in asked()]
        typed.append(suggestion_row(size))
        progress(f"{size} entries asked for")
    heading = ("page of results", "entries", "median ms", "longest", "most")
    tables = [
        aligned((*heading, "queries", "most", "bytes", "most"), pages),
        aligned(("suggestions", "entries", "median ms", "most", "longest"), typed),
        aligned(
            ("hostile queries", "entries", "longest ms", "most"), list(hostile_rows())
        ),
    ]
    joined = "\n\n".join(tables)
    return f"\n{name}\n{joined}\n"


class Filler:
    """Fills the catalogue with entries of as many published pages."""

    def __init__(self) -> None:
        from snippets.models import Organisation
        from tests.factories.pages import City
        from tests.factories.snippets import PriorityAreaFactory

        from .directory import organisation

        self.chance = Random(23)  # noqa: S311 - the same entries each time
        self.home = City().home
        self.areas = PriorityAreaFactory.create_batch(AREAS)
        self.organisations = Organisation.objects.bulk_create(
            organisation(number, self.chance) for number in range(ORGANISATIONS)
        )

    def fill(self, before, size):
        """Make further entries, their index and their words."""
        from modelsearch.backends import get_search_backend

        from search import vocabulary
        from search.models import CatalogueEntry

        from .civic_words import CivicWriter

        writer = CivicWriter(size)
        for start in range(before, size, AT_ONCE):
            numbers = range(start, min(start + AT_ONCE, size))
            pages = self.pages(numbers, writer)
            entries = CatalogueEntry.objects.bulk_create(
                [entry(page, writer) for page in pages]
            )
            self.relate(entries)
            get_search_backend("search.backend").add_bulk(CatalogueEntry, entries)
        vocabulary.rebuild()
        # PostgreSQL does so by itself, and SQLite only if it is told to.
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")

    def pages(self, numbers, writer):
        """Make pages below the home page, as a bulk import would."""
        from django.contrib.contenttypes.models import ContentType
        from wagtail.models import Page

        from pages.base.models import ContentPage

        home, kind = self.home, ContentType.objects.get_for_model(ContentPage)
        titles = [writer.text(TITLE_WORDS).capitalize() for _number in numbers]
        return Page.objects.bulk_create(
            Page(
                path=Page._get_path(home.path, home.depth + 1, number + 100),
                depth=home.depth + 1,
                title=title,
                draft_title=title,
                slug=f"strona-{number}",
                url_path=f"{home.url_path}strona-{number}/",
                content_type=kind,
                locale=home.locale,
            )
            for number, title in zip(numbers, titles, strict=True)
        )

    def relate(self, entries):
        """Say of entries which areas and organisations they are about."""
        from search.models import CatalogueEntry

        for name, column, others, most in (
            ("areas", "priorityarea", self.areas, 2),
            ("organisations", "organisation", self.organisations, 3),
        ):
            through = getattr(CatalogueEntry, name).through
            through.objects.bulk_create(
                through(catalogueentry=one, **{column: other})
                for one in entries
                for other in self.chance.sample(others, self.chance.randrange(most))
            )


def entry(page, writer):
    """Return the entry of a page, not stored; one in five is in no language."""
    from search.catalogue.cards import fill
    from search.models import CatalogueEntry, Kind, Part

    number = int(page.slug.split("-")[1])
    kinds = (Kind.PAGE, Kind.MEETING, Kind.TASK, Kind.PROGRAMME)
    made = CatalogueEntry(
        kind=kinds[number % len(kinds)],
        subject=str(page.pk),
        language="" if number % 5 == 0 else "pl",
        page=page,
        title=page.title,
        year=2013 + number % 14,
    )
    return fill(made, [(Part.BODY, writer.text(WORDS))])


def asked():
    """Return what is asked for, and the queries of each sort."""
    from .civic_words import CivicWriter
    from .search import PLAIN

    writer = CivicWriter(5)
    common = writer.forms[:60]
    words = [{"q": writer.query(1 + n % 3)} for n in range(TEXTS)]
    plain = [{"q": one["q"].translate(PLAIN)} for one in words]
    usual = [{"q": word} for word in common[:TEXTS]]
    pairs = [{"q": " ".join(common[n : n + 2])} for n in range(TEXTS)]
    rare = [{"q": f"{common[n]} nieobecne {common[-n]}"} for n in range(1, TEXTS)]
    long = [word for word in common if len(word) > 7]
    return [
        ("one to three words", words),
        ("the same without marks", plain),
        ("a word in many", usual),
        ("the same, late page", [{**one, "page": 40} for one in usual]),
        ("the same, newest first", [{**one, "sort": "date"} for one in usual]),
        ("two words, of a kind and year", [{**one, **FILTERS} for one in pairs]),
        ("the same in all languages", [{**one, **ALL} for one in pairs]),
        ("some of the words", rare),
        ("a mistyped word", [{"q": f"{word[:3]}q{word[3:]}"} for word in long[:TEXTS]]),
        ("nothing", [{"q": "xyzzyq"}, {"q": "qwxz vbnm"}]),
        ("twelve words", [{"q": " ".join(common[:12]), "language": "all"}]),
    ]


def page_row(what, size, queries):
    """Return what the page costs with nothing cached: the median of all queries."""
    from pages.frontpage.models import HomePage

    from .measure import Visitor, page_weight

    home = HomePage.objects.get(locale__language_code="pl")
    visitors = [
        Visitor(f"/pl/search/?{urlencode(query, doseq=True)}", home)
        for query in queries
    ]
    for visitor in visitors * VISITS:
        visitor.time()
    times = [time for visitor in visitors for time in visitor.times]
    number = max(visitor.queries for visitor in visitors)
    weight = max(page_weight(visitor.html) for visitor in visitors)
    return (
        what,
        f"{size:,}",
        f"{median(times):.0f}",
        f"{max(times):.0f}",
        verdict(max(times), MOST_EVER_MS),
        f"{number}",
        verdict(number, MOST_QUERIES),
        f"{weight:,}",
        verdict(weight, MOST_BYTES),
    )


def suggestion_row(size):
    """Return how long suggestions take, letter by letter, as a browser asks."""
    from django.test import Client

    from .civic_words import CivicWriter

    writer, client = CivicWriter(6), Client()
    texts = [writer.query(1 + n % 2)[: 2 + n % 8] for n in range(TEXTS * 10)]
    times = [visit(client, "/pl/search/suggest/", text) for text in texts]
    return (
        "two to nine letters",
        f"{size:,}",
        f"{median(times):.1f}",
        verdict(median(times), MOST_SUGGESTION_MS),
        f"{max(times):.0f}",
    )


def hostile_rows():
    """Return how long the worst of what anybody may send takes."""
    from django.test import Client

    from tests.search.backends.test_hostile import HOSTILE

    client = Client()
    # The first word of each alphabet loads a dictionary, once in a process.
    visit(client, "/pl/search/", "rada рада", **ALL)
    for what, path, further in (
        ("page", "/pl/search/", {}),
        ("page in all languages", "/pl/search/", ALL),
        ("suggestions", "/pl/search/suggest/", {}),
        ("API", "/api/v3/pages/", {}),
    ):
        longest = max(visit(client, path, text, **further) for text in HOSTILE)
        yield what, f"{SIZES[-1]:,}", f"{longest:.0f}", verdict(longest, MOST_EVER_MS)


def visit(client, path, text, **further):
    """Return how many milliseconds a query takes, whatever is in it."""
    name = "search" if path.startswith("/api/") else "q"
    start = perf_counter()
    response = client.get(
        path, {name: text.encode("utf-8", "surrogatepass"), **further}
    )
    took = (perf_counter() - start) * 1000
    if response.status_code != 200:
        raise RuntimeError(f"{path} answers {response.status_code} to {text!r}")
    return took


def verdict(figure, most):
    """Say whether a figure is at most what it may be."""
    return f"{most:,}: {'holds' if figure <= most else 'MISSED'}"


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1]))
