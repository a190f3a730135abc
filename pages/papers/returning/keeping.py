"""Moves a table that came back on: brought, confirmed, given up."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.db import DatabaseError, transaction
from django.utils import timezone

from pages.comments.models import Consultation
from pages.papers.forgetting import forget_old_sheets
from pages.papers.models import AnswerSheet, SheetState

from .comparing import Comparison, compare
from .outcomes import Outcome
from .tasks import take_sheet_in

NAME_LENGTH = 255
# All is written at the end: until then a worker says nothing.
STALE_AFTER = timedelta(minutes=10)
WAITING = (SheetState.CHECKED, SheetState.REFUSED)


class WrongStateError(Exception):
    """The table is at another step: somebody was faster, or went back."""


def bring_back(
    *, content: bytes, filename: str, consultation: Consultation, user: Any
) -> AnswerSheet:
    """Keep a table that can be read, for its differences to be looked through.

    Raises `UnreadableError`; then nothing is kept.
    """
    forget_old_sheets()
    comparison = compare(content, filename, consultation=consultation, user=user)
    sheet = AnswerSheet(
        consultation=consultation,
        user=user,
        name=PurePath(filename).name[-NAME_LENGTH:],
        counts=comparison.counts,
    )
    sheet.file.save(sheet.name, ContentFile(content), save=False)
    try:
        sheet.save()
    except DatabaseError:
        sheet.file.delete(save=False)
        raise
    return sheet


def may_confirm(comparison: Comparison) -> bool:
    """Whether all of a table can be taken in, but for rows changed meanwhile."""
    return bool(comparison.changes) and not comparison.counts[Outcome.PROBLEM]


def confirm(sheet: AnswerSheet, *, seen: str, leaves_conflicts: bool) -> None:
    """Have a table taken in as it was looked through.

    Raises WrongStateError, for the second of two clicks too.
    """
    with transaction.atomic():
        _move(
            sheet,
            (SheetState.CHECKED,),
            SheetState.APPLYING,
            seen=seen[:64],
            decided_at=timezone.now(),
        )
        transaction.on_commit(
            lambda: take_sheet_in.enqueue(str(sheet.pk), leaves_conflicts)
        )


def look_again(sheet: AnswerSheet) -> None:
    """Let the differences of a table be looked through again; nothing was written.

    Raises WrongStateError.
    """
    origins = [SheetState.REFUSED]
    if is_stale(sheet):
        origins.append(SheetState.APPLYING)
    _move(sheet, origins, SheetState.CHECKED, problem="")


def give_up(sheet: AnswerSheet) -> None:
    """Drop a table and its file. Raises WrongStateError."""
    _move(sheet, WAITING, SheetState.CANCELLED, decided_at=timezone.now())
    sheet.forget_file()


def is_stale(sheet: AnswerSheet) -> bool:
    """Whether the worker seems to have stopped before the table was taken in."""
    since = sheet.decided_at or sheet.created_at
    is_working = sheet.state == SheetState.APPLYING
    return is_working and timezone.now() - since > STALE_AFTER


def _move(
    sheet: AnswerSheet, origins: Iterable[str], state: SheetState, **values: Any
) -> None:
    """Move a table to another state, if nobody was faster."""
    waiting = AnswerSheet.objects.filter(pk=sheet.pk, state__in=list(origins))
    if not waiting.update(state=state, **values):
        raise WrongStateError
    sheet.refresh_from_db()
