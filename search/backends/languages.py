"""Which language a text of an indexed object is in."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from modelsearch.index import BaseField
from wagtail.models import Locale

_codes: dict[int, str] = {}


def language_of(obj: Any, otherwise: Callable[[], str] | None = None) -> str:
    """Return the language an object says its texts are in, or that of its locale.

    Without either it is that of `otherwise`, or of the site.
    """
    language: str | None = getattr(obj, "search_language", None)
    if language is not None:
        return _base(language)
    locale: int | None = getattr(obj, "locale_id", None)
    if locale:
        return _language_of_locale(locale)
    return otherwise() if otherwise else _base(settings.LANGUAGE_CODE)


def language_of_field(field: BaseField, language: str) -> str:
    """Return the language of one field of an object whose texts are in `language`."""
    named: str = field.kwargs.get("language", language)
    return _base(named)


def _language_of_locale(pk: int) -> str:
    """Return the language of a locale; a query only after locales have changed."""
    if pk not in _codes:
        _codes.update(Locale.objects.values_list("pk", "language_code"))
    return _base(_codes.get(pk, settings.LANGUAGE_CODE))


@receiver((post_save, post_delete), sender=Locale)
def _locales_changed(**kwargs: Any) -> None:
    _codes.clear()


def _base(code: str) -> str:
    return code.split("-")[0].lower()
