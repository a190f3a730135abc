import datetime
from decimal import Decimal

from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import nested_form_data, streamfield

from pages.frontpage.models import HomePage
from pages.programmes.models import (
    PriorityTaskPage,
    ProgrammeDraftPage,
    ProgrammeIndexPage,
    ProgrammePage,
)
from tests.factories.pages import City, ProgrammePageFactory, mirror, translate
from tests.factories.snippets import PriorityAreaFactory
from tests.pages.markup import PublicPage
from tests.pages.page_types import PageTypeCases


class TestProgrammeIndexPage(PageTypeCases, WagtailPageTestCase):
    model = ProgrammeIndexPage
    parents = frozenset({HomePage})
    children = frozenset({ProgrammePage})

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.parent = cls.city.home
        cls.page = cls.city.programmes

    def form_data(self):
        return nested_form_data(
            {"title": "Dawne programy", "slug": "dawne", "lead": "Sprzed lat."}
        )

    def test_programmes_are_listed_the_newest_year_first(self):
        for year in (2014, 2016, 2015):
            ProgrammePageFactory(parent=self.page, year=year)

        page = PublicPage.get(self.client, self.page.url)

        titles = [link.text for link in page.soup.select(".hits h2 a")]
        assert titles == [f"Program na rok {n}" for n in (2016, 2015, 2014)]


class TestProgrammePage(PageTypeCases, WagtailPageTestCase):
    model = ProgrammePage
    parents = frozenset({ProgrammeIndexPage})
    children = frozenset({ProgrammeDraftPage, PriorityTaskPage})

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.parent = cls.city.programmes
        cls.page = cls.city.programme

    def form_data(self):
        return nested_form_data(
            {
                "title": "Program na rok 2015",
                "slug": "2015",
                "lead": "",
                "year": "2015",
                "stage": "adopted",
                "legal_basis": "art. 5a",
                "resolution_number": "LX/800/14",
                "resolution_date": "2014-11-24",
                "planned_funds": "36600000.50",
                "bip_url": "https://bip.example.org/program",
                "body": streamfield([]),
            }
        )

    def check_created(self, page):
        super().check_created(page)
        assert page.planned_funds == Decimal("36600000.50")
        shown = PublicPage.get(self.client, page.url).main
        assert "uchwała nr LX/800/14" in shown
        assert "24 listopada 2014" in shown
        assert "36 600 000,50 zł" in shown

    def shown(self):
        return PublicPage.get(self.client, self.page.url)

    def test_programme_with_nothing_below_says_so(self):
        page = self.shown()

        assert "Nie opublikowano jeszcze żadnego projektu." in page.main
        assert page.faults("pl") == []

    def test_drafts_of_one_number_are_all_listed(self):
        self.city.draft(number=2, title="Wersja 2", label="urzędu")
        self.city.draft(number=2, title="Wersja 2", slug="wersja-2-b", label="grupy")

        drafts = self.shown().soup.select("#drafts + ol li h3")

        assert len(drafts) == 2

    def test_tasks_are_listed_by_area_in_its_order(self):
        sport = PriorityAreaFactory(name="Sport", order=2)
        culture = PriorityAreaFactory(name="Kultura", order=1)
        for area, title in ((sport, "Biegi"), (culture, "Galeria"), (sport, "Basen")):
            self.city.task(area=area, title=title)

        section = self.shown().soup.select_one('[aria-labelledby="tasks"]')

        assert (
            section.get_text(" ", strip=True)
            == "Zadania priorytetowe Kultura Galeria Sport Basen Biegi"
        )

    def test_meetings_of_the_programme_are_listed_by_date(self):
        for day in (26, 12):
            self.city.meeting(
                title=f"Dzień {day}",
                date=datetime.date(2013, 7, day),
                programme=self.page,
            )
        self.city.meeting(title="O czym innym")

        section = self.shown().soup.select_one('[aria-labelledby="meetings"]')

        titles = [link.text for link in section.select("a")]
        assert titles == ["Dzień 12", "Dzień 26"]

    def test_english_programme_lists_translated_meetings_only(self):
        english = translate(self.page, "en", title="Programme for 2014")
        meeting = self.city.meeting(title="Warsztaty", programme=self.page)
        mirrored = self.city.meeting(title="Tylko po polsku", programme=self.page)
        translate(meeting, "en", title="Workshop")
        mirror(mirrored, "en")

        page = PublicPage.get(self.client, english.url)

        links = page.soup.select('[aria-labelledby="meetings"] a')
        assert [link.text for link in links] == ["Workshop"]
