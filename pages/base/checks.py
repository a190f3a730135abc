"""What the pages need of the site they are installed in."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.conf.urls.i18n import is_language_prefix_patterns_used
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.middleware.locale import LocaleMiddleware
from django.utils.module_loading import import_string
from wagtail.coreutils import get_content_languages

from snippets.needs import miss_apps

SEARCH, SEARCH_LABEL = "search", "participation_search"


@register
def check_apps(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the app that translates pages, and the one that keeps their languages."""
    found = miss_apps(
        "wagtail_localize",
        consequence="pages could not be translated.",
        code="participation_base.E001",
    )
    if apps.is_installed("wagtail.locales"):
        return found
    return found + miss_apps(
        "wagtail_localize.locales",
        consequence="nobody could add a language in the admin.",
        code="participation_base.E002",
    )


@register
def check_languages(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the languages that pages are written in."""
    is_set = getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", ())
    if not (is_set and getattr(settings, "WAGTAIL_I18N_ENABLED", False)):
        return [
            Error(
                "WAGTAIL_I18N_ENABLED or WAGTAIL_CONTENT_LANGUAGES is not set: pages "
                "do not know which language they are in.",
                hint="Set WAGTAIL_I18N_ENABLED = True, and LANGUAGES = "
                'WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), …]; one is enough.',
                id="participation_base.E003",
            )
        ]
    try:
        get_content_languages()
    except ImproperlyConfigured as error:
        return [
            Error(
                f"{error}",
                hint="Let LANGUAGES and WAGTAIL_CONTENT_LANGUAGES be the same.",
                id="participation_base.E004",
            )
        ]
    return []


@register
def check_middleware(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss what activates the language of an address."""
    if any(
        isinstance(part, type) and issubclass(part, LocaleMiddleware)
        for part in map(import_string, settings.MIDDLEWARE)
    ):
        return []
    return [
        Error(
            "No LocaleMiddleware is in MIDDLEWARE: every page would speak the "
            "language of LANGUAGE_CODE.",
            hint='Put "django.middleware.locale.LocaleMiddleware" after '
            "SessionMiddleware and before CommonMiddleware.",
            id="participation_base.E005",
        )
    ]


@register(Tags.urls)
def check_prefixes(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the prefix that every language has in addresses."""
    if all(is_language_prefix_patterns_used(settings.ROOT_URLCONF)):
        return []
    return [
        Error(
            "Not every language has its prefix in ROOT_URLCONF: links to home pages "
            "and between languages would lead nowhere.",
            hint="Include wagtail.urls inside i18n_patterns, and leave its "
            "prefix_default_language True.",
            id="participation_base.E006",
        )
    ]


@register
def check_search(**kwargs: Any) -> Iterable[CheckMessage]:
    """Find another app where ours should be: `wagtail start` makes one so called."""
    found = [app for app in apps.get_app_configs() if app.name == SEARCH]
    if all(app.label == SEARCH_LABEL for app in found):
        return []
    return [
        Error(
            "The app “search” is not ours but the project's own folder: pages have no "
            "search, and modules of the two would be mixed up.",
            hint="Delete the folder “search”, as wagtail start made it, and include "
            "search.urls; or rename it, in INSTALLED_APPS and imports as well.",
            id="participation_base.E007",
        )
    ]
