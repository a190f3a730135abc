import json
import sys
import traceback
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from snippets.importing.indexing import index_batch
from snippets.importing.layout import Content
from snippets.importing.reading import UnreadableError
from snippets.importing.reporting import describe
from snippets.importing.results import ListResult
from snippets.importing.running import read_batch, set_columns, what_is_missing
from snippets.importing.stamps import RegisterChangedError
from snippets.importing.wording import word
from snippets.importing.working import take_in
from snippets.importing.writing import Writer
from snippets.models import ColumnMapping, ImportBatch, Note

SOME_LEFT, UNREADABLE = 1, 2


class StoppedError(Exception):
    """The list cannot be taken in at all; nothing was written."""


class Command(BaseCommand):
    """Takes a list of organisations in, as the wizard does when nobody is asked."""

    help = (
        "Take a list of organisations in from a spreadsheet. Rows that are probably "
        "organisations of the register are left for a person, what was entered by hand "
        "stays. Exit code 0: all taken; 1: some rows refused or undecided, the others "
        "taken; 2: the file cannot be read or has no column of names, nothing written."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="CSV, TSV, TXT, XLSX, XLS, ODS or JSON")
        parser.add_argument("--sheet", default="", help="name of the sheet")
        parser.add_argument("--encoding", default="", help="encoding of a text file")
        parser.add_argument("--mapping", default="", help="name of a saved mapping")
        parser.add_argument(
            "--dry-run", action="store_true", help="do all of it, then take it back"
        )
        parser.add_argument("--json", action="store_true", help="report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            batch, content = self.read(options)
            result = self.take_in(batch, content, is_rehearsal=options["dry_run"])
        except UnreadableError as error:
            self.stop(word(error.note), options)
        except StoppedError as error:
            self.stop(str(error), options)
        except RegisterChangedError:
            self.stop(word(Note("register_busy")), options)
        except Exception:  # noqa: BLE001 - a script must not take it for rows refused
            self.stderr.write(traceback.format_exc())
            self.stop(word(Note("import_failed")), options)
        else:
            is_complete = self.report(batch, content, result, options)
            if batch.pk:
                index_batch(batch)
            if not is_complete:
                sys.exit(SOME_LEFT)

    def read(self, options: dict[str, Any]) -> tuple[ImportBatch, Content]:
        """Read the file and match its columns; stop where that cannot be done."""
        path = Path(options["file"])
        try:
            data = path.read_bytes()
        except OSError as error:
            raise StoppedError(str(error)) from error
        batch, content = read_batch(
            data,
            path.name,
            user=None,
            encoding=options["encoding"],
            sheet=options["sheet"],
        )
        if name := options["mapping"]:
            mapping = ColumnMapping.objects.filter(name=name).first()
            if mapping is None:
                raise StoppedError(word(Note("mapping_unknown", params={"name": name})))
            set_columns(batch, content, mapping)
        if notes := what_is_missing(batch):
            raise StoppedError(" ".join(word(note) for note in notes))
        return batch, content

    def take_in(
        self, batch: ImportBatch, content: Content, *, is_rehearsal: bool
    ) -> ListResult:
        """Take the rows in, or rehearse it without a trace."""
        if not is_rehearsal:
            batch.state = ImportBatch.State.IMPORTING
            batch.save()
        writer = Writer(batch=batch, is_rehearsal=is_rehearsal)
        try:
            return take_in(batch, writer, content=content, report=self.progress)
        except BaseException:
            if batch.pk:
                batch.delete()
            raise

    def progress(self, done: int, total: int) -> None:
        self.stderr.write(f"{done}/{total}")

    def report(
        self,
        batch: ImportBatch,
        content: Content,
        result: ListResult,
        options: dict[str, Any],
    ) -> bool:
        """Write what became of the rows; return whether all of them were taken."""
        report = describe(batch, content, result)
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
        else:
            for name in ("new", "changed", "unchanged", "duplicates", "refused"):
                self.stdout.write(f"{name}: {report[name]}")
            for row in report["rows"]:
                for note in (*row["errors"], *row["warnings"]):
                    self.stdout.write(f"{row['row']}: {note['text']}")
        return not (report["refused"] or report["undecided"])

    def stop(self, message: str, options: dict[str, Any]) -> None:
        """Say why nothing was done; where JSON is asked for, in JSON too."""
        if options["json"]:
            self.stdout.write(json.dumps({"error": message}, ensure_ascii=False))
        self.stderr.write(message)
        sys.exit(UNREADABLE)
