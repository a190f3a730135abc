"""What clauses say in each version, kept as rows beside the text."""

import datetime
from uuid import UUID, uuid4

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from pages.programmes.models import Clause, ClauseWording
from tests.factories.clauses import category, chapter, clause
from tests.factories.pages import City, mirror, translate


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
