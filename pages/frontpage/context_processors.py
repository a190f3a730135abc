"""What every public template may print."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .navigation import build_navigation


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Give templates the navigation, made only where one prints it."""
    return {"navigation": SimpleLazyObject(lambda: build_navigation(request))}
