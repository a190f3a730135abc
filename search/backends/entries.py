"""Entries of the index and the objects they are of."""

from typing import Any

from django.db import connection
from django.db.models import (
    BigIntegerField,
    Case,
    Exists,
    F,
    Field,
    Func,
    IntegerField,
    Model,
    OuterRef,
    QuerySet,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Cast, Replace
from modelsearch.utils import get_descendants_content_types_pks


class Unindexed(Func):
    """A number whose index the database shall not use: it would read all entries."""

    template = "+%(expressions)s"
    arity = 1
    output_field = IntegerField()


def key_field(model: type[Model]) -> Field[Any, Any]:
    """Return the field that objects of a model are known by, through its parents."""
    field: Any = model._meta.pk
    while field.remote_field:
        field = field.target_field
    return field


def object_key(model: type[Model], entry: str = "") -> Any:
    """Return the expression for the primary key of the object that an entry is of.

    `entry` is the path to the entry. Entries of other models have none.
    """
    field, text = key_field(model), F(f"{entry}object_id")
    key: Func = Cast(text, field)
    if isinstance(field, IntegerField):
        key = Cast(text, BigIntegerField())
    elif isinstance(field, UUIDField) and not connection.features.has_native_uuid_field:
        key = Replace(text, Value("-"), Value(""))
    if connection.vendor == "sqlite":
        return key
    # PostgreSQL may cast before it filters, and keys of other models are no numbers.
    kinds: Any = {f"{entry}content_type__in": get_descendants_content_types_pks(model)}
    return Case(When(**kinds, then=key))


class EntryScope:
    """The entries of the objects of a queryset; `entry` is the path to an entry."""

    def __init__(self, queryset: QuerySet[Any], entry: str = "") -> None:
        self.queryset, self.entry = queryset, entry
        self.model: type[Model] = queryset.model

    def of_model(self, entries: QuerySet[Any]) -> QuerySet[Any]:
        """Return those of the entries that are of objects of the model."""
        kind = Unindexed(F(f"{self.entry}content_type_id"))
        kinds = get_descendants_content_types_pks(self.model)
        return entries.alias(kind=kind).filter(kind__in=kinds)

    def of_kinds(self, entries: QuerySet[Any]) -> QuerySet[Any]:
        """Return those of all entries that are of the model; an index holds them."""
        kinds = get_descendants_content_types_pks(self.model)
        return entries.filter(content_type__in=kinds)

    def allowed(self, entries: QuerySet[Any]) -> QuerySet[Any]:
        """Return those of all entries whose object the queryset lets through."""
        entries = self.of_kinds(entries)
        if not self.queryset.query.where:
            return entries
        pks = self.queryset.order_by().values("pk")
        return entries.alias(key=object_key(self.model)).filter(key__in=pks)

    def restricted(self, entries: QuerySet[Any]) -> QuerySet[Any]:
        """Return those of the entries whose object the queryset lets through."""
        if not self.queryset.query.where:
            return entries
        allowed = self.queryset.order_by().filter(pk=OuterRef("key")).values("pk")
        key = object_key(self.model, self.entry)
        return entries.alias(key=key).filter(Exists(allowed))

    def among(self, entries: QuerySet[Any], pks: list[Any]) -> QuerySet[Any]:
        """Return the entries of some objects."""
        key = object_key(self.model, self.entry)
        return entries.alias(key=key).filter(key__in=pks)

    def keys(self, entries: QuerySet[Any]) -> QuerySet[Any]:
        """Return the primary keys of the objects, for a subquery."""
        return entries.order_by().values_list(object_key(self.model, self.entry))

    def python_key(self, object_id: str) -> Any:
        """Return the primary key as objects have it."""
        return key_field(self.model).to_python(object_id)
