"""Papers of consultations: 100,000 comments as tables, 1,000 as documents and back."""

import io
import os
import sys
import time
import warnings
from pathlib import Path
from tempfile import TemporaryFile

import django
from django.core.management import call_command
from django.db import connection

from .databases import in_process, on_both
from .report import aligned, progress

MANY, SOME = 100_000, 1_000
# The versions that they are about.
NUMBERS = {MANY: 101, SOME: 102}
MOST_MB = 300
TABLES = ("csv", "xlsx", "json")
# Files by the seconds they may take; and a table brought back.
DOCUMENTS = {"docx": 20, "pdf": 20}
RETURN, RETURN_SECONDS = "return", 10
HEADING = ("", "rows", "seconds", "most", "peak MB", "most")


def run() -> str:
    """Return what papers cost on PostgreSQL and on SQLite."""
    sqlite = os.environ["DATABASE_URL"] + ".papers"
    return on_both(measured, "Papers", sqlite)


def measured(name: str, url: str) -> str:
    """Return the figures of each paper, made in a process of its own."""
    progress(f"papers on {name}")
    in_process("papers", url, "fill")
    rows = []
    for what in (*TABLES, *DOCUMENTS, RETURN):
        rows.append(in_process("papers", url, what).strip().split("\t"))
        progress(f"{what} made")
    return f"\nPapers on {name}\n{aligned(HEADING, rows)}\n"


def main(what: str) -> str:
    """Fill the database, or make a paper and return a line of figures."""
    warnings.filterwarnings("ignore", "No directory at")
    django.setup()
    if what == "fill":
        fill()
        return ""
    if what == RETURN:
        return returned()
    if what in DOCUMENTS:
        seconds = write(what, SOME, with_drafts=True)
        return line(what, SOME, seconds, most_seconds=DOCUMENTS[what])
    return line(what, MANY, write(what, MANY), most_mb=MOST_MB)


def line(what, rows, seconds, *, most_seconds=None, most_mb=None) -> str:
    """Return the figures of a paper, parted by tabs."""
    mb = peak()
    cells = (
        what,
        f"{rows:,}",
        f"{seconds:.1f}",
        verdict(seconds, most_seconds),
        f"{mb:.0f}",
        verdict(mb, most_mb),
    )
    return "\t".join(cells)


def verdict(figure, most) -> str:
    """Say whether a figure is at most what it may be."""
    if most is None:
        return "–"
    return f"{most}: {'holds' if figure <= most else 'MISSED'}"


def peak() -> float:
    """Return the most memory that this process has had, in MB.

    The figure of getrusage would start with the memory of the process before it.
    """
    for entry in Path("/proc/self/status").read_text().splitlines():
        if entry.startswith("VmHWM:"):
            return int(entry.split()[1]) / 1024
    raise RuntimeError("The system does not say how much memory a process has had.")


def write(form, rows, **values) -> float:
    """Write the table of the consultation with so many comments; return seconds."""
    from pages.papers.kinds import FileForm, PaperRequest
    from pages.papers.writing import write_paper

    request = PaperRequest(consultation_of(rows), form=FileForm(form), **values)
    start = time.perf_counter()
    with TemporaryFile() as output:
        write_paper(output, request)
    return time.perf_counter() - start


def returned() -> str:
    """Compare a table in which every ruling was filled in anew."""
    from django.contrib.auth import get_user_model

    from pages.papers.returning.comparing import compare

    consultation = consultation_of(SOME)
    content = filled_in(consultation)
    user = get_user_model().objects.create_superuser("benchmark")
    start = time.perf_counter()
    comparison = compare(content, "uwagi.xlsx", consultation=consultation, user=user)
    seconds = time.perf_counter() - start
    changed = comparison.counts["changed"]
    if changed != SOME:
        raise RuntimeError(f"{comparison.counts}")
    return line(RETURN, changed, seconds, most_seconds=RETURN_SECONDS)


def filled_in(consultation) -> bytes:
    """Return the table with another ruling and other reasons in every row."""
    from openpyxl import load_workbook

    from pages.comments.models import Ruling
    from pages.papers.columns import sheet_columns
    from pages.papers.kinds import FileForm, PaperRequest
    from pages.papers.writing import write_paper

    request = PaperRequest(consultation, form=FileForm.XLSX, with_drafts=True)
    output = io.BytesIO()
    write_paper(output, request)
    book = load_workbook(output)
    names = [column.name for column in sheet_columns(request)]
    ruling, reasons = names.index("ruling"), names.index("reasons")
    for row in book.active.iter_rows(min_row=2):
        row[ruling].value = str(Ruling.OUT_OF_SCOPE.label)
        row[reasons].value = f"Nie: {row[reasons].value}"
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def consultation_of(rows):
    """Return the consultation with so many comments."""
    from pages.comments.models import Consultation

    return Consultation.objects.select_related("draft").get(
        draft__number=NUMBERS[rows], draft__locale__language_code="pl"
    )


def fill() -> None:
    """Make a city with two consultations.

    The comments of one are answered; those of the other wait for approval.
    """
    from tests.factories.pages import City

    from .consultations import consult

    call_command("migrate", verbosity=0)
    city = City()
    for rows, number in NUMBERS.items():
        consult(city, rows, number=number, is_answered=rows == MANY)
        progress(f"{rows} comments made")
    # As the database keeps itself after a while.
    upkeep = "VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE"
    with connection.cursor() as cursor:
        cursor.execute(upkeep)


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1]))
