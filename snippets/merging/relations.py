"""What points at an organisation, found by its relations, and follows a merger."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import ReferenceIndex, TranslatableMixin

from snippets.derived import is_derived
from snippets.folding import fold
from snippets.models import (
    ImportRow,
    Organisation,
    OrganisationAlias,
    OrganisationMerge,
)

from .doubles import Key as DoubleKey
from .doubles import split_doubles

Key = models.ForeignKey[Any, Any]
# What happened stays as it happened.
HISTORY = (ImportRow, OrganisationMerge)
LABELS = {
    "snippets.Organisation.parent": _("Branches"),
    "snippets.Organisation.merged_into": _("Entries merged into it before"),
    "snippets.Membership.organisation": _("Memberships"),
    "snippets.Membership.federation": _("Members"),
}


@dataclass(frozen=True)
class Move:
    """Rows of one relation: those that move, and doubles that are taken out.

    `things` is what a person knows them by: the meeting, not the attendance.
    `along` counts what comes with them, by its name: the findings of meetings.
    """

    key: Key
    label: str
    rows: Sequence[Any]
    doubles: Sequence[Any]
    things: Sequence[str] = ()
    double_things: Sequence[str] = ()
    along: dict[str, int] = field(default_factory=dict)


def followed() -> list[Key]:
    """Return the keys whose rows go to the kept entry; many-to-many rows are rows."""
    return [
        relation.field
        for relation in Organisation._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel)
        and not issubclass(relation.related_model, HISTORY)
        and not is_derived(relation.related_model)
        and not relation.field.primary_key
    ]


def find_moves(kept: Organisation, merged: Organisation) -> list[Move]:
    """Return what would move from one to the other: a few queries a relation."""
    moves = (_find_move(key, kept, merged) for key in followed())
    return [move for move in moves if move.rows or move.doubles]


def find_texts(merged: Organisation) -> list[Any]:
    """Return what names an entry in its text; it stays, and leads to the kept one."""
    references = ReferenceIndex.get_references_to(merged).order_by("object_id")
    keys: dict[int, set[str]] = defaultdict(set)
    for reference in references.select_related("content_type"):
        if isinstance(reference.source_field, StreamField):
            keys[reference.base_content_type_id].add(reference.object_id)
    texts: list[Any] = []
    for content_type, pks in keys.items():
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model is not None:
            texts.extend(model._base_manager.filter(pk__in=pks).order_by("pk"))
    return texts


def name_of(key: Key) -> str:
    """Return how a key is remembered: „snippets.Membership.federation”."""
    return f"{key.model._meta.label}.{key.name}"


def key_named(name: str) -> Key:
    """Return the key that `name_of` gave a name."""
    label, _dot, field_name = name.rpartition(".")
    key = apps.get_model(label)._meta.get_field(field_name)
    assert isinstance(key, models.ForeignKey)  # noqa: S101 - tells mypy
    return key


def thing_of(row: Any, key: Key) -> Any:
    """Return what a person knows a row by."""
    name = _thing_key(key)
    return getattr(row, name) if name else row


def parental_key(key: Key) -> Key | None:
    """Return the key to what a row is part of, where that is not the organisation."""
    for other in key.model._meta.concrete_fields:
        if isinstance(other, ParentalKey) and other != key:
            return other
    return None


def _find_move(key: Key, kept: Organisation, merged: Organisation) -> Move:
    manager = key.model._base_manager
    name = _thing_key(key)
    rows = manager.filter(**{key.name: merged}).order_by("pk")
    moving = list(rows.select_related(name) if name else rows)
    present = manager.filter(**{key.name: kept}) if moving else ()
    taken = _names(kept) if key.model is OrganisationAlias else ()
    moved, doubles = split_doubles(key, moving, present, taken)
    return Move(
        key=key,
        label=_label(key),
        rows=moved,
        doubles=doubles,
        things=_things(moved, key),
        double_things=_things(doubles, key),
        along=_count_along(key, moved),
    )


def _names(organisation: Organisation) -> list[DoubleKey]:
    """Return what no other name of an organisation may repeat."""
    names = (organisation.name, organisation.short_name)
    return [(OrganisationAlias.once_per, (fold(name),)) for name in names]


def _thing_key(key: Key) -> str:
    """Return the key of a row that leads to what it is known by; nothing if itself."""
    parent = parental_key(key)
    if parent:
        return parent.name
    others = [
        other
        for other in key.model._meta.concrete_fields
        if isinstance(other, models.ForeignKey) and other != key
    ]
    return others[0].name if len(others) == 1 else ""


def _things(rows: Sequence[Any], key: Key) -> list[str]:
    """Return what rows are known by, a page in five languages once."""
    known: dict[Any, str] = {}
    for row in rows:
        thing = thing_of(row, key)
        is_translated = isinstance(thing, TranslatableMixin)
        known.setdefault(thing.translation_key if is_translated else thing, str(thing))
    return list(known.values())


def _count_along(key: Key, rows: Sequence[Any]) -> dict[str, int]:
    counts = {}
    for path in getattr(key.model, "brings", ()):
        found = key.model._base_manager.filter(pk__in=[row.pk for row in rows])
        number = found.aggregate(n=models.Count(path, distinct=True))["n"]
        if number:
            counts[_named_at_end(key.model, path)] = number
    return counts


def _named_at_end(model: type[models.Model], path: str) -> str:
    """Return the plural name of what a path of lookups counts: „page__findings__id”."""
    for part in path.split("__"):
        model = model._meta.get_field(part).related_model or model
    return capfirst(str(model._meta.verbose_name_plural))


def _label(key: Key) -> str:
    if label := LABELS.get(name_of(key)):
        return str(label)
    for field_ in Organisation._meta.many_to_many:
        if field_.remote_field.through is key.model:
            return capfirst(str(field_.verbose_name))
    return capfirst(str(key.model._meta.verbose_name_plural))
