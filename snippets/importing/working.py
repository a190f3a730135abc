"""The work on a batch: checking it and importing it, here or in a worker."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from snippets.models import ImportBatch, ImportRow, Note

from .agreeing import Agreement, NotAgreedError
from .indexing import index_batch
from .keeping import keep_rows
from .layout import Content
from .opening import open_content
from .reading import UnreadableError
from .resource import OrganisationResource, Report
from .results import Decision, Judgement, ListResult
from .stamps import RegisterChangedError
from .writing import Writer

State = ImportBatch.State
# Others may write while rows are judged: then they are judged again.
ATTEMPTS = 3


class CancelledError(Exception):
    """Somebody has cancelled the batch, or started it anew."""


def check_batch(pk: int) -> None:
    """Judge the rows of a batch that is being checked, and keep what they come to."""
    batch = ImportBatch.objects.filter(pk=pk, state=State.CHECKING).first()
    if batch is None:
        return
    with failing(batch):
        writer = Writer(batch=batch, is_rehearsal=True)
        result = take_in(batch, writer)
        finish_check(batch, list(result.judgements()), result.counts())


def import_batch(pk: int, *, user: int | None) -> None:
    """Import a batch that is being imported, if its rows come to what was agreed to.

    Otherwise it goes back to being looked through, with a note which rows differ.
    """
    batch = ImportBatch.objects.filter(pk=pk, state=State.IMPORTING).first()
    if batch is None:
        return
    people = get_user_model().objects
    person = people.filter(pk=user).first() if user else None
    agreement = Agreement.of(batch)
    with failing(batch):
        writer = Writer(batch=batch, user=person, agree=agreement.check)
        try:
            take_in(batch, writer)
        except NotAgreedError as error:
            finish_check(batch, error.judgements, error.counts, error.note)
    batch.refresh_from_db()
    if batch.state == State.IMPORTED:
        batch.forget_file()
        index_batch(batch)


def take_in(
    batch: ImportBatch,
    writer: Writer,
    *,
    content: Content | None = None,
    report: Report | None = None,
) -> ListResult:
    """Judge the rows and write them, again if the register changed in between."""
    content = content or open_content(batch)
    for attempt in range(1, ATTEMPTS + 1):
        resource = OrganisationResource(
            batch=batch,
            records=content.records,
            decisions=read_decisions(batch),
            report=report or Beat(batch),
        )
        try:
            return resource.take_in(writer=writer)
        except RegisterChangedError:
            if attempt == ATTEMPTS:
                raise
    raise RegisterChangedError


class Beat:
    """Says how far a batch is, and notices that it was cancelled."""

    def __init__(self, batch: ImportBatch) -> None:
        self.batch = batch

    def __call__(self, done: int, total: int) -> None:
        same = ImportBatch.objects.filter(pk=self.batch.pk, state=self.batch.state)
        if not same.update(done=done, total=total, beat_at=timezone.now()):
            raise CancelledError


class failing:  # noqa: N801 - read as a word: with failing(batch)
    """Lets a batch that cannot go on say why; what is not foreseen goes on upwards."""

    def __init__(self, batch: ImportBatch) -> None:
        self.batch = batch

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> bool:
        if error is None:
            return False
        if isinstance(error, CancelledError):
            return True
        note = Note("import_failed")
        if isinstance(error, UnreadableError):
            note = error.note
        elif isinstance(error, RegisterChangedError):
            note = Note("register_busy")
        ImportBatch.objects.filter(pk=self.batch.pk, state=self.batch.state).update(
            state=State.FAILED, problem=note.to_json()
        )
        return isinstance(error, UnreadableError | RegisterChangedError)


def read_decisions(batch: ImportBatch) -> dict[int, Decision]:
    """Return what people decided on the rows, by their numbers; one query.

    Nobody has decided anything on a batch that is not kept.
    """
    if batch.pk is None:
        return {}
    rows = ImportRow.objects.filter(batch=batch).order_by()
    decided = rows.exclude(decision="", overwrites=False)
    fields = ("number", "decision", "same_as", "same_as_row", "overwrites")
    return {
        number: Decision(choice, same_as, same_as_row, overwrites)
        for number, choice, same_as, same_as_row, overwrites in decided.values_list(
            *fields
        )
    }


def finish_check(
    batch: ImportBatch,
    judgements: Sequence[Judgement],
    counts: dict[str, Any],
    problem: Note | None = None,
) -> None:
    """Keep what the rows come to, for people to look through."""
    with transaction.atomic():
        same = ImportBatch.objects.filter(pk=batch.pk, state=batch.state)
        if not same.update(
            state=State.CHECKED,
            counts=counts,
            problem=problem.to_json() if problem else {},
            done=len(judgements),
            total=len(judgements),
        ):
            raise CancelledError
        keep_rows(batch, judgements)
