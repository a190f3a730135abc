from django.test import TestCase

from tests.factories.pages import City, translate
from tests.factories.snippets import ProjectFactory
from tests.pages.markup import PublicPage, words


class TestNavigation(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City(project=ProjectFactory(funding_note="Ze środków funduszu."))
        cls.lists = [cls.city.meetings, cls.city.programmes]

    def menu(self, url="/pl/"):
        page = PublicPage.get(self.client, url)
        return {
            words(a): a.get("aria-current") for a in page.soup.select(".main-nav a")
        }

    def test_menu_has_the_lists_then_the_directory_then_plain_pages(self):
        self.city.plain(title="O projekcie", show_in_menus=True)

        assert list(self.menu()) == [
            "Spotkania",
            "Programy współpracy",
            "Organizacje",
            "O projekcie",
        ]

    def test_menu_marks_where_the_reader_is(self):
        meeting = self.city.meeting()

        marked = {name for name, mark in self.menu(meeting.url).items() if mark}

        assert marked == {"Spotkania"}

    def test_page_outside_the_menu_marks_nothing(self):
        page = self.city.plain()

        assert set(self.menu(page.url).values()) == {None}

    def test_header_and_footer_say_whose_site_it_is(self):
        page = PublicPage.get(self.client, "/pl/organisations/")

        assert "Laboratorium Piszemy program razem" in words(page.soup.header)
        footer = words(page.soup.footer)
        assert "Ze środków funduszu." in footer
        assert "centrum@example.org" in footer

    def test_menu_is_of_the_active_language(self):
        translate(self.city.meetings, "en", title="Meetings")

        assert list(self.menu("/en/")) == ["Meetings", "Organisations"]

    def test_language_without_a_home_page_has_a_bare_menu(self):
        page = PublicPage.get(self.client, "/uk/organisations/")

        assert page.soup.select(".main-nav li") == []
