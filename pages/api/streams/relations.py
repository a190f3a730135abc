"""Foreign keys and choices of many, told as links."""

from typing import Any

from django.db.models import ForeignKey, IntegerField, ManyToManyField
from django.http import HttpRequest
from ninja.orm.fields import get_schema_field
from wagtail.api.v3.schemas.generators.read import read_generator
from wagtail.api.v3.schemas.generators.write import create_generator, patch_generator
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from pages.api.links import PageLink, ThingLink, page_link
from pages.api.pictures import DocumentLink, Picture, tell_document, tell_picture
from pages.api.things import link_thing

from .loading import Loaded, loaded_for

FieldSchema = tuple[Any, Any, Any]


def foreign_key_schema(generator: Any, field: ForeignKey[Any]) -> FieldSchema:
    """Return a link to the other row; None where the public does not see it."""
    target: Any = field.related_model
    link = link_type(target)

    def resolve(obj: Any, context: dict[str, Any]) -> Any:
        key = getattr(obj, field.attname)
        if key is None:
            return None
        if issubclass(target, Page):
            locale = getattr(obj, "locale_id", None)
            page = loaded_for(context).page_in(key, locale)
            return page_link(context["request"], page)
        return link_row(loaded_for(context), context["request"], getattr(obj, name))

    name = field.name
    is_optional = field.null or link is PageLink
    return link | None if is_optional else link, ..., staticmethod(resolve)


def many_to_many_schema(
    generator: Any, field: ManyToManyField[Any, Any]
) -> FieldSchema:
    """Return links to the other rows, those that the public sees."""
    target: Any = field.related_model

    def resolve(obj: Any, context: dict[str, Any]) -> Any:
        loaded, request = loaded_for(context), context["request"]
        rows = getattr(obj, field.name).all()
        if not issubclass(target, Page):
            return [link_row(loaded, request, row) for row in rows]
        loaded.load_pages(row.pk for row in rows)
        pages = [loaded.page(row.pk) for row in rows]
        return [page_link(request, page) for page in pages if page]

    told: Any = list.__class_getitem__(link_type(target))
    return told, ..., staticmethod(resolve)


def many_to_many_input(generator: Any, field: Any) -> tuple[Any, Any]:
    """Return the keys by which other rows are chosen; none where that may be.

    What ninja 1.7 reads keys by takes rows too, and fails at what is neither.
    """
    kind, info = get_schema_field(field)
    if isinstance(field.related_model._meta.pk, IntegerField):
        kind = list[int]
    return kind, [] if field.blank else info


def link_type(target: Any) -> Any:
    """Return as what rows of a model are linked to."""
    for model, link in (
        (Page, PageLink),
        (AbstractImage, Picture),
        (AbstractDocument, DocumentLink),
    ):
        if issubclass(target, model):
            return link
    return ThingLink


def link_row(loaded: Loaded, request: HttpRequest, row: Any) -> Any:
    """Return the link to a row that is no page."""
    if isinstance(row, AbstractImage):
        return tell_picture(request, row, loaded.renditions(row))
    if isinstance(row, AbstractDocument):
        return tell_document(request, row)
    return link_thing(request, row)


def type_relations() -> None:
    """Register this with Wagtail's generators, before they are first used."""
    read_generator.register_field_schema(ForeignKey, foreign_key_schema)
    read_generator.register_field_schema(ManyToManyField, many_to_many_schema)
    for generator in (create_generator, patch_generator):
        generator.register_field_schema(ManyToManyField, many_to_many_input)
