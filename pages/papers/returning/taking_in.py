"""Writes what a table says into drafts of answers: all of it, or nothing.

Answers stay drafts, which another person approves as always.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override
from wagtail.log_actions import log
from wagtail.signal_handlers import (
    disable_reference_index_auto_update,
    update_reference_index_on_save,
)
from wagtail.users.models import UserProfile

from pages.comments.models import OfficialAnswer, PublicComment
from pages.comments.office.answering import draft_answer, keep_draft
from pages.papers.answers import OPEN
from pages.papers.models import AnswerSheet, SheetState
from pages.papers.rights import may_bring_back, may_have_papers
from snippets.importing.exporting.texts import plain
from snippets.importing.reading import UnreadableError
from snippets.models import Note

from .comparing import Comparison, compare_rows, read_kept
from .logs import RETURN
from .outcomes import Judged, Outcome
from .reading import ReadRow
from .wording import word


class NotTakenError(Exception):
    """A table that was confirmed cannot be taken in; the note says why."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.code)
        self.note = note


def take_in(uid: UUID, *, leaves_conflicts: bool = False) -> None:
    """Write a table that was confirmed.

    With `leaves_conflicts` the rows that somebody wrote into meanwhile are left out.
    Where anything else came out than what was looked through, nothing is written.
    """
    sheets = AnswerSheet.objects.filter(pk=uid, state=SheetState.APPLYING)
    sheet = sheets.select_related("consultation__draft", "user").first()
    if sheet is None:
        return
    with refusing(sheet), transaction.atomic():
        same = sheets.select_for_update(of=("self",))
        if not same.exists():
            return
        _check_rights(sheet.user)
        rows = read_kept(sheet)
        _lock(sheet, rows)
        comparison = compare_rows(rows, sheet.consultation)
        _check(sheet, comparison, leaves_conflicts=leaves_conflicts)
        with disable_reference_index_auto_update():
            answers = _write(comparison, sheet.user)
        _finish(sheet, comparison, [answer.pk for answer in answers])
        transaction.on_commit(sheet.forget_file)
        transaction.on_commit(partial(_index, answers))


@contextmanager
def refusing(sheet: AnswerSheet) -> Iterator[None]:
    """Keep why a table was not taken in; what is not foreseen goes on upwards too."""
    profile = UserProfile.get_for_user(sheet.user)
    with override(profile.get_preferred_language()):
        try:
            yield
        except (NotTakenError, UnreadableError) as error:
            _refuse(sheet, error.note)
        except PermissionDenied:
            _refuse(sheet, Note("no_right"))
        except ValidationError as error:
            why = " ".join(error.messages)
            _refuse(sheet, Note("write_refused", params={"why": why}))
        except Exception:
            _refuse(sheet, Note("failed"))
            raise


def _refuse(sheet: AnswerSheet, note: Note) -> None:
    AnswerSheet.objects.filter(pk=sheet.pk, state=SheetState.APPLYING).update(
        state=SheetState.REFUSED, problem=word(note)
    )


def _check_rights(user: Any) -> None:
    """Refuse somebody who lost a right since the table was confirmed."""
    if not (user.is_active and may_bring_back(user) and may_have_papers(user)):
        raise NotTakenError(Note("no_right"))


def _lock(sheet: AnswerSheet, rows: list[ReadRow]) -> None:
    """Let those who write into the same answers wait: answers first, as they do."""
    pks = [row.key.comment for row in rows if row.key]
    comments = PublicComment.objects.filter(
        consultation=sheet.consultation, pk__in=pks
    ).order_by("pk")
    covering = OfficialAnswer.objects.filter(
        state__in=OPEN, covered__comment__in=comments.order_by().values("pk")
    )
    answers = OfficialAnswer.objects.filter(pk__in=covering.order_by().values("pk"))
    for locked in (answers.order_by("pk"), comments):
        list(locked.select_for_update(of=("self",)).values_list("pk", flat=True))


def _check(
    sheet: AnswerSheet, comparison: Comparison, *, leaves_conflicts: bool
) -> None:
    if comparison.seen != sheet.seen:
        raise NotTakenError(Note("not_as_seen"))
    if comparison.counts[Outcome.PROBLEM]:
        raise NotTakenError(Note("has_problems"))
    if comparison.counts[Outcome.CONFLICT] and not leaves_conflicts:
        raise NotTakenError(Note("has_conflicts"))


def _write(comparison: Comparison, user: Any) -> list[OfficialAnswer]:
    """Start and change the answers."""
    keys = [pk for one in comparison.changes for pk in one.members]
    comments = PublicComment.objects.select_related("unit").in_bulk(keys)
    answers = OfficialAnswer.objects.in_bulk(
        [one.answer for one in comparison.changes if one.answer]
    )
    return [_write_answer(one, comments, answers, user) for one in comparison.changes]


def _index(answers: Iterable[OfficialAnswer]) -> None:
    """Note once what refers to what, and not at each step of each answer."""
    for answer in answers:
        update_reference_index_on_save(answer)


def _write_answer(
    one: Judged,
    comments: Mapping[int, PublicComment],
    answers: Mapping[int, OfficialAnswer],
    user: Any,
) -> OfficialAnswer:
    """Write one answer, new or changed; reasons that say the same stay untouched."""
    if one.answer:
        answer = answers[one.answer]
    else:
        members = [comments[pk] for pk in one.members]
        answer = draft_answer(comments=members, user=user)
    answer.ruling = one.after.ruling
    if plain(answer.reasons) != one.after.reasons:
        answer.reasons = one.after.reasons
    answer.save(update_fields=["ruling", "reasons"])
    keep_draft(answer=answer, user=user)
    return answer


def _finish(sheet: AnswerSheet, comparison: Comparison, answers: list[int]) -> None:
    """Note what was done, on the table and on the consultation."""
    sheet.state, sheet.decided_at = SheetState.APPLIED, timezone.now()
    sheet.counts = {**comparison.counts, "answers": answers}
    sheet.problem = ""
    sheet.save(update_fields=["state", "decided_at", "counts", "problem"])
    data = {
        "new": comparison.started,
        "changed": len(comparison.changes) - comparison.started,
        "left_out": comparison.counts[Outcome.CONFLICT],
    }
    log(sheet.consultation, RETURN, user=sheet.user, data=data)
