"""Columns with choices, typed by them: for reading and for writing."""

from typing import Annotated, Any, Literal, get_args

from django.db.models import CharField, Field, IntegerField, TextField
from ninja.orm.fields import get_schema_field
from pydantic.fields import FieldInfo
from wagtail.api.v3.schemas.generators.read import read_generator
from wagtail.api.v3.schemas.generators.write import create_generator, patch_generator

from pages.api.choices import ToldOneOf

COLUMNS: tuple[type[Field[Any, Any]], ...] = (CharField, TextField, IntegerField)


def values_of(field: Any) -> list[Any]:
    """Return the values that a column may have, the empty text among them."""
    values = [value for value, _label in field.flatchoices if value not in (None, "")]
    is_text = not isinstance(field, IntegerField)
    return [*values, ""] if field.blank and is_text else values


def told_schema(generator: Any, field: Any) -> tuple[Any, Any, None]:
    """Return how a column is told."""
    kind, info = get_schema_field(field)
    if not field.choices:
        return kind, info, None
    base: Any = int if isinstance(field, IntegerField) else str
    told: Any = Annotated[base, ToldOneOf(values_of(field))]
    return _as_nullable_as(kind, told), _unbounded(info), None


def written_schema(generator: Any, field: Any) -> tuple[Any, Any]:
    """Return how a column is written."""
    kind, info = get_schema_field(field)
    if not field.choices:
        return kind, info
    written = Literal.__getitem__(tuple(values_of(field)))
    return _as_nullable_as(kind, written), _unbounded(info)


def _as_nullable_as(other: Any, kind: Any) -> Any:
    return kind | None if type(None) in get_args(other) else kind


def _unbounded(info: FieldInfo) -> Any:
    """Return what is said of a field, but for bounds: the values are bound enough."""
    return FieldInfo(
        default=info.default,
        default_factory=info.default_factory,
        title=info.title,
        description=info.description,
    )


def type_choices() -> None:
    """Register all this with Wagtail's generators, before they are first used."""
    for column in COLUMNS:
        read_generator.register_field_schema(column, told_schema)
        for generator in (create_generator, patch_generator):
            generator.register_field_schema(column, written_schema)
