"""The programme for 2014: two drafts, what the meeting changed, its tasks."""

from django.test import TestCase

from demo.content.programme import EXAMPLE, uid
from pages.programmes.clauses import ClauseKind
from pages.programmes.models import PriorityTaskPage, ProgrammeDraftPage, ProgrammePage
from tests.pages.markup import PublicPage, words

from .snapshot import put_demo

MAIN_GOAL = (
    "Rozwój współpracy Miasta Białystok z organizacjami pozarządowymi w zakresie "
    "efektywnej realizacji zadań publicznych na rzecz zaspokojenia potrzeb mieszkańców."
)
SPECIFIC_GOALS = [
    "Diagnoza potrzeb i problemów społecznych mieszkańców Białegostoku, poszukiwanie "
    "sposobów zaspokajania ich potrzeb i rozwiązywania problemów.",
    "Podnoszenie świadomości społecznej mieszkańców i wspieranie ich w zakresie "
    "realizacji różnorodnych inicjatyw społecznych.",
    "Wspieranie aktywności organizacji pozarządowych i wolontariatu.",
    "Budowanie partnerstwa i dialogu społecznego.",
]
BEFORE = (
    "tworzenie podmiotów ekonomii społecznej, współpraca z istniejącymi podmiotami "
    "ekonomii społecznej"
)
AFTER = f"{BEFORE} oraz promowanie idei klauzuli społecznej"
CHANGED = {
    "social-economy": (BEFORE, AFTER),
    "art-collection": (
        "tworzenie kolekcji dzieł sztuki współczesnej",
        "tworzenie kolekcji dzieł sztuki",
    ),
    "seniors": (None, "Aktywizacja osób starszych"),
    "tolerance": (None, "Wspieranie postaw tolerancyjnych poprzez sport"),
}
FROM_THE_REPORT = {MAIN_GOAL, *SPECIFIC_GOALS} | {
    text for pair in CHANGED.values() for text in pair if text
}


class TestProgramme(TestCase):
    @classmethod
    def setUpTestData(cls):
        put_demo()
        cls.programme = ProgrammePage.objects.get(locale__language_code="pl")
        cls.first, cls.second, cls.third = ProgrammeDraftPage.objects.child_of(
            cls.programme
        ).order_by("number")

    def test_programme_stands_at_its_address(self):
        assert self.programme.url == "/pl/programy/2014/"
        assert (self.programme.year, self.programme.stage) == (2014, "drafting")

    def test_goals_are_those_of_the_report_in_both_drafts(self):
        for draft in (self.first, self.second):
            goals = [n for n in draft.clauses if n.kind is ClauseKind.GOAL]

            assert [n.text for n in goals] == [MAIN_GOAL, *SPECIFIC_GOALS]
            assert [n.number for n in goals] == ["", "1", "2", "3", "4"]

    def test_second_draft_is_based_on_the_first(self):
        assert self.second.based_on_id == self.first.pk
        assert self.second.date > self.first.date

    def test_clauses_changed_as_the_report_says(self):
        texts = [{n.uid: n.text for n in d.clauses} for d in (self.first, self.second)]

        for key, wordings in CHANGED.items():
            assert tuple(part.get(uid(key)) for part in texts) == wordings
        changed = {
            found
            for found in texts[0].keys() | texts[1].keys()
            if texts[0].get(found) != texts[1].get(found)
        }
        categories = {n.uid for n in self.second.clauses if n.kind == "category"}
        assert changed - categories == {uid(key) for key in CHANGED}

    def test_social_economy_is_paragraph_29_in_both(self):
        for draft in (self.first, self.second):
            (node,) = [n for n in draft.clauses if n.uid == uid("social-economy")]

            assert node.number == "29"

    def test_only_the_second_draft_has_the_three_categories(self):
        found = [
            [n.text for n in draft.clauses if n.kind is ClauseKind.CATEGORY]
            for draft in (self.first, self.second)
        ]

        assert found == [[], ["zdrowie", "polityka społeczna", "niepełnosprawność"]]

    def test_clauses_that_are_not_of_the_report_are_marked(self):
        for draft in (self.first, self.second):
            for node in draft.clauses:
                if not node.is_heading:
                    is_example = node.note == EXAMPLE
                    assert is_example == (node.text not in FROM_THE_REPORT), node.text

    def test_mark_is_shown_to_readers_in_their_language(self):
        for url, mark in (
            (self.second.url, "tekst przykładowy"),
            ("/en/programmes/2014/version-2/", "example text"),
        ):
            page = PublicPage.get(self.client, url)
            tags = [words(tag) for tag in page.soup.select(".clause-note")]

            assert set(tags) == {mark}

    def test_units_are_named_as_authors_of_their_tasks(self):
        page = PublicPage.get(self.client, self.second.url)

        for key, unit in (
            ("social-economy", "Departament Spraw Społecznych"),
            ("art-collection", "Biuro Kultury"),
        ):
            found = page.soup.select_one(f"#c-{uid(key)}")
            assert unit in words(found)
        for key in ("seniors", "tolerance"):
            assert "Departament" not in words(page.soup.select_one(f"#c-{uid(key)}"))

    def test_tasks_show_their_wording_in_each_draft(self):
        tasks = PriorityTaskPage.objects.child_of(self.programme)
        keys = dict(tasks.values_list("clause_id", "pk"))
        assert {str(key) for key in keys} == {uid(key) for key in CHANGED}
        for task in tasks:
            page = PublicPage.get(self.client, task.url)
            shown = [words(text) for text in page.soup.select(".clause-text")]
            (wordings,) = [
                CHANGED[key] for key in CHANGED if uid(key) == str(task.clause_id)
            ]
            newest = {n.uid: n.text for n in self.third.clauses}[str(task.clause_id)]

            assert shown == [text for text in (newest, *reversed(wordings)) if text]
            assert "Warsztaty partycypacyjne 26 lipca" in page.main

    def test_clauses_are_the_same_in_english(self):
        english = ProgrammeDraftPage.objects.get(
            translation_key=self.second.translation_key, locale__language_code="en"
        )

        assert [(n.uid, n.number) for n in english.clauses] == [
            (n.uid, n.number) for n in self.second.clauses
        ]
        for code in ("pl", "en"):
            page = PublicPage.get(
                self.client, f"/{code}/clause/{uid('social-economy')}/"
            )
            assert len(page.soup.select("[aria-labelledby=history] .clause-text")) == 3
