import datetime
from uuid import uuid4

from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import nested_form_data, streamfield

from pages.programmes.models import PriorityTaskPage, ProgrammePage
from tests.factories.clauses import clause
from tests.factories.pages import City, FindingFactory
from tests.factories.snippets import CityUnitFactory, PriorityAreaFactory
from tests.pages.markup import PublicPage
from tests.pages.page_types import PageTypeCases


class TestPriorityTaskPage(PageTypeCases, WagtailPageTestCase):
    model = PriorityTaskPage
    parents = frozenset({ProgrammePage})

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.parent = cls.city.programme
        cls.uid = uuid4()
        text = "tworzenie kolekcji dzieł sztuki"
        cls.city.draft(
            [clause(text=f"{text} współczesnej", uid=cls.uid, number="41")],
            number=1,
            title="Wersja 1",
            date=datetime.date(2013, 7, 12),
        )
        cls.city.draft([clause(text=text, uid=cls.uid, number="3a")], number=2)
        cls.area = PriorityAreaFactory(name="Kultura")
        cls.page = cls.city.task(
            area=cls.area,
            clause_id=cls.uid,
            lead_unit=CityUnitFactory(name="Biuro Kultury"),
        )

    def form_data(self):
        return nested_form_data(
            {
                "title": "Galeria",
                "slug": "galeria",
                "lead": "",
                "area": self.area.pk,
                "lead_unit": "",
                "clause": str(self.uid),
                "body": streamfield([]),
            }
        )

    def check_created(self, page):
        super().check_created(page)
        assert page.clause_id == self.uid

    def shown(self, page=None):
        return PublicPage.get(self.client, (page or self.page).url)

    def test_wording_of_each_draft_is_shown_the_newest_first(self):
        labels = [
            heading.text.replace("\N{NO-BREAK SPACE}", " ")
            for heading in self.shown().soup.select(".clause-number")
        ]

        assert labels == ["ust. 3a", "ust. 41"]

    def test_area_and_unit_are_named(self):
        page = self.shown()

        assert "Obszar Kultura" in page.main
        assert "Biuro Kultury" in page.main

    def test_findings_of_published_meetings_are_shown(self):
        FindingFactory(
            page=self.city.meeting(title="Lipcowe"),
            clause_id=self.uid,
            text="zaproponowano szerszy zapis.",
        )

        page = self.shown()

        assert "zaproponowano szerszy zapis." in page.main
        assert "Lipcowe" in page.main

    def test_task_without_a_clause_has_no_history(self):
        page = self.shown(self.city.task(title="Bez zapisu"))

        assert page.faults("pl") == []
        assert "Brzmienie w kolejnych" not in page.main
