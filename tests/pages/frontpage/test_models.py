import datetime

from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import nested_form_data, streamfield

from pages.base.models import ContentPage
from pages.frontpage.models import HomePage
from pages.meetings.models import MeetingIndexPage
from pages.programmes.models import ProgrammeIndexPage
from tests.factories.pages import City, translate
from tests.factories.snippets import OrganisationFactory
from tests.pages.markup import PublicPage
from tests.pages.page_types import PageTypeCases

NEXT_WEEK = datetime.date(2035, 5, 7)


class TestHomePage(PageTypeCases, WagtailPageTestCase):
    model = HomePage
    parents = frozenset({Page})
    children = frozenset({MeetingIndexPage, ProgrammeIndexPage, ContentPage})

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.page = cls.city.home
        cls.parent = Page.get_first_root_node()

    def form_data(self):
        return nested_form_data(
            {
                "title": "Drugie miasto",
                "slug": "drugie",
                "lead": "Inna strona.",
                "site_name": "Drugie miasto",
                "tagline": "",
                "contact_email": "",
                "project": "",
                "body": streamfield([("heading", {"text": "O nas"})]),
            }
        )

    def check_created(self, page):
        super().check_created(page)
        assert page.body[0].value["text"] == "O nas"

    def home(self, url="/pl/"):
        return PublicPage.get(self.client, url)

    def test_home_says_so_when_there_is_nothing_yet(self):
        page = self.home()

        assert "Obecnie nie ma zapowiedzianych spotkań" in page.main
        assert page.faults("pl", is_home=True) == []

    def test_nearest_meeting_is_shown_before_later_ones(self):
        self.city.meeting(
            announced=True, title="Później", date=datetime.date(2036, 1, 1)
        )
        self.city.meeting(announced=True, title="Najbliższe", date=NEXT_WEEK)
        self.city.meeting(cancelled=True, title="Odwołane", date=NEXT_WEEK)

        page = self.home()

        assert "Kolejne spotkanie" in page.main
        assert page.soup.select_one(".card a").text == "Najbliższe"

    def test_last_meeting_is_shown_when_none_is_announced(self):
        self.city.meeting(title="Pierwsze", date=datetime.date(2013, 7, 1))
        self.city.meeting(title="Drugie", date=datetime.date(2013, 7, 26))

        card = self.home().soup.select_one(".card")

        assert "Kolejne" not in card.text
        assert card.a.text == "Drugie"

    def test_three_newest_reports_are_listed(self):
        for day in range(1, 6):
            self.city.meeting(title=f"Dzień {day}", date=datetime.date(2013, 7, day))
        self.city.meeting(announced=True, title="Zapowiedź", date=NEXT_WEEK)

        titles = [link.text for link in self.home().soup.select(".hits h3 a")]

        assert titles == ["Dzień 5", "Dzień 4", "Dzień 3"]

    def test_newest_draft_leads_to_its_text(self):
        self.city.draft(title="Stara", number=1, date=datetime.date(2013, 7, 1))
        newest = self.city.draft(title="Nowa", number=2)

        button = self.home().soup.select_one(".hero a.btn")

        assert button["href"] == newest.url

    def test_struck_off_organisations_are_not_counted(self):
        OrganisationFactory.create_batch(2)
        OrganisationFactory(struck_off=True)

        assert "2 organizacje" in self.home().main

    def test_english_home_shows_only_english_pages(self):
        meeting = self.city.meeting(title="Warsztaty lipcowe")
        translate(meeting, "en", title="July workshop")
        self.city.meeting(title="Nieprzetłumaczone", date=datetime.date(2013, 7, 27))

        page = self.home("/en/")

        assert "July workshop" in page.main
        assert "Nieprzetłumaczone" not in page.main
