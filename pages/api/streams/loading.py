"""What a page's streams and texts need from the database, read all at once.

One answer costs the same queries, however many blocks, pictures and links are in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from secrets import token_hex
from typing import Any, Literal, get_args
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from wagtail.api.rich_text import APIRichText
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, Filter
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from pages.base.frame import is_untranslated_alias, root_of
from pages.base.visibility import visible

from .expanding import expand, link_pages

# Wide enough for a telephone, a column of text, and a large screen.
PICTURE_SIZES = (
    "width-480|format-webp",
    "width-800|format-webp",
    "width-1200|format-webp",
)
RichTextForm = Literal["html", "text", "markdown", "db_html", "db_markdown"]
FORMATS = get_args(RichTextForm)
# No text has it: it is made anew in every process.
_BETWEEN = f"<!--{token_hex(8)}-->"
# Before an address within the site, in a tag of a text.
_OWN_ADDRESS = re.compile(r'(<[^<>]*\s(?:href|src)=")(?=/(?!/))')
# The same in Markdown, where brackets that are words have a stroke before them.
_OWN_DESTINATION = re.compile(r"((?<!\\)\]\()(?=/(?!/))")
# The forms in which links and pictures are told as their addresses.
EXPANDED = frozenset(("html", "markdown"))
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
        self._families: dict[int, UUID] = {}
        self._asked_families: set[UUID] = set()

    def load_texts(self, sources: Iterable[str]) -> None:
        """Expand the links and pictures of many texts, of Markdown only links."""
        if self.rich_text not in EXPANDED:
            return
        missing = [text for text in dict.fromkeys(sources) if text not in self._html]
        make = expand if self.rich_text == "html" else link_pages
        if missing:
            expanded = self._whole(make(self.request, _BETWEEN.join(missing)))
            self._html.update(zip(missing, expanded.split(_BETWEEN), strict=True))

    def _whole(self, html: str) -> str:
        """Return HTML whose addresses lead to this site from any other."""
        if self.request is None:
            return html
        return _OWN_ADDRESS.sub(rf"\g<1>{root_of(self.request)}", html)

    def _markdown(self, linked: str, features: list[str] | None) -> str:
        """Return Markdown whose addresses lead to this site from any other."""
        text = APIRichText.serialize(linked, format="markdown", features=features)
        root = root_of(self.request) if self.request else ""
        return _OWN_DESTINATION.sub(rf"\g<1>{root}", str(text))

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
        places = set(paths) - self._paths.keys()
        families = set(families) - self._asked_families
        if wanted or places or families:
            self._asked |= wanted
            self._asked_families |= families
            named = Q(pk__in=wanted) | Q(path__in=places)
            rows = visible(Page.objects.filter(named | Q(translation_key__in=families)))
            for page in rows.select_related("locale", "alias_of"):
                self._pages[page.pk] = self._paths[page.path] = page

    def families_of(self, named: Mapping[int, UUID | None]) -> set[UUID]:
        """Return what the translations of pages have in common.

        Of those where it was not read with the key it costs a query, of all at once.
        """
        wanted = named.keys()
        self._families.update({key: one for key, one in named.items() if one})
        if missing := wanted - self._families.keys():
            rows = Page.objects.filter(pk__in=missing).order_by()
            self._families.update(rows.values_list("pk", "translation_key"))
        return {self._families[key] for key in wanted & self._families.keys()}

    def page_in(self, key: int, locale: int | None) -> Page | None:
        """Return a page as one of a language names it: in that language, or not at all.

        So do the public pages; what only mirrors another language is not named either.
        """
        if locale is None:
            return self.page(key)
        families = self.families_of({key: None})
        self.load_pages((), families=families)
        for family in families:
            for page in self._pages.values():
                is_same = (page.translation_key, page.locale_id) == (family, locale)
                if is_same and not is_untranslated_alias(page):
                    return page
        return None

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
        if self.rich_text not in EXPANDED:
            form: Any = self.rich_text
            return str(APIRichText.serialize(source, format=form, features=features))
        self.load_texts([source])
        text = self._html[source]
        return text if self.rich_text == "html" else self._markdown(text, features)

    def renditions(self, image: AbstractImage) -> Iterator[Any]:
        """Yield a picture in each size, the smallest first; none is blown up.

        A size that cannot be made is left out: the file is lost, or it is too high
        for the format.
        """
        seen = set()
        for spec in PICTURE_SIZES:
            row = self._renditions.get((image.pk, spec))
            if row is None:
                try:
                    row = image.get_rendition(Filter(spec=spec))
                except (OSError, ValueError):
                    continue
                self._renditions[image.pk, spec] = row
            if row.width not in seen:
                seen.add(row.width)
                yield row


def plain_text(source: str) -> str:
    """Return the words of a rich text, a line a paragraph."""
    text = get_text_for_indexing(source)
    return _SPACES.sub(lambda found: "\n" if "\n" in found[0] else " ", text).strip()


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
