"""What a page's streams and texts need from the database, read all at once.

One answer costs the same queries, however many blocks, pictures and links are in it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from wagtail.api.rich_text import APIRichText
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, Filter
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from pages.base.visibility import visible

from .expanding import expand

# Wide enough for a telephone, a column of text, and a large screen.
PICTURE_SIZES = (
    "width-480|format-webp",
    "width-800|format-webp",
    "width-1200|format-webp",
)
_BETWEEN = "<!--participation-api-->"
# Before an address within the site, in a tag of a text.
_OWN_ADDRESS = re.compile(r'(<[^<>]*\s(?:href|src)=")(?=/(?!/))')
_SPACES = re.compile(r"[ \t\r\f\v]*\n\s*|[ \t]{2,}")


class Loaded:
    """What was read for one answer; what was not comes one by one."""

    def __init__(self, request: HttpRequest | None, rich_text: str) -> None:
        self.request = request
        self.rich_text = rich_text
        self._html: dict[str, str] = {}
        self._renditions: dict[tuple[int, str], Any] = {}
        self._pages: dict[int, Page] = {}
        self._paths: dict[str, Page] = {}
        self._asked: set[int] = set()

    def load_texts(self, sources: Iterable[str]) -> None:
        """Expand the links and pictures of many texts at once."""
        missing = [text for text in dict.fromkeys(sources) if text not in self._html]
        if missing:
            expanded = self._whole(expand(self.request, _BETWEEN.join(missing)))
            self._html.update(zip(missing, expanded.split(_BETWEEN), strict=True))

    def _whole(self, html: str) -> str:
        """Return HTML whose addresses lead to this site from any other."""
        if self.request is None:
            return html
        root = self.request.build_absolute_uri("/")[:-1]
        return _OWN_ADDRESS.sub(rf"\g<1>{root}", html)

    def load_pictures(self, images: Iterable[AbstractImage]) -> None:
        """Find the sizes of many pictures that are made already."""
        keys = {image.pk for image in images}
        if keys:
            model = get_image_model().get_rendition_model()
            rows = model.objects.filter(image__in=keys, filter_spec__in=PICTURE_SIZES)
            self._renditions.update(
                {(row.image_id, row.filter_spec): row for row in rows}
            )

    def load_pages(
        self,
        keys: Iterable[int | None],
        paths: Iterable[str] = (),
        families: Iterable[UUID] = (),
    ) -> None:
        """Read pages that the public may see: by key, place, or as translations."""
        wanted = {key for key in keys if key} - self._asked
        places, families = set(paths) - self._paths.keys(), list(families)
        if wanted or places or families:
            self._asked |= wanted
            named = Q(pk__in=wanted) | Q(path__in=places)
            rows = visible(Page.objects.filter(named | Q(translation_key__in=families)))
            for page in rows.select_related("locale", "alias_of"):
                self._pages[page.pk] = self._paths[page.path] = page

    def family(self, page: Page) -> list[Page]:
        """Return the other languages of a page that were read, in their order."""
        return [
            other
            for other in sorted(self._pages.values(), key=lambda other: other.path)
            if other.translation_key == page.translation_key and other.pk != page.pk
        ]

    def page(self, key: int | None) -> Page | None:
        """Return a page that the public may see."""
        self.load_pages([key])
        return self._pages.get(key or 0)

    def page_at(self, path: str) -> Page | None:
        """Return a page by its place in the tree, where it was read."""
        return self._paths.get(path)

    def text(self, source: str | None, features: list[str] | None = None) -> str | None:
        """Return a rich text in the form that was asked for."""
        if source is None:
            return None
        if self.rich_text == "text":
            return plain_text(source)
        if self.rich_text != "html":
            form: Any = self.rich_text
            return str(APIRichText.serialize(source, format=form, features=features))
        self.load_texts([source])
        return self._html[source]

    def renditions(self, image: AbstractImage) -> Iterator[Any]:
        """Yield a picture in each size, the smallest first; none is blown up."""
        seen = set()
        for spec in PICTURE_SIZES:
            row = self._renditions.get((image.pk, spec))
            if row is None:
                row = image.get_rendition(Filter(spec=spec))
                self._renditions[image.pk, spec] = row
            if row.width not in seen:
                seen.add(row.width)
                yield row


def plain_text(source: str) -> str:
    """Return the words of a rich text, a line a paragraph."""
    text = get_text_for_indexing(source)
    return _SPACES.sub(lambda found: "\n" if "\n" in found[0] else " ", text).strip()
