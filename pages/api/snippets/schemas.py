"""What a snippet is told as: Wagtail's schema of it, with its type at the top."""

from typing import Any, Literal, get_args

from django.db.models import Model
from pydantic import Field
from wagtail.api.v3.registry import ContentTypeRegistration, registry
from wagtail.api.v3.schemas import read_generator
from wagtail.coreutils import resolve_model_string
from wagtail.snippets.api.v3.schemas import BaseSnippetSchema


def extend_schemas() -> None:
    """Extend what Wagtail registers for snippets, which it does after us."""
    register = registry.register

    def register_extended(registration: ContentTypeRegistration) -> None:
        schema = registration.read_schema
        if schema is not None and issubclass(schema, BaseSnippetSchema):
            registration.read_schema = with_type(registration.name, schema)
        register(registration)

    registry.register = register_extended


def with_type(label: str, schema: Any) -> Any:
    """Return a schema that says the type, and a key that is always there."""
    key = resolve_model_string(label)._meta.pk.name
    told = schema.model_fields[key].annotation
    kinds = [kind for kind in get_args(told) if kind is not type(None)]

    def resolve_type(obj: Model) -> str:
        return label

    field = Field(description="The type of the row, as in `meta.type`.")
    fields = {
        key: (kinds[0] if kinds else told, ..., None),
        "type": (Literal[label], field, staticmethod(resolve_type)),
    }
    return read_generator.extend_schema(schema, schema.__name__, fields)
