"""What pictures and files of the library are told as, where Wagtail says less."""

from typing import Any

from django.apps import apps
from django.db.models import Model
from wagtail.api.v3.registry import ContentTypeRegistration, registry
from wagtail.api.v3.schemas import read_generator
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from .links import public_url


def extend_schemas() -> None:
    """Extend what Wagtail registers for the library, which it does after us."""
    labels = {model._meta.label for model in library_models()}
    register = registry.register

    def register_extended(registration: ContentTypeRegistration) -> None:
        if registration.name in labels and registration.read_schema is not None:
            registration.read_schema = extended(registration.read_schema)
        register(registration)

    registry.register = register_extended


def library_models() -> list[type[Model]]:
    """Return the models of pictures and files, where the site has them."""
    kept = {"wagtail.images": get_image_model, "wagtail.documents": get_document_model}
    return [find() for app, find in kept.items() if apps.is_installed(app)]


def extended(schema: Any) -> Any:
    """Return a schema with a key that is always there, and a whole address."""
    meta = schema.model_fields["meta"].annotation
    whole = {"download_url": (str | None, ..., staticmethod(_download_url))}
    meta = read_generator.extend_schema(meta, meta.__name__, whole)
    fields = {"id": (int, ..., None), "meta": (meta, ..., None)}
    return read_generator.extend_schema(schema, schema.__name__, fields)


def _download_url(obj: Any, context: dict[str, Any]) -> str | None:
    """Return where a file is fetched: Wagtail leaves that of a picture relative."""
    if not obj.file:
        return None
    # Documents have a view that asks who may fetch them; of a picture it is the file.
    return public_url(context["request"], getattr(obj, "url", "") or obj.file.url)
