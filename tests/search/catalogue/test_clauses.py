"""One entry a clause and language, as the newest version that may be read has it."""

import datetime
from uuid import UUID, uuid4

from django.test import TestCase

from pages.programmes.models import Clause, ClauseWording
from search.catalogue.clauses import refresh_clauses
from search.models import CatalogueEntry, Kind
from tests.factories.clauses import area, author, chapter, clause, goal
from tests.factories.pages import City, translate
from tests.factories.snippets import OrganisationFactory, PriorityAreaFactory

FIRST = UUID("11111111-1111-4111-8111-111111111111")
SECOND = UUID("22222222-2222-4222-8222-222222222222")


def entry(uid, language="pl"):
    entries = CatalogueEntry.objects.filter(kind=Kind.CLAUSE, language=language)
    return entries.filter(subject=str(uid)).first()


def words(uid, language="pl"):
    return " ".join(entry(uid, language).text)


class TestClauses(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.first = cls.version(1, clause(text="dawne brzmienie", uid=FIRST))

    @classmethod
    def version(cls, number, *clauses, **values):
        values.setdefault("date", datetime.date(2013, 7, number))
        return cls.city.draft(
            list(clauses),
            number=number,
            slug=f"wersja-{number}",
            published=True,
            **values,
        )

    def test_newest_version_speaks(self):
        second = self.version(2, clause(text="nowe brzmienie", uid=FIRST))
        found = entry(FIRST)
        assert found.page_id == second.pk
        assert words(FIRST).strip() == "nowe brzmienie"
        assert found.facts["version"] == 2
        assert found.facts["also"] == [1]
        assert found.facts["is_newest"] is True
        assert found.year == 2014
        assert found.date == second.date

    def test_clause_that_the_newest_lacks_says_so(self):
        self.version(2, clause(text="inny zapis", uid=SECOND))
        found = entry(FIRST)
        assert found.page_id == self.first.pk
        assert found.facts["is_newest"] is False
        assert entry(SECOND).facts["is_newest"] is True

    def test_earlier_version_speaks_again_after_the_newest_is_unpublished(self):
        second = self.version(2, clause(text="nowe brzmienie", uid=FIRST))
        second.unpublish()
        assert entry(FIRST).page_id == self.first.pk
        assert words(FIRST).strip() == "dawne brzmienie"

    def test_earlier_version_speaks_again_after_the_newest_is_deleted(self):
        second = self.version(2, clause(text="nowe brzmienie", uid=FIRST))
        second.delete()
        assert entry(FIRST).page_id == self.first.pk
        assert entry(FIRST).facts["is_newest"] is True

    def test_clause_without_a_public_version_is_gone(self):
        self.first.unpublish()
        assert entry(FIRST) is None

    def test_draft_text_of_a_published_version_is_not_there(self):
        self.first.body = [("provision", {"text": "tajny szkic"})]
        self.first.save_revision()
        assert words(FIRST).strip() == "dawne brzmienie"

    def test_each_language_has_its_own(self):
        translation = translate(self.first, "en", title="Version 1")
        found = entry(FIRST, "en")
        assert found.page_id == translation.pk
        assert found.title == "para. 1"
        assert entry(FIRST).title != found.title

    def test_heading_is_its_own_title(self):
        uid = uuid4()
        self.version(2, chapter("Zasady współpracy", clause(), uid=uid))
        found = entry(uid)
        assert found.title == "§ 1 Zasady współpracy"
        assert "Zasady" not in words(uid)

    def test_introduction_and_note_are_found(self):
        uid = uuid4()
        self.version(
            2,
            chapter(
                "Cele",
                clause(uid=FIRST, note="dopisek"),
                uid=uid,
                introduction="Na wstępie",
            ),
        )
        assert "Na wstępie" in words(uid)
        assert "dopisek" in words(FIRST)

    def test_area_and_authors_are_known(self):
        sport, club = PriorityAreaFactory(), OrganisationFactory()
        written = clause(uid=FIRST, authors=[author("organisation", club.pk)])
        self.version(2, area("Sport", sport.pk, written))
        found = entry(FIRST)
        assert list(found.areas.all()) == [sport]
        assert list(found.organisations.all()) == [club]

    def test_main_goal_has_no_number(self):
        uid = uuid4()
        self.version(2, goal("Rozwój współpracy.", uid=uid, kind="main"))
        assert entry(uid).number == ""

    def test_number_of_queries_does_not_grow_with_clauses(self):
        few = self.version(2, *(clause() for _ in range(3)))
        many = self.version(3, *(clause() for _ in range(40)))
        with CountedQueries() as first:
            few.save_revision().publish()
        with CountedQueries() as second:
            many.save_revision().publish()
        assert second.number <= first.number + 2


class CountedQueries:
    """Counts the queries that are made inside."""

    def __enter__(self):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        self._captured = CaptureQueriesContext(connection)
        self._captured.__enter__()
        return self

    def __exit__(self, *error):
        self._captured.__exit__(*error)
        self.number = len(self._captured)

    def test_wording_that_its_version_does_not_have_stops_nothing(self):
        ClauseWording.objects.create(
            clause=Clause.objects.create(uid=SECOND),
            draft=self.first,
            kind="task",
            order=9,
            chapter=SECOND,
        )
        assert refresh_clauses(self.city.programme) == 0
        assert entry(SECOND) is None
        assert entry(FIRST) is not None
