import datetime

from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import nested_form_data

from pages.frontpage.models import HomePage
from pages.meetings.models import MeetingIndexPage, MeetingPage
from pages.meetings.models.index import MEETINGS_ON_A_PAGE
from tests.factories.pages import City
from tests.pages.markup import PublicPage
from tests.pages.page_types import PageTypeCases

LATER = datetime.date(2035, 5, 7)


class TestMeetingIndexPage(PageTypeCases, WagtailPageTestCase):
    model = MeetingIndexPage
    parents = frozenset({HomePage})
    children = frozenset({MeetingPage})

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.parent = cls.city.home
        cls.page = cls.city.meetings

    def form_data(self):
        return nested_form_data(
            {"title": "Spotkania otwarte", "slug": "otwarte", "lead": "Dla każdego."}
        )

    def listed(self, section, **parameters):
        page = PublicPage.get(self.client, self.page.url, **parameters)
        links = page.soup.select(f'[aria-labelledby="{section}"] h3 a')
        return [link.text for link in links]

    def test_meetings_to_come_stand_apart_the_nearest_first(self):
        self.city.meeting(announced=True, title="Drugie", date=LATER.replace(day=9))
        self.city.meeting(announced=True, title="Pierwsze", date=LATER)
        self.city.meeting(title="Dawne", date=datetime.date(2013, 7, 26))

        assert self.listed("upcoming") == ["Pierwsze", "Drugie"]
        assert self.listed("past") == ["Dawne"]

    def test_past_meetings_are_listed_a_page_at_a_time(self):
        for day in range(1, MEETINGS_ON_A_PAGE + 3):
            self.city.meeting(title=f"Dzień {day}", date=datetime.date(2013, 7, day))

        first, second = self.listed("past"), self.listed("past", page=2)

        assert first[0] == "Dzień 22"
        assert len(first) == MEETINGS_ON_A_PAGE
        assert second == ["Dzień 2", "Dzień 1"]

    def test_nonsense_page_numbers_show_a_page(self):
        self.city.meeting(title="Dawne")

        for number in ("abc", "-1", "999", "\x00", "1'"):
            assert self.listed("past", page=number) == ["Dawne"]

    def test_list_says_so_when_there_is_no_meeting(self):
        page = PublicPage.get(self.client, self.page.url)

        assert "Obecnie nie ma zapowiedzianych spotkań." in page.main
        assert "Nie odbyło się jeszcze żadne spotkanie." in page.main
