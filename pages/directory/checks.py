"""What the room needs of the site it is installed in."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, register

from snippets.needs import miss_address


@register
def check_addresses(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the public addresses."""
    return miss_address(
        "organisations",
        consequence="organisations have no page, and menus cannot be shown.",
        hint='Include "pages.directory.urls" inside i18n_patterns.',
        code="directory.E001",
    )
