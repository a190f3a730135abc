"""Merges two entries in one transaction, and remembers enough to undo it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from wagtail.log_actions import log

from snippets.models import Organisation, OrganisationAlias, OrganisationMerge

from .indexing import index_again
from .planning import MergePlan, plan_merge
from .provenance import carry_sources
from .reasons import Obstacle
from .relations import Move, name_of, thing_of
from .values import column, remember

# Two entries may not share them: the merged one gives its own up.
UNIQUE = ("krs", "regon")


class MergeRefusedError(Exception):
    """Two entries cannot be merged; `obstacles` say why."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        super().__init__(", ".join(obstacles))
        self.obstacles = obstacles


class PlanChangedError(Exception):
    """An entry was changed after its merger was shown to the person who confirms it."""


def merge(
    *,
    kept: Organisation,
    merged: Organisation,
    user: Any,
    chosen: Mapping[str, str] | None = None,
    token: str = "",
) -> OrganisationMerge:
    """Merge one entry into another; the merged one stays and leads to the kept one.

    `chosen` says by the key of a choice which entry's values stay, `token` which plan
    was confirmed. Raises MergeRefusedError or PlanChangedError, and nothing is done.
    """
    with transaction.atomic():
        kept, merged = lock(kept, merged)
        plan = plan_merge(kept, merged)
        if plan.obstacles:
            raise MergeRefusedError(plan.obstacles)
        if token and token != plan.token:
            raise PlanChangedError
        values = plan.values(chosen or {})
        aliases = plan.new_aliases(values)
        record = OrganisationMerge(kept=kept, merged=merged, merged_by=user)
        record.before = _write_fields(plan, values)
        record.moved = [entry for move in plan.moves for entry in _move(move, kept)]
        record.before["aliases"] = _add_aliases(aliases, kept)
        record.before["sources"] = carry_sources(kept, merged, values)
        record.save()
        index_again(kept, merged)
        log(kept, "snippets.merge", user=user, data={"merged": merged.name})
        log(merged, "snippets.merge_into", user=user, data={"kept": kept.name})
    return record


def lock(kept: Organisation, merged: Organisation) -> tuple[Organisation, Organisation]:
    """Return both entries as they are stored now, held until the transaction ends."""
    keys = {kept.pk, merged.pk}
    rows = Organisation.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    found = {row.pk: row for row in rows}
    return found[kept.pk], found[merged.pk]


def _write_fields(plan: MergePlan, values: Mapping[str, Any]) -> dict[str, Any]:
    """Store both entries; return what their fields held before, and hold since."""
    kept, merged = plan.kept, plan.merged
    before = {"kept": remember(kept, values), "merged": remember(merged, UNIQUE)}
    for name in UNIQUE:
        setattr(merged, name, "")
    merged.merged_into = kept
    merged.save(update_fields=["merged_into", *UNIQUE])
    for name, value in values.items():
        setattr(kept, column(kept, name).attname, value)
    kept.save(update_fields=list(values))
    return {**before, "after": remember(kept, values)}


def _move(move: Move, kept: Organisation) -> list[dict[str, Any]]:
    name = name_of(move.key)
    entries = []
    for row in move.rows:
        setattr(row, move.key.name, kept)
        # Row by row: the indexes of search and of references listen to each.
        row.save(update_fields=[move.key.name])
        said = str(thing_of(row, move.key))
        entries.append({"key": name, "pk": row.pk, "said": said})
    for row in move.doubles:
        said = str(thing_of(row, move.key))
        entries.append({"key": name, "row": _image(row), "said": said})
        row.delete()
    return entries


def _image(row: Any) -> dict[str, Any]:
    (image,) = serializers.serialize("python", [row])
    plain: dict[str, Any] = json.loads(json.dumps(image, cls=DjangoJSONEncoder))
    return plain


def _add_aliases(names: Sequence[str], kept: Organisation) -> list[int]:
    return [
        OrganisationAlias.objects.create(organisation=kept, name=name).pk
        for name in names
    ]
