"""The switcher, translations, and pages that only mirror another language."""

from django.test import TestCase

from tests.factories.pages import City, PageViewRestriction, mirror, translate
from tests.pages.markup import PublicPage, words


class TestLanguages(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.page = cls.city.plain(title="O projekcie", slug="o-projekcie")

    def shown(self, page):
        return PublicPage.get(self.client, page.url)

    def test_switcher_leads_to_the_same_page_where_it_is_translated(self):
        english = translate(self.page, "en", title="About", slug="about")

        polish = self.shown(self.page)

        assert polish.switcher == {"en": "/en/about/"}
        assert self.shown(english).switcher == {"pl": "/pl/o-projekcie/"}
        assert "nie ma tłumaczenia" not in words(polish.soup.header)
        assert polish.alternates == {
            "pl": "http://localhost/pl/o-projekcie/",
            "en": "http://localhost/en/about/",
        }

    def test_switcher_leads_home_and_says_so_where_there_is_no_translation(self):
        translate(self.city.home, "en", title="Together we write", slug="home")

        page = self.shown(self.page)

        assert page.switcher == {"en": "/en/"}
        assert "Ta strona nie ma tłumaczenia na ten język" in words(page.soup.header)
        assert page.alternates == {}

    def test_switcher_names_languages_in_themselves(self):
        translate(self.city.home, "uk", slug="uk")

        items = self.shown(self.page).soup.select(".langs li")

        assert items[0].select_one("[aria-current]").text == "Polski"
        assert items[1].a.text == "Українська"
        assert items[1].a["hreflang"] == "uk"

    def test_translation_that_is_not_published_is_not_offered(self):
        translate(self.page, "en", title="About", slug="about").unpublish()

        page = self.shown(self.page)

        assert page.switcher == {"en": "/en/"}
        assert page.alternates == {}

    def test_translation_that_is_not_for_everybody_is_not_offered(self):
        english = translate(self.page, "en", title="About", slug="about")
        PageViewRestriction.objects.create(page=english, restriction_type="login")

        page = self.shown(self.page)

        assert page.switcher == {"en": "/en/"}
        assert page.alternates == {}

    def test_mirrored_page_says_so_in_the_readers_language(self):
        alias = mirror(self.page, "en")

        page = self.shown(alias)

        notice = page.soup.main.select_one(".inset")
        assert notice["lang"] == "en"
        assert (
            words(notice) == "This page has not been translated yet. "
            "It is shown in its own language: Polski."
        )

    def test_mirrored_page_is_marked_as_polish(self):
        page = self.shown(mirror(self.page, "en"))

        assert page.soup.html["lang"] == "en"
        assert page.soup.main["lang"] == "pl"
        assert page.meta("og:locale") == "pl"
        assert page.faults("en") == []

    def test_mirrored_page_gives_way_to_its_source_in_search(self):
        page = self.shown(mirror(self.page, "en"))

        assert page.meta("robots") == "noindex"
        assert page.canonical == "http://localhost/pl/o-projekcie/"
        assert page.alternates == {}

    def test_mirrored_page_does_not_count_as_a_translation(self):
        mirror(self.page, "en")

        page = self.shown(self.page)

        assert page.switcher == {"en": "/en/"}
        assert page.alternates == {}
        assert page.meta("robots") is None

    def test_page_mirrored_within_its_language_is_an_ordinary_page(self):
        alias = self.page.create_alias(update_slug="kopia", parent=self.city.home)

        page = self.shown(alias)

        assert "lang" not in page.soup.main.attrs
        assert page.soup.main.select_one(".inset") is None
        assert page.faults("pl") == []

    def test_translation_made_from_a_mirror_is_a_page_of_its_own(self):
        alias = mirror(self.page, "en")
        alias.alias_of = None
        alias.title, alias.slug = "About", "about"
        alias.save()

        page = self.shown(alias)

        assert page.faults("en") == []
        assert set(page.alternates) == {"pl", "en"}
        assert "lang" not in page.soup.main.attrs
