"""What other rooms show on the page of a version, below its text."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

# Takes the version and the request; a fixed number of queries, made here and not
# while the component is printed. None where there is nothing to show.
Provider = Callable[[Any, HttpRequest], Component | None]

_providers: list[Provider] = []


def register(provider: Provider) -> Provider:
    """Let a room show something on the page of every version."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def read_panels(draft: Any, request: HttpRequest) -> list[Component]:
    """Return what all rooms show of a version."""
    made = (provider(draft, request) for provider in _providers)
    return [panel for panel in made if panel is not None]
