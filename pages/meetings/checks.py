"""What the room needs of the site it is installed in."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, register

from snippets.needs import miss_address, miss_apps


@register
def check_apps(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the app by which a meeting has an address for its calendar file."""
    return miss_apps(
        "wagtail.contrib.routable_page",
        consequence="pages of meetings could not be shown.",
        code="meetings.E001",
    )


@register
def check_addresses(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the address of feeds, which every page names."""
    return miss_address(
        "feed",
        kwargs={"kind": "reports"},
        consequence="no page could be shown, as all name it.",
        hint="Include “pages.frontpage.urls” inside i18n_patterns, or "
        "pages.meetings.feeds.feed at “feeds/<slug:kind>/”.",
        code="meetings.E002",
    )
