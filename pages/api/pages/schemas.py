"""What a page is told as: Wagtail's schema of its type, and a little more."""

from typing import Any, Literal

from pydantic import Field
from wagtail.api.v3.registry import registry
from wagtail.api.v3.schemas import read_generator
from wagtail.api.v3.schemas.pages import SimpleBasePageSchema
from wagtail.models import Page, get_page_models

from pages.api.locales import ToldLocale
from pages.api.streams.fields import loaded_for
from pages.base.frame import is_untranslated_alias

from .expanding import Expansions


def _parent(obj: Page, context: dict[str, Any]) -> Page | None:
    """Return the page above, where the public sees it."""
    if obj.depth <= 2:
        return None
    path = obj.path[: -obj.steplen]
    loaded = loaded_for(context)
    loaded.load_pages((), () if loaded.page_at(path) else [path])
    return loaded.page_at(path)


def _source(obj: Page, context: dict[str, Any]) -> Page | None:
    return loaded_for(context).page(obj.alias_of_id)


def _content_locale(obj: Page, context: dict[str, Any]) -> str:
    """Return the language of the words: that of the source where a page mirrors it."""
    page = obj.alias_of if is_untranslated_alias(obj) else obj
    return str(page.locale.language_code)


def _expanded(obj: Page, context: dict[str, Any]) -> Any:
    return getattr(obj, "_api_expanded", None)


def extend_schemas() -> None:
    """Replace what Wagtail has registered for pages, before its routers use it."""
    for model in get_page_models():
        registration = registry.get(model._meta.label)
        if registration and registration.read_schema:
            registration.read_schema = extended(model, registration.read_schema)


def extended(model: type[Page], schema: Any) -> Any:
    """Return a page's schema with its type at the top, its language and expansions."""
    meta = schema.model_fields["meta"].annotation
    meta = read_generator.extend_schema(
        meta,
        meta.__name__,
        {
            "parent": (SimpleBasePageSchema | None, ..., staticmethod(_parent)),
            "alias_of": (SimpleBasePageSchema | None, ..., staticmethod(_source)),
            "locale": (ToldLocale | None, ..., None),
        },
    )
    label = model._meta.label

    def resolve_type(obj: Page) -> str:
        return label

    return read_generator.extend_schema(
        schema,
        f"{model._meta.object_name}Schema",
        {
            "id": (int, ..., None),
            "type": (
                Literal[label],
                Field(description="The type of the page, as in `meta.type`."),
                staticmethod(resolve_type),
            ),
            "content_locale": (
                ToldLocale,
                Field(
                    description="The language of the words: not that of the page "
                    "where it only mirrors one that is not translated yet."
                ),
                staticmethod(_content_locale),
            ),
            "expanded": (
                Expansions | None,
                Field(description="What `expand` asked for."),
                staticmethod(_expanded),
            ),
            "meta": (meta, ..., None),
        },
    )
