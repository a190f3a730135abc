"""Translates the demo's pages with wagtail-localize, from PO files beside it."""

import json
from collections.abc import Callable
from pathlib import Path

import polib
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    Translation,
    TranslationSource,
)

from pages.frontpage.models import HomePage

TRANSLATIONS = Path(__file__).parent / "translations"
# Addresses in each language; those left out keep the Polish one.
SLUGS = {
    "uk": {"strona-glowna": "holovna"},
    "be": {"strona-glowna": "halounaja"},
    "en": {
        "strona-glowna": "home",
        "spotkania": "meetings",
        "warsztaty-26-lipca-2013": "workshop-26-july-2013",
        "warsztaty-13-sierpnia-2013": "workshop-13-august-2013",
        "programy": "programmes",
        "wersja-1": "version-1",
        "wersja-2": "version-2",
        "wersja-3": "version-3",
        "ekonomia-spoleczna": "social-economy",
        "aktywizacja-osob-starszych": "activation-of-older-people",
        "kolekcja-dziel-sztuki": "art-collection",
        "postawy-tolerancyjne-poprzez-sport": "tolerance-through-sport",
        "o-projekcie": "about",
        "deklaracja-dostepnosci": "accessibility",
        "polityka-prywatnosci": "privacy",
    },
}


class MissingTranslationError(Exception):
    """A text of the demo has no translation in its PO file."""


def translate_pages(*, report: Callable[[str], None]) -> None:
    """Translate all pages into every other language."""
    home = HomePage.objects.get(locale=Locale.get_default())
    pages = home.get_descendants(inclusive=True).order_by("path").specific()
    for code in SLUGS:
        translate_into(code, list(pages), report=report)


def translate_into(
    code: str, pages: list[Page], *, report: Callable[[str], None]
) -> None:
    """Translate and publish the pages that have no translation yet."""
    locale, _ = Locale.objects.get_or_create(language_code=code)
    texts = {
        entry.msgid: entry.msgstr
        for entry in polib.pofile(str(TRANSLATIONS / f"{code}.po"))
    }
    missing = [page for page in pages if not page.has_translation(locale)]
    for page in missing:
        translate_page(page, locale, texts)
    report(f"Pages translated into {code}: {len(missing)}")


def translate_page(page: Page, locale: Locale, texts: dict[str, str]) -> None:
    """Translate one page; every text must be in `texts`, else nothing is saved."""
    source, _ = TranslationSource.get_or_create_from_instance(page)
    translation, _ = Translation.objects.get_or_create(
        source=source, target_locale=locale
    )
    po = translation.export_po()
    absent = [entry.msgid for entry in po if not texts.get(entry.msgid)]
    if absent:
        raise MissingTranslationError(f"{page.title} ({locale}): {absent}")
    for entry in po:
        entry.msgstr = texts[entry.msgid]
    translation.import_po(po)
    override_slug(page, source, locale)
    translation.save_target(publish=True)


def override_slug(page: Page, source: TranslationSource, locale: Locale) -> None:
    """Give the translation an address in its own language."""
    slug = SLUGS.get(locale.language_code, {}).get(page.slug)
    segment = OverridableSegment.objects.filter(
        source=source, context__path="slug"
    ).first()
    if slug and segment:
        SegmentOverride.objects.get_or_create(
            locale=locale,
            context=segment.context,
            defaults={"data_json": json.dumps(slug)},
        )
