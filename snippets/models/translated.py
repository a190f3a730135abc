"""Texts with one column a language: `name` is Polish, `name_en` English, and so on.

Registers are not TranslatableMixin: a page translated with its choosers would copy
every organisation it names, register numbers and all.
"""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField

TRANSLATIONS = ("en", "uk", "be")


def localized(obj: models.Model, field: str) -> str:
    """The text of `field` in the active language, or in Polish where it is blank."""
    language = (get_language() or "").partition("-")[0]
    translation = getattr(obj, f"{field}_{language}", "")
    return str(translation or getattr(obj, field))


def told(*names: str) -> list[APIField]:
    """Return fields that the API tells everybody, and writes for who may."""
    return [APIField(name, writable=True) for name in names]


# The name in all languages.
NAMES = told("name", *(f"name_{language}" for language in TRANSLATIONS))


class TranslatedName(models.Model):
    """Something the register names in Polish and, where it has one, in translation."""

    name = models.CharField(_("name"), max_length=255)
    name_en = models.CharField(_("name in English"), max_length=255, blank=True)
    name_uk = models.CharField(_("name in Ukrainian"), max_length=255, blank=True)
    name_be = models.CharField(_("name in Belarusian"), max_length=255, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.localized_name

    @property
    def localized_name(self) -> str:
        return localized(self, "name")
