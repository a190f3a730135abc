"""The pages that a sitemap lists."""

from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from .visibility import below_site, visible


def listed_pages(site: Site) -> PageQuerySet:
    """Return the public pages of a site, in every language it has.

    Pages that only mirror another one are left out.
    """
    return visible(Page.objects).filter(below_site(site), alias_of__isnull=True)
