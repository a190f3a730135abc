"""`manage.py export_comments`: a paper of a consultation as a file."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from wagtail.models import Locale

from pages.comments.models import Consultation
from pages.papers.kinds import FORMS, FileForm, Paper, PaperRequest
from pages.papers.rows import count_rows
from pages.papers.writing import write_paper
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage

STDOUT = "-"


class Command(BaseCommand):
    """Writes a paper as the button in the admin does, for scripts and archives."""

    help = (
        "Write a paper of a programme's consultation as a file: the table of comments, "
        "the protocol or the paragraph for the programme. Private persons are not "
        "named and answers in preparation are not told unless asked for. Tells on "
        "stderr how many comments are written; the file is whole or not there."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("programme", help="slug of the programme's page")
        parser.add_argument(
            "--format", required=True, choices=FileForm.values, dest="form"
        )
        parser.add_argument(
            "--output", required=True, metavar="FILE", help="“-” for standard output"
        )
        parser.add_argument("--paper", default=Paper.TABLE.value, choices=Paper.values)
        parser.add_argument(
            "--draft",
            type=int,
            metavar="NUMBER",
            help="number of the version consulted; else the newest consultation",
        )
        parser.add_argument(
            "--language",
            default=settings.LANGUAGE_CODE,
            choices=[code for code, _name in settings.LANGUAGES],
        )
        parser.add_argument(
            "--with-contacts",
            action="store_true",
            help="names that are not public, and e-mails",
        )
        parser.add_argument(
            "--with-drafts",
            action="store_true",
            help="answers in preparation, and versions that are not public",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        form, paper = FileForm(options["form"]), Paper(options["paper"])
        if form not in FORMS[paper]:
            forms = ", ".join(FORMS[paper])
            raise CommandError(f"The {paper} does not come as {form}, only as {forms}.")
        consultation = find_consultation(options["programme"], options["draft"])
        request = PaperRequest(
            consultation,
            paper,
            form,
            with_contacts=options["with_contacts"],
            with_drafts=options["with_drafts"],
        )
        with translation.override(options["language"]):
            self.write(request, options["output"])

    def write(self, request: PaperRequest, target: str) -> None:
        """Write the paper to a file, or to standard output."""
        total = count_rows(request.consultation)
        tell = self.teller(total)
        if target == STDOUT:
            write_paper(sys.stdout.buffer, request, tell)
            sys.stdout.buffer.flush()
        else:
            try:
                with whole_file(Path(target), is_private=request.with_contacts) as file:
                    write_paper(file, request, tell)
            except OSError as error:
                raise CommandError(f"{target} cannot be written: {error}") from error
        self.stderr.write(f"{request.consultation}: {total} comments written")

    def teller(self, total: int) -> Callable[[int], None]:
        """Return what says on stderr how many comments are written."""
        return lambda done: self.stderr.write(f"{done}/{total}")


def find_consultation(slug: str, number: int | None) -> Consultation:
    """Return the consultation of a version of a programme, the newest by default."""
    programmes = ProgrammePage.objects.filter(locale=Locale.get_default())
    programme = programmes.filter(slug=slug).first()
    if programme is None:
        slugs = programmes.order_by("-year").values_list("slug", flat=True)
        raise CommandError(f"No programme “{slug}”. {there_are(slugs)}")
    drafts = ProgrammeDraftPage.objects.descendant_of(programme)
    consultations = Consultation.objects.filter(draft__in=drafts.values("pk"))
    chosen = (
        consultations if number is None else consultations.filter(draft__number=number)
    )
    consultation = chosen.select_related("draft").first()
    if consultation is None:
        numbers = consultations.values_list("draft__number", flat=True)
        version = "" if number is None else f" of version {number}"
        raise CommandError(
            f"The programme “{slug}” has no consultation{version}. {there_are(numbers)}"
        )
    return consultation


def there_are(names: Any) -> str:
    """Say what there is to choose from."""
    found = ", ".join(str(name) for name in names)
    return f"There are: {found}." if found else "There are none."


@contextmanager
def whole_file(target: Path, *, is_private: bool) -> Iterator[BinaryIO]:
    """Open a file beside the target, and put it in its place once it is written.

    Where something goes wrong, the target is as it was.
    """
    partial = target.with_name(f".{target.name}.{uuid4().hex}")
    try:
        with partial.open("xb") as file:
            if is_private:
                os.fchmod(file.fileno(), 0o600)
            yield file
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
