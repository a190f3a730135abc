"""The sitemap: every public page and organisation, in every language it has."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Q
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap
from wagtail.models import Page

from pages.base.visibility import visible
from snippets.models import Organisation


class PageSitemap(WagtailSitemap):
    """Published, unrestricted pages below the home page of any language.

    Pages that only mirror another language are left out.
    """

    def items(self) -> Any:
        """Return the pages, as Wagtail's own sitemap does for one language."""
        root = self.get_wagtail_site().root_page
        homes = Q()
        for home in root.get_translations(inclusive=True):
            homes |= Q(path__startswith=home.path)
        pages = visible(Page.objects).filter(homes, alias_of__isnull=True)
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
