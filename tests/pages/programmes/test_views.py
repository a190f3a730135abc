import datetime
from uuid import uuid4

from django.test import TestCase

from tests.factories.clauses import clause, goal
from tests.factories.pages import City, FindingFactory, mirror, translate
from tests.pages.markup import PublicPage, words


class TestClause(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.uid = uuid4()
        cls.old = cls.city.draft(
            [clause(text="kolekcja sztuki współczesnej", uid=cls.uid, number="29")],
            number=1,
            title="Wersja 1",
            date=datetime.date(2013, 7, 12),
        )
        cls.new = cls.city.draft(
            [clause(text="kolekcja dzieł sztuki", uid=cls.uid, number="30")],
            number=2,
            title="Wersja 2",
        )

    def shown(self, code="pl", uid=None):
        return PublicPage.get(self.client, f"/{code}/clause/{uid or self.uid}/")

    def test_clause_shows_its_newest_wording_and_all_before(self):
        page = self.shown()

        assert page.faults("pl") == []
        assert words(page.soup.h1) == "ust. 30"
        assert words(page.soup.select_one(".inset")) == "kolekcja dzieł sztuki"
        texts = [words(text) for text in page.soup.select(".clause-text")]
        assert texts == ["kolekcja dzieł sztuki", "kolekcja sztuki współczesnej"]

    def test_wordings_link_to_their_place_in_the_draft(self):
        page = self.shown()

        for draft in (self.old, self.new):
            place = f"{draft.url}?chapter={self.uid}#c-{self.uid}"
            assert page.soup.select(f'a[href="{place}"]'), place
            draft_page = PublicPage.get(self.client, draft.url)
            assert draft_page.soup.select(f"#c-{self.uid}")

    def test_address_is_the_same_in_every_language(self):
        translate(self.new, "en", title="Version 2")

        polish, english = self.shown("pl"), self.shown("en")

        assert english.faults("en") == []
        assert words(english.soup.h1) == "para. 30"
        assert (
            english.alternates["pl"].partition("/pl/")[2]
            == polish.alternates["en"].partition("/en/")[2]
        )

    def test_clause_that_does_not_exist_is_not_found(self):
        response = self.client.get(f"/pl/clause/{uuid4()}/")

        assert response.status_code == 404

    def test_clause_leads_to_our_language_where_no_draft_of_the_other_has_it(self):
        mirror(self.new, "en")

        response = self.client.get(f"/en/clause/{self.uid}/")

        self.assertRedirects(response, f"/pl/clause/{self.uid}/")
        assert self.client.get(f"/en/clause/{uuid4()}/").status_code == 404

    def test_address_that_is_not_a_uid_is_not_found(self):
        for tail in ("29", "abc", f"{self.uid}x", "%00", "'"):
            response = self.client.get(f"/pl/clause/{tail}/")

            assert response.status_code == 404

    def test_task_of_the_clause_is_linked_when_it_is_published(self):
        self.city.task(title="Tajne zadanie", clause_id=self.uid, unpublished=True)
        assert "Zadanie priorytetowe" not in self.shown().main

        task = self.city.task(title="Galeria", clause_id=self.uid)

        link = self.shown().soup.find("a", string="Galeria")
        assert link["href"] == task.url

    def test_task_that_is_only_mirrored_is_not_linked(self):
        translate(self.new, "en", title="Version 2")
        mirror(self.city.task(title="Galeria", clause_id=self.uid), "en")

        assert "Galeria" not in self.shown("en").main

    def test_findings_are_listed_the_newest_meeting_first(self):
        for day in (12, 26):
            meeting = self.city.meeting(date=datetime.date(2013, 7, day))
            FindingFactory(page=meeting, clause_id=self.uid, text=f"wniosek {day}.")

        page = self.shown()

        assert page.main.index("wniosek 26.") < page.main.index("wniosek 12.")

    def test_main_goal_is_named_as_such(self):
        uid = uuid4()
        self.city.draft([goal("Rozwój.", uid=uid, kind="main")], number=3)

        assert words(self.shown(uid=uid).soup.h1) == "Cel główny"
