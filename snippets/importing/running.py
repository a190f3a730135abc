"""Moves a batch from upload to report; each step checks that it is its turn."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.db import DatabaseError, transaction
from django.utils import timezone

from snippets.models import ColumnMapping, ImportBatch, Note

from .columns import ColumnChoice, is_known_heading, match_columns, problems_of
from .layout import Content, Layout, find_layout, read_content
from .opening import open_content, open_table
from .reading import Book, Table, open_book
from .saved import find_mapping
from .tasks import check_list, import_list
from .values import hide_personal_numbers
from .working import check_batch, import_batch

State = ImportBatch.State
# Up to so many rows a person waits for; more go to the worker.
ROWS_AT_ONCE = 1000
# While all is written at the end, in one transaction, a worker says nothing.
STALE_AFTER = timedelta(minutes=10)
# Lists that nobody has imported are forgotten: they may hold private data.
KEPT_FOR = timedelta(days=7)
NAME_LENGTH = 255
# A person may still change how the list is read.
OPEN = (State.UPLOADED, State.CHECKED, State.FAILED)
ENDED = (State.IMPORTED, State.UNDONE, State.CANCELLED)
READING = (
    "kind",
    "encoding",
    "separator",
    "sheet",
    "layout",
    "total",
    "columns",
    "mapping",
)


class WrongStateError(Exception):
    """The batch is at another step: somebody was faster, or went back."""


class UnfitColumnsError(Exception):
    """Columns cannot be read as was chosen."""

    def __init__(self, notes: Iterable[Note]) -> None:
        super().__init__()
        self.notes = list(notes)


def start_batch(
    *,
    content: bytes,
    filename: str,
    user: Any,
    encoding: str = "",
    separator: str = "",
    sheet: str = "",
) -> ImportBatch:
    """Take a file in, with how it is probably to be read; nothing is judged yet.

    Raises UnreadableError; then nothing is kept.
    """
    forget_old_files()
    batch, _content = read_batch(
        content,
        filename,
        user=user,
        encoding=encoding,
        separator=separator,
        sheet=sheet,
    )
    batch.file.save(batch.filename, ContentFile(content), save=False)
    try:
        batch.save()
    except DatabaseError:
        batch.file.delete(save=False)
        raise
    return batch


def read_batch(
    content: bytes,
    filename: str,
    *,
    user: Any,
    encoding: str = "",
    separator: str = "",
    sheet: str = "",
) -> tuple[ImportBatch, Content]:
    """Return a batch that is not saved, and what its list holds.

    Raises UnreadableError.
    """
    book = open_book(content, filename, encoding=encoding, separator=separator)
    batch = ImportBatch(
        filename=PurePath(filename).name[-NAME_LENGTH:],
        size=len(content),
        digest=hashlib.sha256(content).hexdigest(),
        created_by=user,
    )
    return batch, lay_out(batch, book, book.table(sheet), sheet=sheet)


def reread(
    batch: ImportBatch,
    *,
    encoding: str = "",
    separator: str = "",
    sheet: str = "",
    layout: Layout | None = None,
) -> None:
    """Read the file another way; columns are matched anew.

    Raises UnreadableError, then the batch stays as it is, and WrongStateError.
    """
    before = (batch.encoding, batch.separator)
    batch.encoding = encoding or batch.encoding
    batch.separator = separator or batch.separator
    batch.sheet = sheet or batch.sheet
    if (batch.encoding, batch.separator) != before:
        # The other of the two is found anew: one often follows from the other.
        batch.encoding, batch.separator = encoding, separator
    book, table = open_table(batch)
    lay_out(batch, book, table, sheet=batch.sheet, layout=layout)
    with reopened(batch):
        batch.rows.all().delete()
        batch.save(update_fields=READING)


def lay_out(
    batch: ImportBatch,
    book: Book,
    table: Table,
    *,
    sheet: str = "",
    layout: Layout | None = None,
) -> Content:
    """Set how a batch is read and which column is which field."""
    layout = layout or find_layout(table, is_known_heading)
    content = read_content(table, layout)
    batch.kind, batch.encoding = book.kind, book.encoding
    batch.separator, batch.sheet = book.separator, book.chosen(sheet).name
    batch.layout = layout.to_json()
    batch.total = len(content.records)
    batch.mapping = find_mapping(content)
    set_columns(batch, content, batch.mapping)
    return content


def set_columns(
    batch: ImportBatch, content: Content, mapping: ColumnMapping | None
) -> list[ColumnChoice]:
    """Match columns by a saved mapping, else by their headings."""
    saved = mapping.columns if mapping else None
    choices = match_columns(content.columns, sections=content.sections, saved=saved)
    batch.mapping = mapping
    batch.columns = [
        {
            "index": choice.index,
            "heading": hide_personal_numbers(choice.heading),
            "field": choice.field,
            "is_personal": choice.is_personal,
        }
        for choice in choices
    ]
    return choices


def use_mapping(batch: ImportBatch, mapping: ColumnMapping | None) -> None:
    """Choose columns as a saved mapping has them; without one by their headings.

    Raises UnreadableError and WrongStateError.
    """
    set_columns(batch, open_content(batch), mapping)
    with reopened(batch):
        batch.save(update_fields=["columns", "mapping"])


def choose_columns(batch: ImportBatch, fields: Mapping[int, str]) -> None:
    """Read columns into the fields that a person chose, by the index of the column.

    Raises UnfitColumnsError (no name, one field twice) and WrongStateError.
    """
    columns = [
        {**column, "field": fields.get(column["index"], "")} for column in batch.columns
    ]
    if notes := problems_of([ColumnChoice(**column) for column in columns]):
        raise UnfitColumnsError(notes)
    batch.columns = columns
    with reopened(batch):
        batch.save(update_fields=["columns", "mapping"])


def request_check(batch: ImportBatch) -> None:
    """Have the rows judged: at once, or by the worker when there are many.

    Raises UnfitColumnsError and WrongStateError.
    """
    if notes := what_is_missing(batch):
        raise UnfitColumnsError(notes)
    move(batch, OPEN, State.CHECKING)
    if batch.total <= ROWS_AT_ONCE:
        check_batch(batch.pk)
    else:
        transaction.on_commit(lambda: check_list.enqueue(batch.pk))
    batch.refresh_from_db()


def what_is_missing(batch: ImportBatch) -> list[Note]:
    """Return why rows cannot be judged: no rows, no names, one field twice."""
    if not batch.total:
        return [Note("no_rows")]
    return problems_of([ColumnChoice(**column) for column in batch.columns])


def request_import(batch: ImportBatch, *, user: Any) -> None:
    """Have the batch imported as it was looked through.

    Raises WrongStateError, for the second of two clicks too.
    """
    move(batch, (State.CHECKED,), State.IMPORTING)
    user_pk = user.pk if user else None
    if batch.total <= ROWS_AT_ONCE:
        import_batch(batch.pk, user=user_pk)
    else:
        transaction.on_commit(lambda: import_list.enqueue(batch.pk, user_pk))
    batch.refresh_from_db()


def cancel(batch: ImportBatch) -> None:
    """Give a batch up; its file is deleted, its rows are not kept."""
    move(batch, (*OPEN, State.CHECKING), State.CANCELLED)
    batch.refresh_from_db()
    batch.rows.all().delete()
    batch.forget_file()


def is_stale(batch: ImportBatch) -> bool:
    """Whether the worker seems to have stopped in the middle."""
    is_working = batch.state in (State.CHECKING, State.IMPORTING)
    beat_at = batch.beat_at or batch.created_at
    return is_working and timezone.now() - beat_at > STALE_AFTER


def recover(batch: ImportBatch) -> None:
    """Put a batch that a worker left back before the step; nothing was written."""
    if not is_stale(batch):
        raise WrongStateError
    back = State.UPLOADED if batch.state == State.CHECKING else State.CHECKED
    move(batch, (State(batch.state),), back)
    batch.refresh_from_db()


@contextmanager
def reopened(batch: ImportBatch) -> Iterator[None]:
    """Change how a batch is read, in one transaction with its step back.

    Raises WrongStateError if it is being worked on or done with by now.
    """
    with transaction.atomic():
        move(batch, OPEN, State.UPLOADED)
        yield


def move(batch: ImportBatch, origins: Iterable[str], state: str) -> None:
    """Move a batch to another state, if nobody was faster."""
    waiting = ImportBatch.objects.filter(pk=batch.pk, state__in=list(origins))
    if not waiting.update(state=state, done=0, problem={}, beat_at=timezone.now()):
        raise WrongStateError
    batch.state = state


def forget_old_files() -> None:
    """Cancel lists that were uploaded and then left; forget files of ended imports."""
    old = ImportBatch.objects.filter(created_at__lt=timezone.now() - KEPT_FOR)
    for batch in old.exclude(state__in=ENDED):
        if batch.state == State.IMPORTING and not is_stale(batch):
            continue
        with suppress(WrongStateError):
            move(batch, [batch.state], State.CANCELLED)
            batch.rows.all().delete()
    # Also those whose process died between the end and the deletion.
    for batch in ImportBatch.objects.filter(state__in=ENDED).exclude(file=""):
        batch.forget_file()
