"""Measures the search against a file of queries and what they shall find."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from search.cases.measuring import Report, measure
from search.cases.printing import Bars, below, failures, table
from search.cases.reading import Case, CasesError, read_cases
from search.cases.scoring import BARS, Bar
from search.cases.trial import TrialError

BELOW_A_BAR, UNREADABLE = 1, 2
# The language that is held to bars without being told to.
HELD = "pl"


class Command(BaseCommand):
    """Prints how well the search does, and fails where it does worse than it should."""

    help = (
        "Measures the search against a file of cases: tab-separated columns query, "
        "must_match_text and must_not_match_text, and locale or language where there "
        "is more than one. The texts are put into the catalogue, searched and taken "
        "out again within one transaction, so nothing of them stays and no reader "
        "sees them; on SQLite nobody else can write until it ends. Exits with 1 where "
        "a figure does not reach its bar, and with 2 where the file cannot be read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file, the language, and a bar for each kind of figure."""
        parser.add_argument("file", type=Path, metavar="FILE.tsv")
        parser.add_argument(
            "--language",
            default=HELD,
            help="of rows that do not say theirs (default: %(default)s)",
        )
        parser.add_argument(
            "--worst",
            type=int,
            default=0,
            metavar="N",
            help="list up to N of the rows that failed, for each figure",
        )
        parser.add_argument(
            "--seed", type=int, default=1, help="of the slips (default: %(default)s)"
        )
        for name, bar in BARS.items():
            side = "most" if bar.is_most else "least"
            parser.add_argument(
                f"--{name.replace('_', '-')}",
                type=share,
                metavar="SHARE",
                help=f"at {side} this (default: {bar.limit}, in Polish only)",
            )

    def handle(self, **options: Any) -> None:
        """Read, measure, print; say last what is below its bar."""
        self.start = perf_counter()
        self.is_quiet = options["verbosity"] < 1
        cases = self.read(options["file"], options["language"])
        try:
            report = measure(cases, options["seed"], self.tell)
        except TrialError as error:
            raise CommandError(str(error), returncode=UNREADABLE) from error
        bars = bars_of(report, options)
        name, database = options["file"].name, connection.display_name
        self.stdout.write(f"{name}: {len(cases)} rows on {database}\n")
        self.stdout.write(table(report, bars))
        if options["worst"] > 0:
            for measured in report.measured:
                for line in failures(measured, options["worst"]):
                    self.stdout.write(line)
        missed = below(report, bars)
        if missed:
            told = "\n".join(["Below the bar:", *missed])
            raise CommandError(told, returncode=BELOW_A_BAR)

    def read(self, file: Path, language: str) -> list[Case]:
        """Return the cases of a file."""
        languages = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
        try:
            return read_cases(file.read_bytes(), language, languages)
        except (OSError, CasesError) as error:
            raise CommandError(f"{file}: {error}", returncode=UNREADABLE) from error

    def tell(self, line: str) -> None:
        """Say on stderr what is done, and the seconds since the start."""
        if not self.is_quiet:
            seconds = perf_counter() - self.start
            self.stderr.write(f"{seconds:5.1f} s  {line}", style_func=str)


def bars_of(report: Report, options: dict[str, Any]) -> Bars:
    """Return what each language is held to, without an option only Polish."""
    told = {
        name: Bar(options[name], bar.is_most)
        for name, bar in BARS.items()
        if options[name] is not None
    }
    return {
        one.language: {**BARS, **told} if one.language == HELD else told
        for one in report.measured
    }


def share(text: str) -> float:
    """Return a number between 0 and 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 <= value <= 1:
        raise ArgumentTypeError(f"{text!r} is no number between 0 and 1")
    return value
