"""The dialogue in which an editor chooses a clause."""

from django.test import TestCase
from wagtail.test.utils import WagtailTestUtils

from tests.factories.clauses import chapter, clause
from tests.factories.pages import City
from tests.pages.measure import count_queries

DIALOGUE = "/admin/clause_chooser/"


class TestClauseChooser(WagtailTestUtils, TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.city.draft(
            [
                chapter(
                    "Zadania",
                    clause(text="aktywizacja osób starszych", number="29"),
                    clause(text="kolekcja dzieł sztuki"),
                )
            ],
            title="Wersja 1",
        )

    def setUp(self):
        self.login()

    def found(self, words):
        response = self.client.get(f"{DIALOGUE}results/", {"q": words})
        assert response.status_code == 200
        return response.content.decode()

    def test_clauses_are_found_by_all_their_words(self):
        found = self.found("starszych aktywizacja")

        assert "aktywizacja osób starszych" in found
        assert "kolekcja" not in found

    def test_clauses_are_found_by_number(self):
        found = self.found("30")

        assert "kolekcja dzieł sztuki" in found
        assert "aktywizacja" not in found

    def test_list_names_the_draft(self):
        response = self.client.get(DIALOGUE)

        self.assertContains(response, "Wersja 1")

    def test_nothing_is_found_by_nonsense(self):
        for words in ("§%_", "'", "kolekcja rowerów"):
            assert "kolekcja dzieł" not in self.found(words)

    def test_words_that_cannot_be_searched_filter_nothing(self):
        for words in ("\x00", "x" * 300):
            assert "kolekcja dzieł" in self.found(words)

    def test_list_costs_the_same_however_many_clauses(self):
        few = count_queries(self.client, DIALOGUE)
        self.city.draft([clause() for _ in range(27)])

        assert count_queries(self.client, DIALOGUE) == few
