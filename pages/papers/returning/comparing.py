"""A table that came back as it is looked through: what would come out of it now."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from typing import Any

from pages.comments.models import Consultation
from pages.papers.models import AnswerSheet
from snippets.importing.reading.tables import refusal

from .judging import judge_rows
from .known import read_known
from .outcomes import WRITTEN, Judged, Outcome
from .reading import ReadRow, read_sheet

# Who may know which consultations there are, and not only what is public.
SEE_CONSULTATIONS = (
    "public_comments.view_consultation",
    "public_comments.change_consultation",
)


@dataclass(frozen=True)
class Comparison:
    """The rows with what they lead to, and how many comments have no row."""

    rows: Sequence[Judged]
    left_out: int

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows have each outcome."""
        found = Counter(str(one.outcome) for one in self.rows)
        return {str(outcome): found[str(outcome)] for outcome in Outcome}

    @cached_property
    def changes(self) -> list[Judged]:
        """One row of each answer that is started or changed."""
        groups = {
            one.comment.group: one
            for one in reversed(self.rows)
            if one.comment and one.outcome in WRITTEN
        }
        return list(reversed(groups.values()))

    @property
    def started(self) -> int:
        """How many of the changes are new answers."""
        return sum(not one.answer for one in self.changes)

    @cached_property
    def seen(self) -> str:
        """The digest of all that is not as it was."""
        told = [
            (
                one.row.number,
                one.comment.pk if one.comment else None,
                one.outcome,
                astuple(one.before),
                astuple(one.after),
                one.answer,
                one.members,
            )
            for one in self.rows
            if one.outcome != Outcome.UNCHANGED
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def compare(
    content: bytes, filename: str, *, consultation: Consultation, user: Any
) -> Comparison:
    """Return what a table would lead to.

    Raises `UnreadableError` for a file that is refused as a whole.
    """
    rows = read_sheet(content, filename)
    _refuse_others(rows, consultation, user)
    return compare_rows(rows, consultation)


def compare_sheet(sheet: AnswerSheet) -> Comparison:
    """Return what a table that is kept would lead to now; raises as `compare` does."""
    return compare_rows(read_kept(sheet), sheet.consultation)


def read_kept(sheet: AnswerSheet) -> list[ReadRow]:
    """Return the rows of a table that is kept: its consultation was looked at before.

    Raises `UnreadableError`, also when the file is gone.
    """
    if not sheet.file:
        raise refusal("file_gone")
    try:
        with sheet.file.open("rb") as file:
            content = file.read()
    except FileNotFoundError as error:
        raise refusal("file_gone") from error
    return read_sheet(content, sheet.name)


def compare_rows(rows: Sequence[ReadRow], consultation: Consultation) -> Comparison:
    """Return what rows lead to; they are of the consultation's table."""
    known = read_known(consultation, rows)
    there = {row.key.comment for row in rows if row.key}
    return Comparison(judge_rows(rows, known), len(known.own - there))


def _refuse_others(
    rows: Sequence[ReadRow], consultation: Consultation, user: Any
) -> None:
    """Refuse a table with rows of another consultation, named to who may know of it."""
    others = {row.key.consultation for row in rows if row.key} - {consultation.pk}
    if not others:
        return
    found = Consultation.objects.filter(pk__in=others).select_related("draft")
    if not any(user.has_perm(right) for right in SEE_CONSULTATIONS):
        found = found.public()
    titles = ", ".join(f"“{one}”" for one in found.order_by("pk")[:3])
    if titles:
        raise refusal("other_consultation", title=titles)
    raise refusal("unknown_consultation")
