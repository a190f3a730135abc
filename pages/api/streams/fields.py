"""Puts our readers into Wagtail's generators of schemas.

Streams are typed; rich texts, links to pages and other rows are told as in streams. It
must be done before Wagtail makes its schemas, which it does when its registry is first
imported; Wagtail 8.1 types streams by itself, and then only what is told stays ours.
"""

from typing import Annotated, Any, Literal, get_args

from django.db.models import ForeignKey
from wagtail.api.v3.schemas.generators.read import read_generator
from wagtail.api.v3.schemas.generators.write import create_generator, patch_generator
from wagtail.documents.models import AbstractDocument
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from pages.api.links import PageLink, ThingLink, page_link
from pages.api.pictures import DocumentLink, Picture, tell_document, tell_picture
from pages.api.things import link_thing
from pages.base.writing import blocks_schema

from .kinds import register_kinds
from .loading import Loaded
from .readers import load_stream, reader_of, tell
from .types import BlockTypes, StreamSchema

FieldSchema = tuple[Any, Any, Any]
TOLD = BlockTypes(lambda block: reader_of(block).told)
WRITTEN = BlockTypes(lambda block: reader_of(block).written, for_input=True)
RichTextForm = Literal["html", "text", "markdown", "db_html", "db_markdown"]
FORMATS = get_args(RichTextForm)


def loaded_for(context: dict[str, Any]) -> Loaded:
    """Return what was read for the answer that is being made."""
    request = context.get("request")
    loaded = getattr(request, "_api_loaded", None)
    if loaded is None:
        form = request.GET.get("rich_text_format", "html") if request else "html"
        loaded = Loaded(request, str(form) if form in FORMATS else "html")
        if request is not None:
            request._api_loaded = loaded
    return loaded


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


def foreign_key_schema(generator: Any, field: ForeignKey[Any]) -> FieldSchema:
    """Return a link to the other row; None where the public does not see it."""
    target: Any = field.related_model

    def resolve(obj: Any, context: dict[str, Any]) -> Any:
        request = context["request"]
        key = getattr(obj, field.attname)
        if key is None:
            return None
        if issubclass(target, Page):
            return page_link(request, loaded_for(context).page(key))
        other = getattr(obj, field.name)
        if issubclass(target, AbstractImage):
            return tell_picture(request, other, loaded_for(context).renditions(other))
        if issubclass(target, AbstractDocument):
            return tell_document(request, other)
        return link_thing(request, other)

    return _link_type(target, field.null), ..., staticmethod(resolve)


def _link_type(target: Any, nullable: bool) -> Any:
    for model, link in (
        (Page, PageLink),
        (AbstractImage, Picture),
        (AbstractDocument, DocumentLink),
    ):
        if issubclass(target, model):
            return link | None if nullable or link is PageLink else link
    return ThingLink | None if nullable else ThingLink


def type_fields() -> None:
    """Register all this with Wagtail's generators, before they are first used."""
    register_kinds()
    read_generator.register_field_schema(StreamField, stream_schema)
    read_generator.register_field_schema(RichTextField, rich_text_schema)
    read_generator.register_field_schema(ForeignKey, foreign_key_schema)
    for generator in (create_generator, patch_generator):
        generator.register_field_schema(StreamField, stream_input)
