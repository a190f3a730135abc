"""Puts organisations back to what they held before an import."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from snippets.models import (
    ContactPerson,
    ImportRow,
    Organisation,
    OrganisationAlias,
    Sphere,
)

from .forgetting import forget
from .held import RELATED, person_value
from .parents import is_below
from .parts import AT_ONCE, in_parts
from .targets import DATES, LISTED, missing_names


class Restorable(Protocol):
    """An organisation with the rows of an import, and its images before and after."""

    organisation: Organisation
    rows: list[ImportRow]
    before: dict[str, Any]
    after: dict[str, Any]


def restore(traces: Sequence[Restorable]) -> None:
    """Put back fields, names, spheres, persons, and what lists had said until then."""
    restore_parents([trace for trace in traces if "parent" in trace.before])
    # Each its own columns: what is held in memory of others may be out of date.
    alike: dict[frozenset[str], list[Organisation]] = {}
    for trace in traces:
        columns = restore_columns(trace.organisation, trace.before)
        alike.setdefault(columns, []).append(trace.organisation)
        restore_related(trace)
    for columns, organisations in alike.items():
        if columns:
            names = sorted({*columns, *Organisation.derived_from(columns)})
            Organisation.objects.bulk_update(organisations, names, batch_size=100)
    forget(traces)


def restore_columns(
    organisation: Organisation, before: Mapping[str, Any]
) -> frozenset[str]:
    """Put the columns back in memory; return which."""
    columns = frozenset(name for name in before if name not in (*RELATED, LISTED))
    for name in columns:
        value = before[name]
        if name in DATES:
            value = datetime.date.fromisoformat(value) if value else None
        setattr(organisation, name, value)
    organisation.derive()
    return columns


def restore_parents(traces: Sequence[Restorable]) -> None:
    """Put parents back, if they are there still; three queries.

    For one that was merged stands whom it was merged into. Whoever has become a branch
    of its former branch is its parent no more.
    """
    if not traces:
        return
    parents = Organisation.objects.in_bulk(
        {trace.before["parent"] for trace in traces} - {None}
    )
    placed = Organisation.objects.exclude(parent=None).order_by()
    above = {pk: key for pk, key in placed.values_list("pk", "parent") if key}
    for trace in traces:
        organisation = trace.organisation
        parent = parents.get(trace.before["parent"])
        key = (parent.merged_into_id or parent.pk) if parent else None
        above.pop(organisation.pk, None)
        if key is not None and is_below(above, key, organisation.pk):
            key = None
        if key is not None:
            above[organisation.pk] = key
        organisation.parent_id = key
    Organisation.objects.bulk_update(
        [trace.organisation for trace in traces], ["parent"], batch_size=AT_ONCE
    )


def restore_related(trace: Restorable) -> None:
    """Take away what the import added beyond the columns, and put spheres back."""
    organisation, before, after = trace.organisation, trace.before, trace.after
    if "aliases" in before:
        added = missing_names(before["aliases"], after["aliases"])
        OrganisationAlias.objects.filter(
            organisation=organisation, name__in=added
        ).delete()
    if "contact_persons" in before:
        gone = [
            person.pk
            for person in organisation.contact_persons.all()
            if person_value(person) not in before["contact_persons"]
        ]
        ContactPerson.objects.filter(pk__in=gone).delete()
    if "spheres" in before:
        organisation.spheres.set(Sphere.objects.filter(code__in=before["spheres"]))


def remove_organisations(pks: Iterable[int]) -> None:
    """Delete organisations that an import added and that nothing else uses."""
    parts = [*in_parts(pks)]
    # A parent is protected by its branches, and they may be of another part.
    for part in parts:
        Organisation.objects.filter(pk__in=part).update(parent=None)
    for part in parts:
        Organisation.objects.filter(pk__in=part).delete()
