from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.base.models import ContentPage
from pages.frontpage.models import HomePage
from tests.factories.pages import City, ContentPageFactory
from tests.pages.markup import PublicPage
from tests.pages.page_types import PageTypeCases


class TestContentPage(PageTypeCases, WagtailPageTestCase):
    model = ContentPage
    parents = frozenset({HomePage, ContentPage})
    children = frozenset({ContentPage})
    beside_content = frozenset({"show_in_footer"})

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.parent = cls.city.home
        cls.page = cls.city.plain()

    def form_data(self):
        return nested_form_data(
            {
                "title": "O projekcie",
                "slug": "o-projekcie",
                "lead": "Skąd ta strona.",
                "show_in_footer": "on",
                "body": streamfield(
                    [
                        ("heading", {"text": "Jak powstaje program"}),
                        ("paragraph", rich_text("<p>Na warsztatach.</p>")),
                    ]
                ),
            }
        )

    def check_created(self, page):
        super().check_created(page)
        assert page.show_in_footer
        shown = PublicPage.get(self.client, page.url)
        assert "Jak powstaje program" in shown.main
        assert "Na warsztatach." in shown.main

    def test_footer_links_only_what_asks_for_it(self):
        self.city.plain(title="Polityka prywatności", show_in_footer=True)
        self.city.plain(title="O projekcie")

        footer = PublicPage.get(self.client, "/pl/").soup.footer.text

        assert "Polityka prywatności" in footer
        assert "O projekcie" not in footer

    def test_page_below_another_stands_in_its_breadcrumb(self):
        child = ContentPageFactory(parent=self.page, title="Załącznik")

        page = PublicPage.get(self.client, child.url)

        crumbs = [link.text for link in page.soup.select(".crumbs a")]
        assert crumbs == ["Strona główna", self.page.title]
        assert page.faults("pl") == []

    def test_page_with_contents_links_to_its_headings(self):
        body = [
            {"type": "heading", "value": {"text": text}}
            for text in ("Stan dostępności", "Kontakt")
        ]
        page = PublicPage.get(self.client, self.city.plain(body=body).url)

        links = [link["href"] for link in page.soup.select(".toc a")]

        assert links == ["#stan-dostepnosci", "#kontakt"]
        assert page.faults("pl") == []

    def test_search_description_is_preferred_to_the_lead(self):
        page = self.city.plain(search_description="Opis dla wyszukiwarek.")

        shown = PublicPage.get(self.client, page.url)

        assert shown.meta("description") == "Opis dla wyszukiwarek."
        assert shown.meta("og:description") == "Opis dla wyszukiwarek."

    def test_long_hostile_title_is_shown_as_text(self):
        title = "§ 7 ust. 29 „Łąka” </script><b>&amp; "
        title += "ż" * (190 - len(title))
        page = self.city.plain(title=title, slug="dlugi")

        shown = PublicPage.get(self.client, page.url)

        assert shown.faults("pl") == []
        assert " ".join(title.split()) == " ".join(shown.soup.h1.text.split())
        trail = shown.thing("BreadcrumbList")["itemListElement"]
        assert trail[-1]["name"] == title
        assert shown.meta("og:title") == title
