"""Drafts that were saved after a merger: they name the kept entry for both.

A draft from before it still has the rows of the merged entry, with its key.
"""

from typing import Any

from wagtail.models import Revision, RevisionMixin

from .relations import Key, parental_key
from .undo_plan import UndoPlan


def correct_drafts(plan: UndoPlan) -> None:
    """Put rows back in the newest drafts too, or publishing one would undo the undo."""
    changed: dict[int, Revision] = {}
    for key, row in (*plan.rows, *plan.doubles):
        revision = _newest_draft(key, row, plan)
        if revision is None:
            continue
        revision = changed.setdefault(revision.pk, revision)
        _put_in(revision.content, key, row, is_double=(key, row) in plan.doubles)
    for revision in changed.values():
        # Not `save()`: it would count the correction as a draft of its own.
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)


def _newest_draft(key: Key, row: Any, plan: UndoPlan) -> Revision | None:
    parent = parental_key(key)
    owner = getattr(row, parent.name) if parent else None
    if not isinstance(owner, RevisionMixin) or owner.latest_revision is None:
        return None
    is_newer = owner.latest_revision.created_at > plan.record.merged_at
    return owner.latest_revision if is_newer else None


def _put_in(content: Any, key: Key, row: Any, *, is_double: bool) -> None:
    parent = parental_key(key)
    relation = parent.remote_field.get_accessor_name() if parent else ""
    rows = content.get(relation, [])
    found = [one for one in rows if one["pk"] == row.pk]
    for one in found:
        one[key.name] = row.serializable_value(key.name)
    if is_double and not found:
        rows.append(
            {
                "pk": row.pk,
                **{
                    one.name: one.value_from_object(row)
                    for one in row._meta.concrete_fields
                    if not one.primary_key
                },
            }
        )
