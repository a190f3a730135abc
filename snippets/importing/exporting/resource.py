"""Organisations as rows of a list, of django-import-export."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils.text import capfirst
from import_export.fields import Field
from import_export.resources import ModelResource

from snippets.importing.fields import FIELDS
from snippets.importing.held import held_value
from snippets.importing.values import say
from snippets.models import Organisation

from .related import RELATED, load_related
from .texts import plain

Values = dict[str, Any]


def heading(key: str) -> str:
    """Return what stands above a field's column, in the language of the reader."""
    return str(capfirst(str(FIELDS[key].label)))


def exported_fields(*, private: bool) -> list[str]:
    """Return the keys of the fields that an export has, in their order."""
    return [
        field.key
        for field in FIELDS.values()
        if not field.is_part and (private or not field.is_private)
    ]


class HeldField(Field):
    """A field of an organisation, written so that an import reads it back the same."""

    def __init__(self, key: str) -> None:
        super().__init__(attribute=key, column_name=heading(key), readonly=True)

    def get_value(self, instance: Organisation) -> Any:
        return held_value(instance, self.attribute)

    def export(self, instance: Organisation, **kwargs: Any) -> str:
        return plain(say(self.attribute, self.get_value(instance)))


class RelatedField(HeldField):
    """A field whose values are loaded for many organisations at once."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.values: Mapping[int, list[Any]] = {}

    def load(self, organisations: Iterable[Organisation]) -> None:
        """Load the values of some organisations in place of those before: one query."""
        self.values = load_related(self.attribute, organisations)

    def get_value(self, instance: Organisation) -> list[Any]:
        return self.values.get(instance.pk, [])


class OrganisationExportResource(ModelResource):
    """Organisations with the columns that an import knows; private ones when asked."""

    class Meta:
        model = Organisation
        fields = ()  # ours are those of lists, not the columns of the table
        chunk_size = 1000

    def __init__(self, *, private: bool = False) -> None:
        super().__init__()
        self.fields = {
            key: RelatedField(key) if key in RELATED else HeldField(key)
            for key in exported_fields(private=private)
        }

    def iter_queryset(self, queryset: Iterable[Organisation]) -> Iterator[Organisation]:
        """Yield the organisations of a queryset or of a search, some at a time."""
        size = self.get_chunk_size()
        rows = iter(
            queryset.prefetch_related(None).iterator(chunk_size=size)
            if isinstance(queryset, QuerySet)
            else queryset
        )
        related = [
            field for field in self.fields.values() if isinstance(field, RelatedField)
        ]
        while chunk := list(islice(rows, size)):
            prefetch_related_objects(chunk, "parent")
            for field in related:
                field.load(chunk)
            yield from chunk

    def export_resource(
        self, instance: Organisation, selected_fields: Any = None, **kwargs: Any
    ) -> list[str]:
        # The stock one looks each field up by its name again for each organisation.
        chosen = selected_fields or self.fields
        return [
            field.export(instance)
            for key, field in self.fields.items()
            if key in chosen
        ]

    def rows(self, organisations: Iterable[Organisation]) -> Iterator[list[str]]:
        """Yield each organisation as the texts of its cells, without keeping any."""
        for organisation in self.iter_queryset(organisations):
            yield self.export_resource(organisation)

    def objects(self, organisations: Iterable[Organisation]) -> Iterator[Values]:
        """Yield each organisation as values by the key of the field, no blank ones."""
        for organisation in self.iter_queryset(organisations):
            values = (
                (key, field.get_value(organisation))
                for key, field in self.fields.items()
            )
            yield {key: value for key, value in values if value not in ("", [])}
