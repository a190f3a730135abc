"""Puts our readers into Wagtail's generators of schemas.

Streams are typed; rich texts, links to pages and other rows are told as in streams. It
must be done before Wagtail makes its schemas, which it does when its registry is first
imported; Wagtail 8.1 types streams by itself, and then only what is told stays ours.
"""

from typing import Annotated, Any

from wagtail.api.v3.schemas.generators.read import read_generator
from wagtail.api.v3.schemas.generators.write import create_generator, patch_generator
from wagtail.fields import RichTextField, StreamField

from pages.base.writing import blocks_schema

from .closed_sets import type_choices
from .kinds import register_kinds
from .loading import Loaded, RichTextForm, loaded_for
from .readers import load_stream, reader_of, tell
from .relations import type_relations
from .sent import narrow_sent
from .types import BlockTypes, StreamSchema

__all__ = ["RichTextForm", "loaded_for", "tell_field", "type_fields"]

FieldSchema = tuple[Any, Any, Any]
TOLD = BlockTypes(lambda block: reader_of(block).told)
WRITTEN = BlockTypes(lambda block: reader_of(block).written, for_input=True)


def tell_field(loaded: Loaded, field: StreamField, obj: Any) -> Any:
    """Return the value of a stream of a page."""
    value = getattr(obj, field.name)
    load_stream(loaded, field.stream_block, value)
    return tell(loaded, field.stream_block, value)


def stream_schema(generator: Any, field: StreamField) -> FieldSchema:
    def resolve(obj: Any, context: dict[str, Any]) -> Any:
        return tell_field(loaded_for(context), field, obj)

    return (
        Annotated[list[Any], StreamSchema(TOLD, field)],
        ...,
        staticmethod(resolve),
    )


def stream_input(generator: Any, field: StreamField) -> tuple[Any, Any]:
    """Return what is written: refused where it cannot be blocks, as without the API."""
    blocks, default = blocks_schema(generator, field)
    return Annotated[blocks, StreamSchema(WRITTEN, field)], default


def rich_text_schema(generator: Any, field: RichTextField) -> FieldSchema:
    def resolve(obj: Any, context: dict[str, Any]) -> str | None:
        return loaded_for(context).text(getattr(obj, field.name), field.features)

    return str, ..., staticmethod(resolve)


def type_fields() -> None:
    """Register all this with Wagtail's generators, before they are first used."""
    register_kinds()
    type_choices()
    type_relations()
    narrow_sent()
    read_generator.register_field_schema(StreamField, stream_schema)
    read_generator.register_field_schema(RichTextField, rich_text_schema)
    for generator in (create_generator, patch_generator):
        generator.register_field_schema(StreamField, stream_input)
