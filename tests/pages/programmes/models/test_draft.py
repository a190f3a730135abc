import datetime
from uuid import UUID, uuid4

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.programmes.models import (
    Clause,
    ClauseWording,
    ProgrammeDraftPage,
    ProgrammePage,
)
from tests.factories.clauses import area, author, category, chapter, clause, goal
from tests.factories.pages import City, mirror, translate
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


class TestWordings(TestCase):
    """ClauseWording says what the published text of each draft says."""

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.first, cls.second = uuid4(), uuid4()
        cls.draft = cls.city.draft(
            [clause(text="pierwszy", uid=cls.first), clause(uid=cls.second)],
            published=True,
        )

    def wordings(self, draft=None):
        rows = ClauseWording.objects.filter(draft=draft or self.draft)
        return [(row.clause_id, row.number) for row in rows.order_by("order")]

    def save_body(self, *body):
        self.draft.body = list(body)
        self.draft.save()

    def test_wordings_follow_when_a_clause_is_added(self):
        new = uuid4()

        self.save_body(clause(uid=new), *self.draft.body.raw_data)

        assert self.wordings() == [(new, "1"), (self.first, "2"), (self.second, "3")]

    def test_wordings_follow_when_a_clause_is_removed(self):
        self.save_body(clause(uid=self.second))

        assert self.wordings() == [(self.second, "1")]
        assert Clause.objects.filter(uid=self.first).exists()

    def test_wordings_follow_when_clauses_change_places(self):
        self.save_body(clause(uid=self.second), clause(uid=self.first))

        assert self.wordings() == [(self.second, "1"), (self.first, "2")]

    def test_wordings_follow_when_a_clause_moves_under_a_chapter(self):
        home = chapter("Zadania", category("sport", clause(uid=self.first)))

        self.save_body(home)

        wording = ClauseWording.objects.get(draft=self.draft, clause=self.first)
        assert wording.chapter == UUID(home["id"])
        assert len(self.wordings()) == 3

    def test_wordings_are_gone_when_the_text_is(self):
        self.save_body()

        assert self.wordings() == []

    def test_wordings_are_new_when_the_page_is_copied(self):
        copy = self.draft.copy(update_attrs={"slug": "kopia", "number": 2})

        assert self.wordings(copy) == self.wordings()
        assert len(self.wordings()) == 2

    def test_uids_stay_when_the_page_is_translated(self):
        english = translate(self.draft, "en", title="Version 1")

        assert self.wordings(english) == self.wordings()

    def test_wordings_stay_when_the_draft_is_unpublished(self):
        self.draft.unpublish()

        assert len(self.wordings()) == 2
        assert not ClauseWording.objects.all().public("pl").exists()

    def test_wordings_wait_when_a_text_is_saved_without_publishing(self):
        draft = self.draft.get_latest_revision_as_object()
        draft.body = [clause(text="jeszcze tajny", uid=self.first)]
        revision = draft.save_revision()

        texts = ClauseWording.objects.values_list("text", flat=True)
        assert "jeszcze tajny" not in texts

        revision.publish()

        assert [*texts.all()] == ["jeszcze tajny"]

    def test_clauses_can_be_chosen_when_their_draft_is_not_yet_published(self):
        draft = self.city.draft([], unpublished=True)
        draft.body = [clause(text="nowy zapis")]
        draft.save_revision()

        names = [str(found) for found in Clause.objects.all()]

        assert any("nowy zapis" in name for name in names), names
        assert (
            not ClauseWording.objects.all()
            .public("pl")
            .filter(text="nowy zapis")
            .exists()
        )

    def test_saving_again_changes_nothing(self):
        before = list(ClauseWording.objects.values())

        self.draft.save()

        assert list(ClauseWording.objects.values()) == before

    def test_number_of_queries_does_not_grow_with_clauses(self):
        counts = []
        for number in (5, 50):
            draft = self.city.draft([clause() for _ in range(number)])
            draft.body = [clause() for _ in range(number)]
            with CaptureQueriesContext(connection) as queries:
                draft.save()
            counts.append(len(queries))

        assert counts[0] == counts[1]

    def test_only_published_drafts_of_the_language_are_public(self):
        english = translate(self.draft, "en", title="Version 1")
        self.city.draft([clause(uid=self.first)], unpublished=True)
        self.city.draft([clause(uid=self.first)], restricted=True)
        mirror(self.city.draft([clause(uid=self.first)], title="Lustro"), "en")

        public = ClauseWording.objects.filter(clause=self.first).public("en")

        assert [wording.draft_id for wording in public] == [english.pk]

    def test_newest_draft_comes_first(self):
        older = self.city.draft(
            [clause(uid=self.first)], number=9, date=datetime.date(2013, 7, 1)
        )

        public = ClauseWording.objects.filter(clause=self.first).public("pl")

        assert [w.draft_id for w in public] == [self.draft.pk, older.pk]
