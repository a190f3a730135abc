"""The page of a version: its form, and its text as the public reads it."""

from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.programmes.models import ProgrammeDraftPage, ProgrammePage
from tests.factories.clauses import area, author, chapter, clause, goal
from tests.factories.pages import City
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)
from tests.pages.markup import PublicPage
from tests.pages.page_types import PageTypeCases


def clause_form(text, number=""):
    return {
        "number": number,
        "text": text,
        "authors": streamfield([]),
        "note": "",
    }


class TestProgrammeDraftPage(PageTypeCases, WagtailPageTestCase):
    model = ProgrammeDraftPage
    parents = frozenset({ProgrammePage})

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.parent = cls.city.programme
        cls.area = PriorityAreaFactory(name="Kultura")
        cls.older = cls.city.draft(number=0, title="Wersja 0", slug="wersja-0")
        cls.page = cls.city.draft(
            [
                goal("Rozwój współpracy.", kind="main"),
                chapter(
                    "Zadania",
                    area("Obszar kultury", cls.area.pk, clause(text="wydarzenia")),
                    introduction="Miasto wspiera:",
                ),
            ],
            number=1,
            title="Wersja 1",
        )

    def form_data(self):
        return nested_form_data(
            {
                "title": "Wersja 2",
                "slug": "wersja-2",
                "lead": "",
                "number": "2",
                "label": "po spotkaniu",
                "date": "2013-07-29",
                "status": "circulated",
                "based_on": str(self.older.pk),
                "summary": rich_text("<p>Dodano zadanie.</p>"),
                "body": streamfield(
                    [
                        ("goal", {**clause_form("Rozwój."), "kind": "main"}),
                        ("task", clause_form("promowanie klauzuli", "29")),
                    ]
                ),
            }
        )

    def check_created(self, page):
        super().check_created(page)
        wordings = page.wordings.values_list("kind", "number", "text")
        assert list(wordings) == [
            ("goal", "", "Rozwój."),
            ("task", "29", "promowanie klauzuli"),
        ]
        shown = PublicPage.get(self.client, page.url)
        assert "Dodano zadanie." in shown.main
        assert "ust. 29" in shown.main

    def shown(self, page=None):
        return PublicPage.get(self.client, (page or self.page).url)

    def test_text_is_shown_with_its_numbers_and_headings(self):
        page = self.shown()

        assert page.faults("pl") == []
        headings = [h.text for h in page.soup.select(".clauses h2, .clauses h3")]
        assert headings == ["Cel główny", "§\xa01 Zadania", "1. Obszar kultury"]
        assert "Miasto wspiera:" in page.main

    def test_authors_and_notes_stand_beside_their_clause(self):
        organisation = OrganisationFactory(name="Fundacja Próbna")
        unit = CityUnitFactory(name="Biuro Kultury")
        authors = [
            author("unit", unit.pk),
            author("organisation", organisation.pk),
            author("organisation", 10**6),
        ]
        draft = self.city.draft([clause(authors=authors, note="tekst przykładowy")])

        page = self.shown(draft)

        assert "tekst przykładowy" in page.main
        assert "Biuro Kultury, Fundacja Próbna" in page.main
        link = page.soup.find("a", string="Fundacja Próbna")
        assert link["href"] == organisation.url

    def test_area_that_was_deleted_leaves_its_clauses_readable(self):
        gone = PriorityAreaFactory()
        body = [area("Obszar sportu", gone.pk, clause(text="wspieranie biegów"))]
        draft = self.city.draft(body)
        gone.delete()

        page = self.shown(draft)

        assert "1. Obszar sportu" in page.main
        assert "wspieranie biegów" in page.main
        self.assertPageIsPreviewable(draft, post_data=self.form_data())

    def test_draft_without_text_says_so(self):
        page = self.shown(self.city.draft([], lead="", search_description="Pusta."))

        assert "Ta wersja nie ma jeszcze tekstu." in page.main
        assert page.faults("pl") == []

    def test_older_draft_points_at_the_newest(self):
        newest = self.city.draft(number=7, title="Wersja 7")

        link = self.shown().soup.select_one(".inset a")

        assert link["href"] == newest.url
        assert self.shown(newest).soup.select_one(".inset a") is None

    def test_drafts_of_one_number_are_both_readable(self):
        twin = self.city.draft(number=1, title="Wersja 1", slug="wersja-1-b")

        for page in (self.page, twin):
            assert self.shown(page).faults("pl") == []

    def test_meetings_that_led_to_a_draft_are_linked(self):
        self.city.meeting(title="Lipcowe", resulting_draft=self.page)
        self.city.meeting(title="Sierpniowe", discussed_draft=self.page)
        self.city.meeting(title="Tajne", discussed_draft=self.page, unpublished=True)

        facts = self.shown().soup.select_one(".facts").get_text(" ", strip=True)

        assert facts.endswith("Powstała po Lipcowe Omawiana na Sierpniowe"), facts

    def test_form_refuses_a_draft_based_on_itself(self):
        self.client.force_login(self.create_superuser("clerk"))
        url = f"/admin/pages/{self.page.pk}/edit/"

        response = self.client.post(
            url, {**self.form_data(), "based_on": str(self.page.pk)}
        )

        assert set(response.context["form"].errors) == {"based_on"}
