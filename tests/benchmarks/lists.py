"""Lists of organisations taken in: how long, and how much memory, on both databases."""

import io
import json
import resource
import sys
import tempfile
import warnings
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from time import perf_counter

import django
from django.core.management import call_command

from .databases import in_process, on_both
from .office_lists import SHORT, columns_of, write_lists
from .report import aligned, progress

# Most seconds and most megabytes of the whole process, by the name of the step.
LIMITS = {
    "10,000 rows of XLSX, all new": (15, 250),
    "the same again, all unchanged": (8, 250),
    "30,000 rows of CSV, all new": (45, 350),
    "the same CSV again": (None, None),
}
STOCK_ROWS = 1000


def run() -> str:
    """Return what lists cost on PostgreSQL and on SQLite."""
    with tempfile.TemporaryDirectory(prefix="lists-") as folder:
        return on_both(measured, "Lists", f"sqlite:///{folder}/db.sqlite3")


def measured(name: str, url: str) -> str:
    """Return the table of one database; each step is a process of its own."""
    with tempfile.TemporaryDirectory(prefix="lists-") as folder:
        short, long = write_lists(Path(folder))
        plan = [
            ("", "prepare", short),
            ("bare bulk_create of 10,000 rows", "bare", short),
            ("10,000 rows of XLSX, all new", "take", short),
            ("the same again, all unchanged", "take", short),
            ("", "empty", short),
            (f"stock resource, a row at a time, {STOCK_ROWS:,} rows", "stock", short),
            ("", "empty", short),
            ("stock resource in bulk, 10,000 rows", "bulk", short),
            ("", "empty", short),
            ("30,000 rows of CSV, all new", "take", long),
            ("the same CSV again", "take", long),
        ]
        rows = []
        for what, step, path in plan:
            progress(f"lists on {name}: {what or step}")
            printed = in_process("lists", url, step, str(path))
            if what:
                rows.append(row(what, **json.loads(printed.splitlines()[-1])))
    heading = (
        name,
        "seconds",
        "rows/s",
        "peak MB",
        "limits",
        "new/same/asked/refused",
        "then indexed in",
    )
    return f"\nlists of organisations\n{aligned(heading, rows)}"


def row(what, seconds, peak, rows, counts, indexing=None):
    """Return one line of the table."""
    most_seconds, most_peak = LIMITS.get(what, (None, None))
    is_over = (most_seconds and seconds > most_seconds) or (
        most_peak and peak > most_peak
    )
    limits = f"{most_seconds or '-'} s, {most_peak or '-'} MB"
    return (
        what,
        f"{seconds:.1f}",
        f"{rows / seconds:,.0f}",
        f"{peak:.0f}",
        limits + (" OVER" if is_over else ""),
        "/".join(str(count) for count in counts),
        f"{indexing:.1f} s" if indexing is not None else "",
    )


def main(step: str, path: str) -> None:
    """Do one step and print what it cost, as JSON."""
    warnings.filterwarnings("ignore", "No directory at")
    django.setup()
    done = {
        "prepare": prepare,
        "empty": empty,
        "take": take,
        "bare": bare,
        "stock": stock,
        "bulk": bulk,
    }[step]
    start = perf_counter()
    outcome = done(Path(path)) or {}
    seconds = perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        json.dumps(
            {"seconds": seconds, "peak": peak, "rows": 0, "counts": [], **outcome}
        )
    )


def prepare(_path):
    call_command("migrate", verbosity=0)


def empty(_path):
    """Empty the register as quickly as can be."""
    from django.db import connection
    from wagtail.search.models import IndexEntry

    from snippets.models import ImportBatch, Organisation

    ImportBatch.objects.all().delete()
    IndexEntry.objects.all().delete()
    for model in (*own_rows(), Organisation):
        model.objects.all()._raw_delete(connection.alias)


def own_rows():
    from snippets.models import (
        ContactPerson,
        ImportedValues,
        Organisation,
        OrganisationAlias,
    )

    return (
        OrganisationAlias,
        ContactPerson,
        ImportedValues,
        Organisation.spheres.through,
    )


class Clocked(io.StringIO):
    """Notes when the first word is written: the list is in the register then."""

    first = None

    def write(self, text):
        self.first = self.first or perf_counter()
        return super().write(text)


def take(path):
    """Take a list in, as `manage.py import_organisations` does."""
    out = Clocked()
    start = perf_counter()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        try:
            call_command("import_organisations", str(path), "--json", stdout=out)
        except SystemExit as error:
            if error.code == 2:
                raise RuntimeError(out.getvalue()) from error
    report = json.loads(out.getvalue())
    names = ("new", "unchanged", "duplicates", "refused")
    return {
        "seconds": out.first - start,
        "indexing": perf_counter() - out.first,
        "rows": len(report["rows"]),
        "counts": [report[name] for name in names],
    }


def bare(path):
    """Only store what is ready: the least that any import can cost; taken back."""
    from django.db import transaction

    from snippets.models import Organisation

    rows = columns_of(path)
    start = perf_counter()
    with transaction.atomic():
        Organisation.objects.bulk_create(
            (Organisation(**row) for row in rows), batch_size=500
        )
        seconds = perf_counter() - start
        transaction.set_rollback(True)
    return {"rows": len(rows), "seconds": seconds}


def stock(path):
    """Django-import-export as it comes, on the first rows of the same file."""
    return taken_by_stock(path, STOCK_ROWS, use_bulk=False)


def bulk(path):
    """Django-import-export in bulk, which neither indexes nor logs nor matches."""
    return taken_by_stock(path, SHORT, use_bulk=True)


def taken_by_stock(path, count, *, use_bulk):
    from import_export.resources import modelresource_factory
    from tablib import Dataset

    from snippets.models import Organisation

    rows = columns_of(path)[:count]
    start = perf_counter()
    Dataset().load(path.read_bytes(), format="xlsx")
    dataset = Dataset(headers=list(rows[0]))
    for values in rows:
        dataset.append(list(values.values()))
    meta = {
        "import_id_fields": ("slug",),
        "fields": tuple(rows[0]),
        "use_bulk": use_bulk,
        "skip_diff": use_bulk,
        "batch_size": 500,
    }
    resource_class = modelresource_factory(Organisation, meta_options=meta)
    result = resource_class().import_data(dataset, raise_errors=True)
    return {
        "rows": count,
        "seconds": perf_counter() - start,
        "counts": [result.totals["new"]],
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
