"""What wagtail-localize may write over pages that are already public."""

from django.test import TestCase
from wagtail.models import Locale
from wagtail_localize.models import (
    LocaleSynchronization,
    StringTranslation,
    Translation,
    TranslationSource,
)

from tests.factories.pages import City
from tests.pages.markup import PublicPage

EN = {
    "Nasza strona": "Our page",
    "O tym, co robimy.": "About what we do.",
    "Całkiem nowy tekst.": "A brand new text.",
}


class TestTranslations(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.english = Locale.objects.create(language_code="en")
        cls.page = cls.city.plain(
            title="Nasza strona",
            slug="nasza",
            lead="O tym, co robimy.",
            published=True,
        )

    def translate(self, *texts):
        """Translate the page as it is now, given texts only, and publish it."""
        source, _ = TranslationSource.get_or_create_from_instance(self.page)
        source.update_from_db()
        translation, _ = Translation.objects.get_or_create(
            source=source, target_locale=self.english
        )
        for segment in source.stringsegment_set.select_related("string"):
            if segment.string.data in texts:
                StringTranslation.objects.get_or_create(
                    translation_of=segment.string,
                    locale=self.english,
                    context=segment.context,
                    defaults={"data": EN[segment.string.data]},
                )
        with self.captureOnCommitCallbacks(execute=True):
            translation.save_target(publish=True)

    def shown(self):
        return PublicPage.get(self.client, "/en/nasza/")

    def prepare_home(self):
        self.city.home.copy_for_translation(self.english)
        home = self.city.home.get_translation(self.english)
        home.slug = "home"
        home.save_revision().publish()

    def test_page_is_published_when_every_text_is_translated(self):
        self.prepare_home()
        self.translate("Nasza strona", "O tym, co robimy.")

        page = self.shown()

        assert "About what we do." in page.main
        assert page.faults("en") == []

    def test_published_translation_stays_when_its_source_gets_new_text(self):
        self.prepare_home()
        self.translate("Nasza strona", "O tym, co robimy.")
        self.page.lead = "Całkiem nowy tekst."
        self.page.save_revision().publish()

        self.translate()

        assert "About what we do." in self.shown().main
        assert "Całkiem nowy tekst." not in self.shown().main

    def test_published_translation_follows_when_the_new_text_is_translated(self):
        self.prepare_home()
        self.translate("Nasza strona", "O tym, co robimy.")
        self.page.lead = "Całkiem nowy tekst."
        self.page.save_revision().publish()

        self.translate("Całkiem nowy tekst.")

        assert "A brand new text." in self.shown().main

    def test_new_translation_is_not_public_until_it_is_complete(self):
        self.prepare_home()

        self.translate("Nasza strona")

        assert self.client.get("/en/nasza/").status_code == 404
        assert self.page.has_translation(self.english)

    def test_page_is_mirrored_in_languages_that_follow_its_own(self):
        LocaleSynchronization.objects.create(
            locale=self.english, sync_from=Locale.get_default()
        )
        page = self.city.plain(title="Nowa", slug="nowa", published=True)

        alias = page.get_translation(self.english)
        shown = PublicPage.get(self.client, "/en/nowa/")

        assert alias.alias_of_id == page.pk
        assert shown.soup.main["lang"] == "pl"
        assert "This page has not been translated yet." in shown.main

    def test_mirrored_page_follows_its_source(self):
        LocaleSynchronization.objects.create(
            locale=self.english, sync_from=Locale.get_default()
        )
        page = self.city.plain(title="Nowa", slug="nowa", published=True)
        page.title = "Zmieniona"
        page.save_revision().publish()

        assert PublicPage.get(self.client, "/en/nowa/").soup.h1.text == "Zmieniona"

        page.unpublish()

        assert self.client.get("/en/nowa/").status_code == 404
