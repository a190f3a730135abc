"""The whole addresses that files name: of pages, views and the files themselves."""

from dataclasses import dataclass, field
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page, Site


@dataclass(frozen=True)
class Addresses:
    """Makes addresses whole; `given` takes the place of what the sites say.

    Page addresses are made of what is read of the sites once, not for each page.
    """

    given: str = ""
    _sites: Any = field(default_factory=SimpleNamespace, repr=False, compare=False)

    @cached_property
    def root(self) -> str:
        """The address of the site, without a slash at its end."""
        if self.given:
            return self.given.rstrip("/")
        site = Site.objects.filter(is_default_site=True).first()
        return str(site.root_url if site else settings.WAGTAILADMIN_BASE_URL)

    def page(self, page: Page) -> str:
        """Return the address of a page, empty where it has none."""
        parts = page.get_url_parts(request=self._sites)
        if parts is None or parts[2] is None:
            return ""
        _site, root, path = parts
        return f"{self.root if self.given else root}{path}"

    def path(self, path: str) -> str:
        """Return the whole address of a view."""
        return f"{self.root}{path}"

    def file(self, name: str) -> str:
        """Return the address of a file, for good."""
        return self.path(reverse("open_data_file", args=[name]))

    @property
    def landing(self) -> str:
        """The address of the page about the data, in the active language."""
        return self.path(reverse("open_data"))
