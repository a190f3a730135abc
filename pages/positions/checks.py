"""What the room needs of the site it is installed in."""

from collections.abc import Iterable
from typing import Any

from django.core import checks
from django.core.checks import CheckMessage, register
from django.urls import NoReverseMatch, reverse


@register
def check_addresses(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the public addresses."""
    try:
        reverse("position_enter", args=[1])
    except NoReverseMatch:
        return [
            checks.Error(
                "The addresses of positions of organisations are not in ROOT_URLCONF: "
                "no invitation could be written.",
                hint='Include "pages.positions.urls" inside i18n_patterns.',
                id="organisation_positions.E001",
            )
        ]
    return []
