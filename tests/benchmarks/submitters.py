"""Many people comment at once: no error, and no comment lost or taken twice.

The site is served by gunicorn with two workers, the worker of the queue beside it.
"""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import django
from django.core.management import call_command

from tools.postgres import NoServerError, postgres

from .report import aligned, progress
from .serving import running, served
from .visitor import Visitor

SECONDS = 60
PEOPLE = {"PostgreSQL": 50, "SQLite": 10}
WORKERS = 2


def run() -> str:
    """Return what came of it on PostgreSQL, and with fewer people on SQLite."""
    parts = ["\nComments sent at once, for a minute, to two workers of gunicorn\n"]
    with tempfile.TemporaryDirectory(prefix="submitters-") as folder:
        try:
            with postgres() as url:
                parts.append(measured("PostgreSQL", url, folder))
        except NoServerError as error:
            parts.append(f"PostgreSQL: not measured, {error}\n")
        url = f"sqlite:///{folder}/db.sqlite3"
        parts.append(measured("SQLite", url, folder))
    return "".join(parts)


def measured(name: str, url: str, folder: str) -> str:
    """Return what a process of its own, with another database, says."""
    progress(f"submitters on {name}")
    settings = {
        "DJANGO_SETTINGS_MODULE": "tests.benchmarks.served.settings",
        "DATABASE_URL": url,
        "BENCHMARK_FOLDER": f"{folder}/{name}",
    }
    done = subprocess.run(  # noqa: S603 - this very module
        [sys.executable, "-m", "tests.benchmarks.submitters", name],
        env={**os.environ, **settings},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


def main(name: str) -> str:
    """Serve the demo from an empty database, let people comment, and count."""
    folder = Path(os.environ["BENCHMARK_FOLDER"])
    folder.mkdir()
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    with Path(os.devnull).open("w") as nowhere:
        call_command("load_demo", stderr=nowhere)
    before = state()
    queue = ("manage.py", "db_worker", "--backend=background", "--queue-name=*")
    site = served(folder / "site.log", WORKERS)
    with running(folder / "queue.log", *queue), site as port:
        forms, end = addresses(), perf_counter() + SECONDS
        visitors = [Visitor(number, port, forms) for number in range(PEOPLE[name])]
        with ThreadPoolExecutor(len(visitors)) as pool:
            list(pool.map(lambda visitor: visitor.comment_until(end), visitors))
        took = SECONDS + perf_counter() - end
    progress("all have sent")
    call_command("send_notices", stderr=(folder / "mail.log").open("w"))
    return report(name, visitors, took, before, state())


def addresses() -> list[str]:
    """Return the addresses of the form for each clause of the version that is open."""
    from pages.comments.models import Consultation

    draft = Consultation.objects.open().get().draft
    return [f"/pl/comment/{draft.pk}/?clause={node.uid}" for node in draft.clauses]


def state() -> dict[str, list[int] | int]:
    """Return the numbers that the database has given, and what it waits for."""
    from pages.comments.models import Consultation, Notice, PublicComment

    comments = PublicComment.objects.filter(
        consultation=Consultation.objects.open().get()
    )
    numbered = comments.filter(number__isnull=False).order_by("number")
    return {
        "numbers": list(numbered.values_list("number", flat=True)),
        "unconfirmed": comments.filter(number__isnull=True).count(),
        "mails": Notice.objects.filter(state="sent", kind="confirm").count(),
    }


def report(name, visitors, took, before, after) -> str:
    """Return the figures, and whether all holds."""
    receipts = sorted(number for visitor in visitors for number in visitor.numbers)
    waiting = sum(visitor.confirm for visitor in visitors)
    errors = [error for visitor in visitors for error in visitor.errors]
    new = after["numbers"][len(before["numbers"]) :]
    first = before["numbers"][-1] + 1 if before["numbers"] else new[0]
    checks = {
        "no error": not errors,
        "comments and receipts agree": receipts == new,
        "numbers without a gap": new == list(range(first, first + len(new))),
        "comments and mails to confirm them agree": (
            after["unconfirmed"] - before["unconfirmed"]
            == after["mails"] - before["mails"]
            == waiting
        ),
    }
    opened = [time for visitor in visitors for time in visitor.opened]
    sent = [time for visitor in visitors for time in visitor.sent]
    total = len(new) + waiting
    heading = (f"{name}, {len(visitors)} people", "median ms", "p95 ms")
    rows = [times("opening the form", opened), times("sending it", sent)]
    lines = [
        aligned(heading, rows),
        f"{total} comments in {took:.0f} s, {total / took:.1f} a second; "
        f"{waiting} of them with an e-mail, {len(sent) - total} sent a second time",
        *(f"{what}: {verdict(holds)}" for what, holds in checks.items()),
        *(f"  {error}" for error in sorted(set(errors))[:5]),
    ]
    return "\n".join(lines) + "\n\n"


def times(what: str, seconds: list[float]) -> tuple[str, str, str]:
    """Return the row of what was timed."""
    middle, high = median(seconds), quantiles(seconds, n=20)[-1]
    return what, f"{middle * 1000:.0f}", f"{high * 1000:.0f}"


def verdict(holds: bool) -> str:
    """Say whether a figure holds."""
    return "holds" if holds else "MISSED"


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1]))
