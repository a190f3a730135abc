from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import TestCase

from pages.programmes.history import clause_history
from pages.programmes.models import Clause, ClauseSuccession
from tests.factories.clauses import clause
from tests.factories.pages import City, translate
from tests.pages.markup import PublicPage, words


class TestSuccession(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.before, cls.after, cls.secret = uuid4(), uuid4(), uuid4()
        cls.old = cls.city.draft(
            [clause(text="dawne brzmienie", uid=cls.before)], number=1, title="Wersja 1"
        )
        cls.new = cls.city.draft(
            [clause(text="nowe brzmienie", uid=cls.after)], number=2, title="Wersja 2"
        )
        cls.working = cls.city.draft(
            [clause(text="tajne", uid=cls.secret)], number=3, unpublished=True
        )

    def record(self, old, new, kind="replaced", draft=None):
        return ClauseSuccession.objects.create(
            old_id=old, new_id=new, kind=kind, draft=draft or self.new
        )

    def section(self, uid, code="pl"):
        page = PublicPage.get(self.client, f"/{code}/clause/{uid}/")
        assert page.faults(code) == []
        return page.soup.select_one("section[aria-labelledby=succession]")

    def test_each_clause_leads_to_the_other(self):
        self.record(self.before, self.after)

        later, earlier = self.section(self.before), self.section(self.after)

        assert "Wersja 2" in words(later)
        assert later.select(f'a[href="/pl/clause/{self.after}/"]')
        assert earlier.select(f'a[href="/pl/clause/{self.before}/"]')
        assert words(later.a) != words(earlier.a)

    def test_clause_that_came_from_nothing_says_nothing(self):
        assert self.section(self.before) is None

    def test_clause_that_is_not_published_is_not_linked(self):
        self.record(self.before, self.secret)

        assert self.section(self.before) is None

    def test_what_happened_in_a_version_not_published_is_not_told(self):
        self.record(self.before, self.after, draft=self.working)

        assert self.section(self.before) is None

    def test_clause_that_moved_says_so_without_a_link_to_itself(self):
        self.record(self.after, self.after, "moved")

        section = self.section(self.after)

        assert section.select("li")
        assert not section.select(f'a[href="/pl/clause/{self.after}/"]')

    def test_translation_tells_it_in_its_own_language(self):
        self.record(self.before, self.after, "split")
        assert clause_history(self.after, "en").successions == []
        translate(self.old, "en", title="Version 1")
        translate(self.new, "en", title="Version 2")

        section = self.section(self.before, "en")

        assert "Part of it became: para. 1 nowe brzmienie" in words(section)
        assert "Version 2" in words(section)

    def test_many_take_no_more_queries_than_one(self):
        self.record(self.before, self.after)
        with self.assertNumQueries(5):
            clause_history(self.before, "pl")
        uids = [uuid4() for _ in range(8)]
        self.city.draft([clause(uid=uid) for uid in uids], number=4, title="Wersja 4")
        for uid in uids:
            self.record(self.before, uid, "split")
        with self.assertNumQueries(5):
            assert len(clause_history(self.before, "pl").successions) == 9

    def test_pair_is_recorded_once_in_a_version(self):
        self.record(self.before, self.after)
        with pytest.raises(IntegrityError), transaction.atomic():
            self.record(self.before, self.after, "split")

    def test_clause_comes_from_itself_only_by_moving(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            self.record(self.before, self.before)

    def test_clause_is_kept_while_its_succession_is(self):
        row = self.record(self.before, self.after)
        with pytest.raises(ProtectedError):
            Clause.objects.filter(pk=self.before).delete()
        assert str(row).startswith(f"{self.before} → {self.after} (")
