"""Writes what is accepted: all of it in one transaction, or nothing."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from snippets.models import (
    ContactPerson,
    ImportBatch,
    ImportedValues,
    Note,
    Organisation,
    OrganisationAlias,
    Sphere,
)

from .held import held_value, is_same, with_related
from .indexing import log_import
from .keeping import keep_rows
from .parents import is_below, resolve_parents
from .parts import AT_ONCE, create_in_parts, in_parts
from .results import Judgement, count_judgements
from .stamps import RegisterChangedError, RegisterStamp, lock_imports
from .targets import Target, Targets, Written


class Writer:
    """Writes the accepted rows of one batch; a rehearsal is rolled back at its end."""

    def __init__(
        self,
        *,
        batch: ImportBatch,
        user: Any = None,
        is_rehearsal: bool = False,
        agree: Callable[[Sequence[Judgement]], None] | None = None,
    ) -> None:
        self.batch = batch
        self.user = user
        self.is_rehearsal = is_rehearsal
        self.agree = agree
        self.started = time.monotonic()

    def write(
        self,
        judgements: Sequence[Judgement],
        accepted: Sequence[Judgement],
        stamp: RegisterStamp,
    ) -> None:
        """Write organisations, what came of each row, and the history.

        Raises RegisterChangedError if the register is not the one rows were judged by,
        and what `agree` raises if rows come to something else than was agreed to.
        """
        if self.agree:
            self.agree(judgements)
        try:
            with transaction.atomic():
                lock_imports()
                if RegisterStamp.read() != stamp:
                    raise RegisterChangedError
                load_old_names(accepted)
                targets = Targets(accepted)
                lock_organisations(targets)
                write_organisations(targets)
                if self.is_rehearsal:
                    transaction.set_rollback(True)
                else:
                    self.finish(judgements, targets)
        except IntegrityError as error:
            raise RegisterChangedError from error

    def finish(self, judgements: Sequence[Judgement], targets: Targets) -> None:
        """Keep what came of each row, and log it."""
        keep_rows(self.batch, judgements, targets.written)
        log_import(targets, batch=self.batch, user=self.user)
        importing = ImportBatch.objects.filter(
            pk=self.batch.pk, state=ImportBatch.State.IMPORTING
        )
        if not importing.update(
            state=ImportBatch.State.IMPORTED,
            imported_by=self.user,
            imported_at=timezone.now(),
            counts={
                **count_judgements(judgements),
                "seconds": round(time.monotonic() - self.started, 1),
            },
            problem={},
            done=len(judgements),
            total=len(judgements),
        ):
            raise RegisterChangedError


def load_old_names(accepted: Iterable[Judgement]) -> None:
    """Load the other names of those who get another name: the old one joins them."""
    renamed = [
        judgement.organisation
        for judgement in accepted
        if judgement.organisation
        and any(change.field == "name" for change in judgement.taken)
    ]
    prefetch_related_objects(renamed, "aliases")


def lock_organisations(targets: Targets) -> None:
    """Read again what is to be changed, so that nobody's work is written over.

    Raises RegisterChangedError if a row was judged by something else.
    """
    expected = expected_values(targets)
    fields = {name for old in expected.values() for name in old}
    rows = Organisation.objects.unmerged().select_for_update(of=("self",))
    for part in in_parts(expected):
        now = {one.pk: one for one in with_related(rows, fields).filter(pk__in=part)}
        for pk in part:
            if pk not in now or not holds(now[pk], expected[pk]):
                raise RegisterChangedError
            targets.by_pk[pk].organisation = now[pk]


def expected_values(targets: Targets) -> dict[int, dict[str, Any]]:
    """Return what each known organisation held when it was judged."""
    expected: dict[int, dict[str, Any]] = {pk: {} for pk in targets.by_pk}
    for written in targets.written:
        if not written.target.is_new:
            pk = written.target.key
            for change in written.judgement.taken:
                expected[pk].setdefault(change.field, change.old)
    return expected


def holds(organisation: Organisation, expected: dict[str, Any]) -> bool:
    """Whether an organisation still holds what it was judged by."""
    return all(
        is_same(field, held_value(organisation, field), old)
        for field, old in expected.items()
    )


def write_organisations(targets: Targets) -> None:
    """Write the register: organisations first, then what belongs to them."""
    create_organisations(targets.new)
    update_organisations([*targets.by_pk.values()])
    write_aliases(targets.all)
    write_spheres(targets.all)
    write_persons(targets.all)
    write_parents(targets.written)
    write_listed(targets.all)


def create_organisations(targets: Sequence[Target]) -> None:
    """Create new organisations, each with an address of its own."""
    taken = set(Organisation.objects.order_by().values_list("slug", flat=True))
    for part in in_parts(targets):
        organisations = [target.apply() for target in part]
        for organisation in organisations:
            organisation.slug = organisation.free_slug(taken.__contains__)
            taken.add(organisation.slug)
        Organisation.objects.bulk_create(organisations)
        for target, organisation in zip(part, organisations, strict=True):
            target.pk = organisation.pk


def update_organisations(targets: Sequence[Target]) -> None:
    """Update the changed columns of known organisations."""
    changed = [target for target in targets if target.columns]
    columns = {name for target in changed for name in target.columns}
    if not columns:
        return
    # An upsert by key costs a tenth of `bulk_update`, which spells out every value.
    create_in_parts(
        Organisation,
        (target.apply() for target in changed),
        update_conflicts=True,
        update_fields=sorted({*columns, *Organisation.derived_from(columns)}),
        unique_fields=["id"],
    )


def write_aliases(targets: Sequence[Target]) -> None:
    """Add other names after those that are there."""
    create_in_parts(
        OrganisationAlias,
        (
            OrganisationAlias(organisation_id=target.key, name=name, sort_order=place)
            for target in targets
            for place, name in enumerate(
                target.aliases, start=alias_count(target) if target.aliases else 0
            )
        ),
    )


def alias_count(target: Target) -> int:
    return len(target.organisation.aliases.all()) if target.organisation else 0


def write_spheres(targets: Sequence[Target]) -> None:
    """Set the spheres of those whose rows name any."""
    named = [target for target in targets if target.spheres is not None]
    if not named:
        return
    pk_of = dict(Sphere.objects.values_list("code", "pk"))
    through = Organisation.spheres.through
    old = [target.key for target in named if not target.is_new]
    for part in in_parts(old):
        through.objects.filter(organisation_id__in=part).delete()
    create_in_parts(
        through,
        (
            through(organisation_id=target.key, sphere_id=pk_of[code])
            for target in named
            for code in target.spheres or ()
        ),
    )


def write_persons(targets: Sequence[Target]) -> None:
    """Add contact persons."""
    create_in_parts(
        ContactPerson,
        (
            ContactPerson(organisation_id=target.key, **person)
            for target in targets
            for person in target.persons
        ),
    )


def write_parents(written: Sequence[Written]) -> None:
    """Make branches of those whose rows say whose branch they are."""
    branches = [one for one in written if "parent" in one.after]
    if not branches:
        return
    parents = resolve_parents(one.target.parent or "" for one in branches)
    held = Organisation.objects.exclude(parent=None).order_by()
    above = {pk: parent for pk, parent in held.values_list("pk", "parent") if parent}
    placed = []
    for one in branches:
        key, parent = one.target.key, parents.get(one.target.parent or "")
        one.after["parent"] = above.get(key)
        if parent is None:
            continue
        if is_below(above, parent.pk, key):
            # Two rows of one list say it of each other.
            params = {"text": one.target.parent}
            one.judgement.notes.append(Note("parent_circle", "parent", params))
            continue
        above[key] = one.after["parent"] = parent.pk
        placed.append(Organisation(pk=key, parent=parent))
    Organisation.objects.bulk_update(placed, ["parent"], batch_size=AT_ONCE)


def write_listed(targets: Sequence[Target]) -> None:
    """Remember what lists said, to tell it from what people enter later."""
    create_in_parts(
        ImportedValues,
        (listed_by(target) for target in targets),
        update_conflicts=True,
        update_fields=["values", "names"],
        unique_fields=["organisation"],
    )


def listed_by(target: Target) -> ImportedValues:
    """Return what lists have said of an organisation, with this one."""
    # Of a new one it would be a query to learn that nothing was said yet.
    known = target.organisation
    kept = getattr(known, "imported_values", None) if known else None
    names = list(kept.names) if kept else []
    names += [name for name in target.names if name not in names]
    return ImportedValues(
        organisation_id=target.key,
        values={**kept.values, **target.said} if kept else target.said,
        names=names,
    )
