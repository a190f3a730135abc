"""Takes an import back, but for what somebody has worked on since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from snippets.models import ImportBatch, ImportRow, Note, Organisation

from .forgetting import forget_private
from .held import RELATED, held_value, with_related
from .indexing import UNDONE, index_organisations, log_all
from .parts import in_parts
from .restoring import remove_organisations, restore
from .stamps import lock_imports
from .targets import LISTED
from .using import find_changed, find_cited

State = ImportBatch.State
# Fields that are rows of their own.
MANY = tuple(name for name in RELATED if name != "parent")


@dataclass
class Trace:
    """What the rows of a batch did to one organisation, taken together."""

    organisation: Organisation
    rows: list[ImportRow] = field(default_factory=list)
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    is_creation: bool = False

    def add(self, row: ImportRow) -> None:
        """Add a row; rows come in the order of the list."""
        self.is_creation = self.is_creation or LISTED not in row.before
        self.rows.append(row)
        self.before = {**row.before, **self.before}
        self.after.update(row.after)


@dataclass(frozen=True)
class Kept:
    """A row that is not taken back, and why."""

    row: ImportRow
    organisation: Organisation
    note: Note


@dataclass
class UndoPlan:
    """What undoing does: how many are restored, how many removed, which are kept."""

    restored: int = 0
    removed: int = 0
    kept: list[Kept] = field(default_factory=list)


class Sorting:
    """Sorts out what a batch did: what is restored, what is removed, what stays.

    Which of the new organisations are used is known when all windows were seen: they
    may be each other's parents.
    """

    def __init__(self, batch: ImportBatch) -> None:
        self.batch = batch
        self.plan = UndoPlan()
        self.going: set[int] = set()
        # Those that get their former parent back.
        self.freed: set[int] = set()

    def sort(self, traces: Sequence[Trace]) -> list[Trace]:
        """Return which organisations are restored; note those that stay."""
        created = [trace.organisation.pk for trace in traces if trace.is_creation]
        changed = find_changed(created, since=self.batch)
        restored = []
        for trace in traces:
            pk = trace.organisation.pk
            if trace.organisation.merged_into_id:
                self.keep(trace.rows[0], trace.organisation, Note("undo_merged"))
            elif edited := edited_fields(trace):
                note = Note("undo_edited", edited[0])
                self.keep(trace.rows[0], trace.organisation, note)
            elif pk in changed:
                self.keep(trace.rows[0], trace.organisation, Note(changed[pk]))
            elif trace.is_creation:
                self.going.add(pk)
            else:
                restored.append(trace)
        self.plan.restored += len(restored)
        self.freed |= with_parent(restored)
        return restored

    def settle(self) -> None:
        """Let those stay that something else uses."""
        used = find_cited(self.going, freed=self.freed)
        self.going -= used
        self.plan.removed = len(self.going)
        rows = applied_rows(self.batch).order_by("number")
        for part in in_parts(sorted(used)):
            seen = set()
            for row in rows.filter(organisation__in=part).select_related(
                "organisation"
            ):
                if row.organisation and row.organisation_id not in seen:
                    seen.add(row.organisation_id)
                    self.keep(row, row.organisation, Note("undo_used"))

    def keep(self, row: ImportRow, organisation: Organisation, note: Note) -> None:
        """List an organisation that stays as it is."""
        self.plan.kept.append(Kept(row, organisation, note))


def plan_undo(batch: ImportBatch) -> UndoPlan:
    """Return what undoing would do now; nothing is changed."""
    sorting = Sorting(batch)
    for window in read_windows(batch):
        sorting.sort(window)
    sorting.settle()
    return sorting.plan


def undo(batch: ImportBatch, *, user: Any) -> UndoPlan:
    """Put back what an imported batch changed, and remove what it added.

    Whatever was edited, imported again or used since stays as it is and is listed. All
    is done in one transaction.
    """
    sorting = Sorting(batch)
    with transaction.atomic():
        lock_imports()
        if ImportBatch.objects.filter(pk=batch.pk, state=State.IMPORTED).update(
            state=State.UNDONE, undone_by=user, undone_at=timezone.now()
        ):
            for window in read_windows(batch, is_locked=True):
                put_back(batch, sorting.sort(window), user=user)
            sorting.settle()
            mark_undone(batch, sorting.going)
            remove_organisations(sorting.going)
            forget_private(batch)
    batch.refresh_from_db()
    return sorting.plan


def put_back(batch: ImportBatch, traces: Sequence[Trace], *, user: Any) -> None:
    """Restore organisations, with what a save does beside saving."""
    restore(traces)
    named = [(trace.organisation.pk, trace.organisation.name) for trace in traces]
    log_all(named, UNDONE, batch=batch, user=user)
    pks = [trace.organisation.pk for trace in traces]
    index_organisations(pks, references=with_parent(traces))
    mark_undone(batch, pks)


def mark_undone(batch: ImportBatch, pks: Iterable[int]) -> None:
    """Note of the rows of organisations that they are undone."""
    for part in in_parts(pks):
        applied_rows(batch).filter(organisation__in=part).update(is_undone=True)


def applied_rows(batch: ImportBatch) -> QuerySet[ImportRow]:
    """Return the rows of a batch that have written something; each knows its batch."""
    return batch.rows.filter(is_applied=True, is_undone=False)


def read_windows(
    batch: ImportBatch, *, is_locked: bool = False
) -> Iterable[Sequence[Trace]]:
    """Give what a batch did, some hundred organisations at a time.

    Locked ones wait for nobody's edits any more until the transaction is over.
    """
    applied = applied_rows(batch)
    pks = applied.exclude(organisation=None).order_by("organisation")
    touched = pks.values_list("organisation", flat=True).distinct()
    organisations = Organisation.objects.order_by("pk")
    if is_locked:
        organisations = organisations.select_for_update(of=("self",))
    for window in in_parts(list(touched)):
        loaded = with_related(organisations.filter(pk__in=window), MANY)
        traces = {one.pk: Trace(one) for one in loaded}
        for row in applied.filter(organisation__in=window).order_by("number"):
            if row.organisation_id in traces:
                traces[row.organisation_id].add(row)
        yield list(traces.values())


def with_parent(traces: Iterable[Trace]) -> set[int]:
    """Return whose parents the batch has changed."""
    return {trace.organisation.pk for trace in traces if "parent" in trace.before}


def edited_fields(trace: Trace) -> list[str]:
    """Return the fields that hold something else than the import left there."""
    return [
        name
        for name, left in trace.after.items()
        if not is_exactly(name, left_value(trace.organisation, name), left)
    ]


def left_value(organisation: Organisation, name: str) -> Any:
    """Return what a field holds, as an after-image has it: a parent by its key."""
    if name == "parent":
        return organisation.parent_id
    return held_value(organisation, name)


def is_exactly(name: str, held: Any, left: Any) -> bool:
    """Whether a field is as it was left; the order of a list makes no difference."""
    if name in MANY:
        return sorted(map(str, held)) == sorted(map(str, left))
    return bool(held == left)
