"""Pictures and files as they are told."""

from typing import Any

from django.http import HttpRequest
from ninja import Schema
from pydantic import Field
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage

from .links import api_url, public_url


class Rendition(Schema):
    """A picture in one size."""

    url: str = Field(description="Absolute.")
    width: int = Field(description="In pixels.")
    height: int = Field(description="In pixels.")


class Picture(Schema):
    """A picture, what it shows, and its sizes, the smallest first."""

    id: int
    alt: str = Field(description="What it shows; empty where it is only decoration.")
    is_decorative: bool
    renditions: list[Rendition]
    api_url: str | None


class DocumentLink(Schema):
    """A file to download."""

    id: int
    title: str
    url: str = Field(description="Absolute.")
    filename: str
    size: int | None = Field(description="In bytes.")
    api_url: str | None


def absolute(request: HttpRequest | None, url: str) -> str:
    """Return an address as it is used outside the site."""
    return public_url(request, url) if request else url


def tell_picture(
    request: HttpRequest | None, image: AbstractImage, renditions: Any
) -> dict[str, Any]:
    """Return the `Picture` of an image in these renditions."""
    alt = image.contextual_alt_text
    if alt is None:
        alt = image.default_alt_text
    return {
        "id": image.pk,
        "alt": "" if image.decorative else alt,
        "is_decorative": bool(image.decorative),
        "renditions": [
            {
                "url": absolute(request, row.url),
                "width": row.width,
                "height": row.height,
            }
            for row in renditions
        ],
        "api_url": request and api_url(request, "detail_image", image_id=image.pk),
    }


def tell_document(
    request: HttpRequest | None, document: AbstractDocument
) -> dict[str, Any]:
    """Return the `DocumentLink` of a file."""
    return {
        "id": document.pk,
        "title": document.title,
        "url": absolute(request, document.url),
        "filename": document.filename,
        "size": document.file_size,
        "api_url": request
        and api_url(request, "detail_document", document_id=document.pk),
    }
