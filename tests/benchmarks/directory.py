"""The directory with 30,000 organisations: how long readers wait for its list."""

import os
import random
import sys
import warnings
from pathlib import Path
from urllib.parse import urlencode

import django
from django.core.management import call_command
from django.db import connection
from django.utils.text import slugify

from .databases import in_process, on_both
from .report import aligned, progress

ROWS = 30_000
VISITS = 11
MOST_QUERIES, MOST_MS, MOST_BYTES = 15, 100, 60_000
# As any page of the site: it shows meetings, findings and comments.
MOST_OF_ONE = 25
DISTRICTS = ("Bema", "Bojary", "Dojlidy", "Osiedle Leśna", "Nowe Miasto")
TOWNS = ("Białystok", "Łapy", "Supraśl", "Wasilków", "Choroszcz", "Zabłudów")
KINDS = ("Fundacja", "Stowarzyszenie", "Klub Sportowy", "Ochotnicza Straż Pożarna")
FORMS = ("fundacja", "stowarzyszenie", "uks", "osp")
WORDS = (
    *("Aktywni", "Bliźniemu", "Ćwiczenia", "Dom", "Edukacja", "Łódź", "Młodzi"),
    *("Nadzieja", "Opieka", "Przyszłość", "Razem", "Seniorzy", "Śpiew", "Żagle"),
)


def run() -> str:
    """Return what the pages of the directory cost on PostgreSQL and on SQLite."""
    sqlite = os.environ["DATABASE_URL"] + ".directory"
    return on_both(measured, "Directory", sqlite)


def measured(name: str, url: str) -> str:
    """Return what a process of its own, with another database, says."""
    progress(f"directory on {name}")
    return in_process("directory", url, name)


def main(name: str) -> str:
    """Fill the demo city's directory, and return what its pages cost."""
    warnings.filterwarnings("ignore", "No directory at")
    django.setup()
    call_command("migrate", verbosity=0)
    with Path(os.devnull).open("w") as nowhere:
        call_command("load_demo", stderr=nowhere)
    fill()
    rows = [row(what, address) for what, address in addresses()]
    heading = (f"directory of {ROWS:,}", "queries", "most", "median ms", "most")
    return f"\n{name}\n{aligned((*heading, 'page', 'most'), rows)}\n"


def fill() -> None:
    """Make the rows: of all letters, forms and states, with other names and spheres."""
    from snippets.models import Organisation, OrganisationAlias, Sphere

    chance = random.Random(19)  # noqa: S311 - the same rows each time
    made = [organisation(number, chance) for number in range(ROWS)]
    made = Organisation.objects.bulk_create(made, batch_size=1000)
    spheres, through = list(Sphere.objects.all()), Organisation.spheres.through
    through.objects.bulk_create(
        [
            through(organisation=one, sphere=sphere)
            for one in made
            for sphere in chance.sample(spheres, 3)
        ],
        batch_size=1000,
    )
    OrganisationAlias.objects.bulk_create(
        [
            OrganisationAlias(organisation=one, name=f"Dawniej {one.name}")
            for one in made[::3]
        ],
        batch_size=1000,
    )
    # As the database keeps itself after a while.
    upkeep = "VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE"
    with connection.cursor() as cursor:
        cursor.execute(upkeep)
    progress(f"{ROWS} organisations made")


def organisation(number, chance):
    """Return one organisation, not saved; one in ten is struck off."""
    from snippets.models import LegalForm, Organisation

    kind = chance.randrange(len(KINDS))
    words = " ".join(chance.sample(WORDS, 3))
    # Names of a real list begin with their legal form, or with anything.
    name = f"{words} {number}" if number % 2 else f"{KINDS[kind]} „{words}” {number}"
    return Organisation(
        name=name,
        slug=slugify(f"org-{number}"),
        short_name=f"ORG{number}" if number % 5 == 0 else "",
        legal_form=LegalForm(FORMS[kind]),
        about=f"{words}. " * 12,
        status=chance.choice(["active"] * 7 + ["in_liquidation", "unknown"])
        if number % 10
        else "struck_off",
        krs=f"{number + 8_000_000:010d}",
        street="ul. Próbna 1",
        city=chance.choice(TOWNS),
        district=chance.choice(("", *DISTRICTS)),
    )


def addresses():
    """Return what is asked for, and the address of each."""
    from snippets.models import Organisation, PriorityArea

    area = PriorityArea.objects.filter(spheres__isnull=False).order_by("pk").first()
    filters = {
        "area": area.slug,
        "sphere": area.spheres.first().code,
        "form": "fundacja",
        "status": "active",
        "district": DISTRICTS[0],
    }
    narrow = [(f"by {name}", {name: value}) for name, value in filters.items()]
    last = Organisation.objects.in_directory().count() // 50
    asked = [
        ("first page", {}),
        ("last page", {"page": last}),
        *narrow,
        ("struck off", {"status": "struck_off"}),
        ("letter", {"letter": "Ś"}),
        ("letter of a quarter, late page", {"letter": "S", "page": 100}),
        ("numbers and others", {"letter": "#"}),
        ("search: a word in many", {"q": "fundacja"}),
        ("search: the same, late page", {"q": "fundacja", "page": 100}),
        ("search: three words in some", {"q": "fundacja dom bialystok"}),
        ("search: a word in one", {"q": "29999"}),
        ("search: a word in none", {"q": "nieobecne"}),
        ("search: a number", {"q": "KRS 8 012 345"}),
        ("all together", {**filters, "q": "dom łódź"}),
        ("all together, letter", {**filters, "q": "dom", "letter": "F"}),
    ]
    yield from (
        (what, f"/pl/organisations/?{urlencode(query)}") for what, query in asked
    )
    yield "an organisation", "/pl/organisations/fundacja-soclab/"


def row(what, url):
    """Return what one page costs with nothing cached."""
    from pages.frontpage.models import HomePage

    from .measure import Visitor, page_weight

    visitor = Visitor(url, HomePage.objects.get(locale__language_code="pl"))
    for _ in range(VISITS):
        visitor.time()
    weight = page_weight(visitor.html)
    most = MOST_QUERIES if "?" in url else MOST_OF_ONE
    return (
        what,
        f"{visitor.queries}",
        verdict(visitor.queries, most),
        f"{visitor.median:.0f}",
        verdict(visitor.median, MOST_MS),
        f"{weight:,}",
        verdict(weight, MOST_BYTES),
    )


def verdict(figure, most):
    """Say whether a figure is at most what it may be."""
    return f"{most:,}: {'holds' if figure <= most else 'MISSED'}"


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1]))
