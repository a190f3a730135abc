"""`manage.py export_open_data`: the open data as files, with their catalogue."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import URLValidator

from pages.open_data.datasets import DATASETS
from pages.open_data.publishing import BusyError, publish
from pages.open_data.settings import open_data

NOT_WRITTEN, MISUSED, BUSY = 1, 2, 3


class Command(BaseCommand):
    """Writes what is public into a folder, for the site or for another server."""

    help = (
        "Write the open data into a folder: each dataset as CSV and JSON, a dictionary "
        "(csv-metadata.json for programs, dictionary.*.html for people), a catalogue "
        "by DCAT-AP 3 and checksums. Only what everybody can read on the site is in "
        "them. A file is whole or as it was before; one that stays the same is left "
        "alone. Tells on stderr how many rows are written, on stdout which files "
        "changed. Exit code 0: done; 1: the folder cannot be written; 2: it was asked "
        "for wrongly; 3: another run writes into the folder."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder",
            nargs="?",
            type=Path,
            metavar="DIR",
            help="else that of PARTICIPATION_OPEN_DATA",
        )
        parser.add_argument(
            "--base-url",
            default="",
            metavar="URL",
            help="where the site is, for the addresses in the files; else what its "
            "own settings say",
        )
        parser.add_argument(
            "--only",
            default="",
            choices=list(DATASETS),
            metavar="NAME",
            help=f"only one dataset: {', '.join(DATASETS)}",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder, base_url = options["folder"] or self.own_folder(), options["base_url"]
        if base_url:
            self.check_address(base_url)
        try:
            outcome = publish(
                folder,
                base_url=base_url,
                only=options["only"],
                progress=self.tell_progress,
            )
        except BusyError as error:
            raise CommandError(str(error), returncode=BUSY) from error
        except OSError as error:
            message = f"{folder} cannot be written: {error}"
            raise CommandError(message, returncode=NOT_WRITTEN) from error
        for name in outcome.changed:
            self.stdout.write(name)
        total = sum(outcome.rows.values())
        self.stderr.write(f"{total} rows; {len(outcome.changed)} files changed")

    def own_folder(self) -> Path:
        """Return the folder of the site's setting."""
        try:
            folder = open_data().folder
        except ImproperlyConfigured as error:
            raise CommandError(str(error), returncode=MISUSED) from error
        if folder is None:
            raise CommandError("Name a folder.", returncode=MISUSED)
        return folder

    def check_address(self, address: str) -> None:
        """Refuse what is no address of a site."""
        try:
            URLValidator(schemes=["http", "https"])(address)
        except ValidationError as error:
            message = f"--base-url: “{address}” is no address."
            raise CommandError(message, returncode=MISUSED) from error

    def tell_progress(self, name: str, rows: int) -> None:
        """Say on stderr how many rows of a dataset are written."""
        self.stderr.write(f"{name}: {rows} rows")
