"""What the API needs of the site that it is installed in."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured
from wagtail.api.v3.registry import registry
from wagtail.models import Page

from .settings import api_settings

MIDDLEWARE = "pages.api.middleware.ProblemMiddleware"


@register("participation_api")
def check_api(**kwargs: Any) -> list[CheckMessage]:
    """Name what is missing."""
    return [*_apps(), *_middleware(), *_settings()]


def _apps() -> Iterator[CheckMessage]:
    if not apps.is_installed("wagtail.api.v3"):
        yield Error(
            "The API needs Wagtail's own.",
            hint="Add “wagtail.api.v3” to INSTALLED_APPS.",
            id="participation_api.E001",
        )
    registration = registry.get(Page._meta.label)
    schema: Any = registration and registration.read_schema
    if schema is None or "content_locale" not in schema.model_fields:
        yield Error(
            "Wagtail made its schemas before ours were there.",
            hint="Put “pages.api” before all of Wagtail's apps in INSTALLED_APPS.",
            id="participation_api.E002",
        )


def _middleware() -> Iterator[CheckMessage]:
    if MIDDLEWARE not in settings.MIDDLEWARE:
        yield checks.Warning(
            "What is refused before an operation is reached is not told as a problem.",
            hint=f"Add “{MIDDLEWARE}” to MIDDLEWARE, before CommonMiddleware.",
            id="participation_api.W001",
        )


def _settings() -> Iterator[CheckMessage]:
    try:
        own = api_settings()
    except ImproperlyConfigured as error:
        yield Error(str(error), id="participation_api.E003")
        return
    for name in ("cache", "throttle_cache"):
        if getattr(own, name) not in settings.CACHES:
            yield Error(
                f"PARTICIPATION_API names a {name} that CACHES does not have.",
                hint=f"Add “{getattr(own, name)}” to CACHES.",
                id="participation_api.E004",
            )
