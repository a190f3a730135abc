"""What undoing a merger would put back, and what it would leave as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core import serializers
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from snippets.models import Organisation, OrganisationAlias, OrganisationMerge

from .choices import say
from .reasons import Obstacle, Remainder
from .relations import Key, key_named
from .values import column, plain, put


@dataclass(frozen=True)
class Left:
    """Something that an undo does not put back, and why."""

    what: str
    why: Remainder


@dataclass(frozen=True)
class UndoPlan:
    """What goes back to the merged entry; `kept_fields` and `merged_fields` by name."""

    record: OrganisationMerge
    obstacle: Obstacle | None = None
    rows: Sequence[tuple[Key, Any]] = ()
    doubles: Sequence[tuple[Key, Any]] = ()
    aliases: Sequence[OrganisationAlias] = ()
    kept_fields: dict[str, Any] = field(default_factory=dict)
    merged_fields: dict[str, Any] = field(default_factory=dict)
    left: Sequence[Left] = ()

    @property
    def things(self) -> list[str]:
        """What goes back, as staff know it."""
        keys = {(name, pk) for name, pk in self._going_back()}
        said = (
            entry["said"]
            for entry in self.record.moved
            if (entry["key"], _pk_of(entry)) in keys
        )
        return list(dict.fromkeys(said))

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The fields of the kept entry that change, and what they will hold."""
        organisation = Organisation(pk=self.record.kept_id)
        put(organisation, self.kept_fields)
        columns = [column(organisation, name) for name in self.kept_fields]
        return [
            (capfirst(str(one.verbose_name)), say(one, organisation)) for one in columns
        ]

    def _going_back(self) -> Iterator[tuple[str, Any]]:
        for key, row in (*self.rows, *self.doubles):
            yield f"{key.model._meta.label}.{key.name}", row.pk


def plan_undo(record: OrganisationMerge) -> UndoPlan:
    """Return what undoing a merger would do, or why it cannot be undone."""
    if record.undone_at:
        return UndoPlan(record, Obstacle.UNDONE)
    if _later_mergers(record).exists():
        return UndoPlan(record, Obstacle.LATER)
    left: list[Left] = []
    kept_fields = _fields_back(record, left)
    return UndoPlan(
        record,
        rows=_rows_back(record, left),
        doubles=_doubles_back(record, left),
        aliases=_aliases_back(record),
        kept_fields=kept_fields,
        merged_fields=_numbers_back(record, kept_fields, left),
        left=left,
    )


def _later_mergers(record: OrganisationMerge) -> Any:
    both = (record.kept_id, record.merged_id)
    later = OrganisationMerge.objects.filter(undone_at=None, pk__gt=record.pk)
    return later.filter(Q(kept__in=both) | Q(merged__in=both))


def _pk_of(entry: dict[str, Any]) -> Any:
    return entry["row"]["pk"] if "row" in entry else entry["pk"]


def _rows_back(record: OrganisationMerge, left: list[Left]) -> list[tuple[Key, Any]]:
    back = []
    for name, entries in _by_key(record, "pk").items():
        key = key_named(name)
        found = key.model._base_manager.in_bulk([entry["pk"] for entry in entries])
        for entry in entries:
            row = found.get(entry["pk"])
            if row is None:
                left.append(Left(entry["said"], Remainder.GONE))
            elif getattr(row, key.attname) != record.kept_id:
                left.append(Left(entry["said"], Remainder.CHANGED))
            else:
                back.append((key, row))
    return back


def _doubles_back(record: OrganisationMerge, left: list[Left]) -> list[tuple[Key, Any]]:
    back = []
    for name, entries in _by_key(record, "row").items():
        key = key_named(name)
        for entry in entries:
            (read,) = serializers.deserialize("python", [entry["row"]])
            if _has_place(read.object):
                back.append((key, read.object))
            else:
                left.append(Left(entry["said"], Remainder.GONE))
    return back


def _by_key(record: OrganisationMerge, kind: str) -> dict[str, list[dict[str, Any]]]:
    entries: dict[str, list[dict[str, Any]]] = {}
    for entry in record.moved:
        if kind in entry:
            entries.setdefault(entry["key"], []).append(entry)
    return entries


def _has_place(row: models.Model) -> bool:
    """Whether all that a row points at is still there, and its key is free."""
    for one in row._meta.concrete_fields:
        value = getattr(row, one.attname)
        if isinstance(one, models.ForeignKey) and value is not None:
            related = one.related_model._base_manager
            if not related.filter(**{one.target_field.name: value}).exists():
                return False
    return not type(row)._base_manager.filter(pk=row.pk).exists()


def _aliases_back(record: OrganisationMerge) -> list[OrganisationAlias]:
    made = OrganisationAlias.objects.filter(organisation=record.kept_id)
    return list(made.filter(pk__in=record.before.get("aliases", ())))


def _fields_back(record: OrganisationMerge, left: list[Left]) -> dict[str, Any]:
    """Return the fields of the kept entry that hold what the merger gave them."""
    back = {}
    for name, value in record.before["kept"].items():
        field_ = column(record.kept, name)
        held = plain(getattr(record.kept, field_.attname))
        if held == record.before["after"][name]:
            back[name] = value
        else:
            what = capfirst(str(field_.verbose_name))
            left.append(Left(what, Remainder.CHANGED))
    return back


def _numbers_back(
    record: OrganisationMerge, kept_fields: dict[str, Any], left: list[Left]
) -> dict[str, Any]:
    """Return the numbers that the merged entry can have again: nobody has them now."""
    back = {}
    for name, number in record.before["merged"].items():
        if not number:
            continue
        holders = Organisation.objects.filter(**{name: number})
        if name in kept_fields and kept_fields[name] != number:
            holders = holders.exclude(pk=record.kept_id)
        if holders.exclude(pk=record.merged_id).exists():
            what = capfirst(str(column(record.merged, name).verbose_name))
            left.append(Left(what, Remainder.TAKEN))
        else:
            back[name] = number
    return back
