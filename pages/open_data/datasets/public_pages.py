"""The pages that datasets tell of: open to everybody, in the language of the site."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from wagtail.coreutils import get_supported_content_language_variant

from pages.base.visibility import visible
from pages.open_data.addresses import Addresses
from pages.papers.answers import chunked
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage

Thing = TypeVar("Thing")

PAGE = ("title", "url_path", "path", "depth", "translation_key")


def language() -> str:
    """Return the language that the data are in."""
    return str(get_supported_content_language_variant(settings.LANGUAGE_CODE))


def own_pages(pages: Any) -> Any:
    """Narrow pages to the public ones whose text is in the language of the data."""
    return visible(pages).filter(
        locale__language_code=language(), alias_of__isnull=True
    )


def in_chunks(
    keys: Any, read: Callable[[Sequence[int]], Iterator[Thing]]
) -> Iterator[Thing]:
    """Yield what is read of rows, a few at a time, in the order of their keys.

    Which rows they are is settled at the start; `read` asks again whether they are
    public. No cursor stays open: see `pages.papers.rows`.
    """
    for chunk in chunked(list(keys.values_list("pk", flat=True))):
        yield from read(chunk)


@dataclass(frozen=True, slots=True)
class Version:
    """A public version of a public programme."""

    pk: int
    key: UUID
    year: int
    number: int
    label: str
    status: str
    date: Any
    url: str
    is_newest: bool


def programme_years(addresses: Addresses) -> Mapping[UUID, int]:
    """Return the years of public programmes by translation key: one query."""
    return {page.translation_key: page.year for page in _programmes(addresses)}


def _programmes(addresses: Addresses) -> Iterator[Any]:
    programmes = own_pages(ProgrammePage.objects).only(*PAGE, "year")
    return (page for page in programmes if addresses.page(page))


def read_versions(addresses: Addresses) -> Mapping[UUID, Version]:
    """Return the versions that everybody can read, by translation key: two queries.

    They go by the year and the number. There are a few a year: they are all kept in
    memory.
    """
    programmes = {page.path: page.year for page in _programmes(addresses)}
    fields = (*PAGE, "number", "label", "status", "date")
    drafts = [
        (programmes[path], page, url)
        for page in own_pages(ProgrammeDraftPage.objects).only(*fields)
        if (path := page.path[: -page.steplen]) in programmes
        and (url := addresses.page(page))
    ]
    drafts.sort(key=lambda draft: (draft[0], draft[1].number, draft[2]))
    newest = {page.path[: -page.steplen]: page.number for _year, page, _url in drafts}
    return {
        page.translation_key: Version(
            pk=page.pk,
            key=page.translation_key,
            year=year,
            number=page.number,
            label=page.label,
            status=page.status,
            date=page.date,
            url=url,
            is_newest=page.number == newest[page.path[: -page.steplen]],
        )
        for year, page, url in drafts
    }
