"""The register of comments with 100,000 rows: how long staff wait for its list."""

import os
import random
import sys
import warnings
from datetime import timedelta
from statistics import median
from time import perf_counter
from urllib.parse import urlencode

import django
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from .databases import in_process, on_both
from .report import aligned, progress

ROWS, ORGANISATIONS, UNITS, AREAS, TEXTS = 100_000, 2_000, 40, 9, 500
VISITS = 7
# Most milliseconds for a page of the list, on PostgreSQL.
LIMIT = 300
WORDS = ("wspieranie", "seniorów", "młodzieży", "kultury", "świetlica", "żłobek")


def run() -> str:
    """Return how long the list takes on PostgreSQL, and on SQLite for comparison."""
    sqlite = os.environ["DATABASE_URL"] + ".register"
    return on_both(measured, "Register of comments", sqlite)


def measured(name: str, url: str) -> str:
    """Return what a process of its own, with another database, says."""
    progress(f"register on {name}")
    return in_process("register", url, name)


def main(name: str) -> str:
    """Fill an empty database, and return what its list costs."""
    warnings.filterwarnings("ignore", "No directory at")
    django.setup()
    call_command("migrate", verbosity=0)
    fill()
    is_limited = name == "PostgreSQL"
    client = Client()
    client.force_login(new_clerk())
    rows = [row(what, client, query, is_limited) for what, query in queries()]
    heading = ("register of 100,000 comments", "queries", "median ms", "limit")
    return f"\n{name}\n{aligned(heading, rows)}"


def new_clerk():
    """Return who looks at the list: a publisher, who may see most of it."""
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group

    user = get_user_model().objects.create_user("clerk")
    user.groups.add(Group.objects.get(name="Wydawca"))
    return user


def fill() -> None:
    """Make the rows: on one version, of many organisations, in all states."""
    from pages.comments.models import PublicComment
    from pages.comments.searching import fold
    from tests.factories.comments import ConsultationFactory
    from tests.factories.snippets import (
        CityUnitFactory,
        OrganisationFactory,
        PriorityAreaFactory,
    )

    consultation = ConsultationFactory()
    places = {
        "organisation": OrganisationFactory.create_batch(ORGANISATIONS),
        "unit": CityUnitFactory.create_batch(UNITS),
        "area": PriorityAreaFactory.create_batch(AREAS),
    }
    chance = random.Random(17)  # noqa: S311 - the same rows each time
    texts = [" ".join(chance.choices(WORDS, k=40)) for _ in range(TEXTS)]
    places["text"] = [(text, fold(text)) for text in texts]
    made = (comment(n, consultation, places, chance) for n in range(1, ROWS + 1))
    PublicComment.objects.bulk_create(made, batch_size=1000)
    # As the database keeps itself after a while.
    upkeep = "VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE"
    with connection.cursor() as cursor:
        cursor.execute(upkeep)
    progress(f"{ROWS} comments made")


def comment(number, consultation, places, chance):
    """Return one comment, not saved; one in a hundred came late."""
    from django.utils import timezone

    from pages.comments.models import CommentKind, PublicComment
    from pages.comments.states import State

    text, words = chance.choice(places["text"])
    is_organisation = chance.random() < 0.5
    return PublicComment(
        consultation=consultation,
        year=consultation.year,
        number=number,
        state=chance.choice(list(State)),
        kind=chance.choice(list(CommentKind)),
        clause_kind="task",
        clause_number=str(chance.randint(1, 300)),
        quoted=chance.choice(places["text"])[0],
        area=chance.choice(places["area"]),
        unit=chance.choice([None, *places["unit"]]),
        text=f"{text} numer{number}",
        words=f"{words} numer{number}",
        on_behalf="organisation" if is_organisation else "resident",
        organisation=chance.choice(places["organisation"]) if is_organisation else None,
        received_at=timezone.now() - timedelta(minutes=number),
        is_late=chance.random() < 0.01,
        fingerprint=f"{number:064d}",
    )


def queries():
    """Return what is asked for, and the query of each."""
    from snippets.models import CityUnit, Organisation, PriorityArea

    area = PriorityArea.objects.order_by("pk").first().pk
    unit = CityUnit.objects.order_by("pk").first().pk
    name = Organisation.objects.order_by("pk").first().name
    return [
        ("all", {}),
        (
            "state, area and late",
            {"state": "registered", "area": area, "is_late": True},
        ),
        ("organisation", {"organisation": name}),
        ("clause", {"clause": "ust. 29"}),
        ("unit and state", {"unit": unit, "state": "assigned"}),
        ("ruling", {"ruling": "rejected"}),
        ("that have duplicates", {"duplicates": "heads"}),
        ("search: two words in many", {"q": "świetlica żłobek"}),
        ("search: a word in one", {"q": "numer77777"}),
        ("search: a word in none", {"q": "nieobecne"}),
        ("search: a number", {"q": "U17/2014"}),
        ("last page", {"p": ROWS // 50}),
    ]


def row(what, client, query, is_limited):
    """Return what one page of the list costs."""
    url = f"/admin/comments/?{urlencode(query)}"
    response = client.get(url)
    if response.status_code != 200:
        raise RuntimeError(f"{url} answers {response.status_code}")
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
        number = len(captured)
    times = []
    for _ in range(VISITS):
        start = perf_counter()
        client.get(url)
        times.append((perf_counter() - start) * 1000)
    took = median(times)
    verdict = f"{LIMIT} ms: {'holds' if took <= LIMIT else 'MISSED'}"
    return what, f"{number}", f"{took:.0f}", verdict if is_limited else "-"


if __name__ == "__main__":
    sys.stdout.write(f"{main(sys.argv[1])}\n")
