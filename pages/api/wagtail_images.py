"""Wagtail's writing of images, guarded."""

from collections.abc import Callable
from copy import deepcopy
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from wagtail.images.api.v3 import router as wagtail

from .files import guard_rows


def take_over() -> None:
    """Put the guards before Wagtail's operations."""
    guard_rows(wagtail.router, "image_id", wagtail.get_images_queryset)
    for name in ("build_image_form", "build_image_update_form"):
        build = with_collection(getattr(wagtail, name))
        setattr(wagtail, name, refusing_broken(build))


def with_collection(build: Callable[..., Any]) -> Callable[..., Any]:
    """Return a maker of forms that judge the collection too.

    The admin does not ask for it where there is one only; Wagtail 8.0 then takes any
    for an image and keeps none. Of documents it judges the collection by itself.
    """

    @wraps(build)
    def built(model: Any, data: Any, *values: Any) -> Any:
        form = build(model, data, *values)
        if "collection" not in form.fields:
            field = deepcopy(form.base_fields["collection"])
            field.queryset = form.collections
            form.fields["collection"] = field
            if "collection" not in data.model_fields_set:
                form.data["collection"] = form.collections[0].pk
        return form

    return built


def refusing_broken(build: Callable[..., Any]) -> Callable[..., Any]:
    """Return a maker of forms that refuse a picture which cannot be read to its end.

    Wagtail 8.0 fails at it, when it counts what there is.
    """

    @wraps(build)
    def built(*values: Any, **named: Any) -> Any:
        form = build(*values, **named)
        if field := form.fields.get("file"):
            field.check_image_pixel_size = _reading(field)
        return form

    return built


def _reading(field: Any) -> Callable[[UploadedFile], None]:
    check = field.check_image_pixel_size

    def read(file: UploadedFile) -> None:
        try:
            check(file)
        except ValidationError:
            raise
        except Exception as error:
            # Each format fails in a way of its own.
            message = field.error_messages["invalid_image"]
            raise ValidationError(message, code="invalid_image") from error

    return read
