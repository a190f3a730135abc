"""StreamField blocks for free text, shared by all page types."""

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.coreutils import string_to_ascii
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

RICH_TEXT_FEATURES = [
    "h3",
    "h4",
    "bold",
    "italic",
    "ol",
    "ul",
    "link",
    "document-link",
]
PICTURE_FILTER = "width-1200|format-webp"
# One word with a digit or an underscore, as cameras name files, or a file's ending.
FILE_NAME = re.compile(r"(?=\S*[\d_])\S+|.*\.(avif|gif|jpe?g|png|svg|webp)", re.I)


class HeadingValue(blocks.StructValue):
    """A heading and the anchor that links to it."""

    @cached_property
    def anchor(self) -> str:
        return slugify(string_to_ascii(self["text"]))[:60] or "h"


class HeadingBlock(blocks.StructBlock):
    """A second-level heading; the page's contents list links to it."""

    text = blocks.CharBlock(label=_("Heading"), max_length=190)

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "participation_base/blocks/heading.html"
        value_class = HeadingValue


class PrefetchedImageChooserBlock(ImageChooserBlock):
    """An image chooser that loads all its images and renditions at once."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        """Return the images of `values` in order, two queries for any number."""
        values = list(values)
        images = (
            get_image_model()
            .objects.prefetch_renditions(PICTURE_FILTER)
            .in_bulk([value for value in values if value])
        )
        return [images.get(value) for value in values]


class PictureBlock(ImageBlock):
    """An image with alternative text, or marked decorative."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        chooser = PrefetchedImageChooserBlock(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser

    def clean(self, value: Any) -> Any:
        """Refuse an image that is shown without words; drafts may wait for them.

        The editor's form proposes the title of the image: that of an upload is the
        name of its file, which says nothing to who cannot see it.
        """
        if value and not value.decorative:
            words = (value.contextual_alt_text or "").strip()
            value.contextual_alt_text = words
            if not self.is_deferred_validation and (error := fault(words)):
                raise blocks.StructBlockValidationError({"alt_text": error})
        return super().clean(value)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Stay a PictureBlock in migrations (see ImageBlock.deconstruct)."""
        return ("pages.base.blocks.PictureBlock", [], self._constructor_kwargs)


def fault(words: str) -> ValidationError | None:
    """Return what is wrong with the alternative text of an image."""
    if not words:
        return ValidationError(_("Say what the image shows, or mark it as decorative."))
    if FILE_NAME.fullmatch(words):
        return ValidationError(
            _("This is the name of a file: say what the image shows.")
        )
    return None


class FigureBlock(blocks.StructBlock):
    """A picture with an optional caption."""

    picture = PictureBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "participation_base/blocks/figure.html"


class QuoteBlock(blocks.StructBlock):
    """Words of somebody, with their source."""

    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(label=_("Source"), required=False, max_length=190)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "participation_base/blocks/quote.html"


class DocumentsBlock(blocks.StructBlock):
    """Files to download."""

    documents = blocks.ListBlock(
        DocumentChooserBlock(label=_("Document")), label=_("Documents")
    )

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = "participation_base/blocks/documents.html"


class BodyStreamBlock(blocks.StreamBlock):
    """Free content of a page."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(
        features=RICH_TEXT_FEATURES, label=_("Text"), icon="pilcrow"
    )
    inset = blocks.RichTextBlock(
        features=["bold", "italic", "link"],
        label=_("Highlighted text"),
        icon="warning",
        template="participation_base/blocks/inset.html",
    )
    figure = FigureBlock()
    quote = QuoteBlock()
    documents = DocumentsBlock()

    class Meta:
        required = False
