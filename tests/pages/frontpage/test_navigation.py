from django.test import TestCase
from wagtail.models import Page, Site

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


class TestSection(TestCase):
    """Our home page below a page of the host's that is the site's first."""

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.lists = [cls.city.meetings, cls.city.programmes]
        root = Page.objects.get(depth=1)
        host = root.add_child(
            instance=Page(title="Miasto", slug="miasto", locale=cls.city.home.locale)
        )
        Page.objects.get(pk=cls.city.home.pk).move(host, pos="last-child")
        Site.objects.update(root_page=host)
        cls.home = Page.objects.get(pk=cls.city.home.pk)

    def test_section_names_the_site_and_makes_the_menu(self):
        page = PublicPage.get(self.client, self.home.get_url())

        assert self.home.get_url().startswith("/pl/")
        assert self.home.get_url() != "/pl/"
        assert "Laboratorium Piszemy program razem" in words(page.soup.header)
        links = [words(a) for a in page.soup.select(".main-nav a")]
        assert links == ["Spotkania", "Programy współpracy", "Organizacje"]

    def test_section_of_another_site_is_not_taken(self):
        other = Page.objects.get(depth=1).add_child(
            instance=Page(title="Inne", slug="inne", locale=self.home.locale)
        )
        Site.objects.update(root_page=other)

        page = PublicPage.get(self.client, "/pl/organisations/")

        assert page.soup.select(".main-nav li") == []
