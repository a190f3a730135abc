"""The sitemap: every public page and organisation, in every language it has."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap

from pages.base.sitemap import listed_pages
from snippets.models import Organisation


class PageSitemap(WagtailSitemap):
    """Published, unrestricted pages below the home page of any language."""

    def items(self) -> Any:
        """Return the pages, as Wagtail's own sitemap does for one language."""
        pages = listed_pages(self.get_wagtail_site())
        return pages.order_by("path").defer_streamfields().specific()


class OrganisationSitemap(Sitemap):
    """The organisations of the directory, in every language."""

    i18n = True
    alternates = True
    limit = 2000

    def items(self) -> Any:
        return Organisation.objects.in_directory().order_by("pk")

    def location(self, item: Organisation) -> str:
        return item.url


SITEMAPS = {"pages": PageSitemap, "organisations": OrganisationSitemap}
