"""Which pages the public may see."""

from functools import cache, reduce
from operator import or_
from typing import Any, TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.query import PageQuerySet

Pages = TypeVar("Pages", bound=PageQuerySet)


def visible(pages: Pages) -> Pages:
    """Narrow pages to those published and open to everybody.

    The same pages as Wagtail's `live().public()`, which asks for all restrictions
    first and so costs a query each time; here the database compares the paths.
    """
    return pages.filter(~_restricted(), live=True)


def was_open(page: Page) -> bool:
    """Whether a page could ever be read by everybody at its address.

    The address may be an earlier one, as of a page that was moved out of a section.
    """
    if not (page.live or page.first_published_at):
        return False
    above = [page.url_path[:end] for end in _ends(page.url_path)]
    closed = PageViewRestriction.objects.filter(page__url_path__in=above)
    here = type(page)._default_manager.filter(pk=page.pk)
    return not closed.exists() and not here.filter(_restricted()).exists()


def _ends(path: str) -> list[int]:
    return [place for place, sign in enumerate(path, 1) if sign == "/"]


def below_site(site: Site) -> Q:
    """Match the first page of a site in each language, and all pages below them."""
    roots = site.root_page.get_translations(inclusive=True)
    paths = roots.values_list("path", flat=True)
    return reduce(or_, (Q(path__startswith=path) for path in paths))


@cache
def _restricted() -> Any:
    """Say of a page whether it, or a page above it, is closed to the public.

    A page that mirrors another one is closed where that one is, as when it is served.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    closed = reduce(
        or_,
        (
            Q(below__startswith=F(f"page__{way}path"))
            for way in ("", "aliases__", "aliases__aliases__")
        ),
    )
    return Exists(PageViewRestriction.objects.annotate(below=path).filter(closed))
