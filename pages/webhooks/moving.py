"""Pages that have another address, or come under a restriction, by being moved."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from wagtail.models import Page

from .models import Event
from .showing import (
    Data,
    closed_by,
    describe_page,
    describe_pages,
    is_open,
    public_pages,
    with_mirrors,
)
from .telling import tell

# `url_path` before and after.
UrlPaths = tuple[str, str]


def tell_moved(page: Page, *, before: Page, after: Page, url_paths: UrlPaths) -> None:
    """Tell what became of a page, and of all below it, under another parent."""
    # Moving may have shifted the places of both: the instances do not know it.
    before, after = (Page.objects.get(pk=parent.pk) for parent in (before, after))
    if not is_open(before):
        describe = partial(describe_pages, with_mirrors(page.path))
        tell(Event.PAGE_PUBLISHED, describe)
    elif not is_open(after):
        closing = partial(describe_closed, page.path, after, url_paths)
        tell(Event.PAGE_UNPUBLISHED, closing)
    elif url_paths[0] != url_paths[1]:
        moved = Page.objects.filter(path__startswith=page.path)
        tell(Event.PAGE_MOVED, partial(describe_renamed, moved, url_paths))


def describe_renamed(pages: Any, url_paths: UrlPaths) -> Iterator[Data]:
    """Yield what is told of pages that moved, with the address before."""
    for page in public_pages(pages):
        data, earlier = describe_page(page), _describe_before(page, url_paths)
        if data:
            yield {**data, "previous_url": earlier["url"] if earlier else None}


def describe_closed(path: str, parent: Page, url_paths: UrlPaths) -> Iterator[Data]:
    """Yield where the pages were that could be read until they came under `parent`."""
    closing = set(parent.get_view_restrictions().values_list("pk", flat=True))
    for page in closed_by(closing, path):
        data = _describe_before(page, url_paths)
        if data:
            yield data


def _describe_before(page: Page, url_paths: UrlPaths) -> Data | None:
    """Return what was told of a page where it was; a mirror is where it was."""
    before, after = url_paths
    if not page.url_path.startswith(after):
        return describe_page(page)
    earlier = Page(pk=page.pk, content_type_id=page.content_type_id)
    earlier.locale = page.locale
    earlier.url_path = before + page.url_path.removeprefix(after)
    return describe_page(earlier)
