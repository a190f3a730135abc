"""Undoes a merger: what has not been changed since is as it was before."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from snippets.models import OrganisationMerge

from .doing import lock
from .drafts import correct_drafts
from .indexing import index_again
from .provenance import restore_sources
from .reasons import Obstacle
from .undo_plan import UndoPlan, plan_undo
from .values import put


class UndoRefusedError(Exception):
    """A merger cannot be undone; `obstacle` says why."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.value)
        self.obstacle = obstacle


def undo_merge(*, record: OrganisationMerge, user: Any) -> UndoPlan:
    """Undo a merger; return what was put back, and what was left as it is.

    Raises UndoRefusedError, and nothing is done.
    """
    with transaction.atomic():
        record = OrganisationMerge.objects.select_for_update().get(pk=record.pk)
        kept, merged = record.kept, record.merged = lock(record.kept, record.merged)
        plan = plan_undo(record)
        if plan.obstacle:
            raise UndoRefusedError(plan.obstacle)
        put(kept, plan.kept_fields)
        kept.save(update_fields=list(plan.kept_fields))
        put(merged, plan.merged_fields)
        merged.merged_into = None
        merged.save(update_fields=["merged_into", *plan.merged_fields])
        _put_rows_back(plan)
        restore_sources(kept, record.before.get("sources", {}))
        record.undone_by, record.undone_at = user, timezone.now()
        record.save(update_fields=["undone_by", "undone_at"])
        index_again(kept, merged)
        log(kept, "snippets.undo_merge", user=user, data={"other": merged.name})
        log(merged, "snippets.undo_merge", user=user, data={"other": kept.name})
    return plan


def _put_rows_back(plan: UndoPlan) -> None:
    for alias in plan.aliases:
        alias.delete()
    for key, row in plan.rows:
        setattr(row, key.name, plan.record.merged)
        row.save(update_fields=[key.name])
    for _key, row in plan.doubles:
        row.save(force_insert=True)
    correct_drafts(plan)
