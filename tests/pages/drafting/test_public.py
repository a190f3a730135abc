"""What readers learn of the work on a version, and what they do not."""

import datetime
from uuid import uuid4

from django.test import TestCase

from pages.drafting.models import ProgrammePart, ReasonsOverride
from pages.programmes.versions import next_version
from tests.factories.clauses import clause
from tests.factories.drafting import AmendmentFactory, ChangeReasonFactory
from tests.factories.pages import City, FindingFactory, translate
from tests.pages.markup import PublicPage, words
from tests.pages.measure import count_queries

SECRET = "ZNACZNIK-NIEJAWNE"


class TestReasons(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.uid = uuid4()
        cls.base = cls.city.draft([clause(text="stary", uid=cls.uid)], number=1)
        cls.draft = cls.city.draft(
            [clause(text="nowy", uid=cls.uid)],
            number=2,
            title="Wersja 2",
            based_on=cls.base,
            live=True,
        )
        cls.meeting = cls.city.meeting(
            title="Warsztaty 26 lipca", programme=cls.city.programme
        )

    def reasons(self, draft=None, query="?view=changes"):
        page = PublicPage.get(self.client, f"{(draft or self.draft).url}{query}")
        block = page.soup.find(class_="reasons")
        return block and block.find_all("li")

    def amend(self, meeting=None, **values):
        """Give the change an amendment that comes from a finding of a meeting."""
        finding = FindingFactory(page=meeting or self.meeting, text="dopisać bieg")
        amendment = AmendmentFactory(
            programme=self.city.programme,
            clause_id=self.uid,
            applied_in=self.draft,
            status="applied",
            findings=[finding],
            **values,
        )
        ChangeReasonFactory(
            draft=self.draft,
            clause_id=self.uid,
            kind="amendment",
            amendment=amendment,
            note="",
        )

    def test_reason_leads_to_the_meeting_that_found_it(self):
        self.amend()

        [reason] = self.reasons()

        assert reason.a["href"] == f"{self.meeting.url}#findings"
        assert words(reason) == "Warsztaty 26 lipca: zmiana P1/2014: dopisać bieg"

    def test_compared_with_a_later_version_its_reasons_are_told(self):
        self.amend()

        [reason] = self.reasons(self.base, "?view=changes&compare=2")

        assert words(reason) == "Warsztaty 26 lipca: zmiana P1/2014: dopisać bieg"

    def test_reason_is_told_in_the_language_of_the_reader(self):
        self.amend()
        translate(self.base, "en", slug="version-1")
        english = translate(self.draft, "en", slug="version-2")
        meeting = translate(self.meeting, "en", title="Workshop", slug="workshop")
        finding = meeting.findings.get()
        finding.text = "add a race"
        finding.save()

        [reason] = self.reasons(english)

        assert words(reason) == "Workshop: amendment P1/2014: add a race"
        assert reason.a["href"].startswith("/en/")

    def test_law_and_edits_are_told_in_the_words_of_the_staff(self):
        ChangeReasonFactory(draft=self.draft, clause_id=self.uid)

        assert words(self.reasons()[0]) == "redakcyjna: poprawiono literówkę"

    def test_meeting_that_is_not_public_stays_unnamed(self):
        hidden = self.city.meeting(
            title=SECRET, slug="niejawne", programme=self.city.programme, live=False
        )
        self.amend(meeting=hidden)

        [reason] = self.reasons()

        assert words(reason) == "zmiana P1/2014"

    def test_nothing_of_the_desk_reaches_the_public(self):
        self.amend()
        AmendmentFactory(
            programme=self.city.programme,
            clause_id=self.uid,
            status="rejected",
            text_after=SECRET,
            rationale=SECRET,
        )
        ReasonsOverride.objects.create(draft=self.draft, reason=SECRET)
        addresses = [
            self.draft.url,
            f"{self.draft.url}?view=changes",
            f"/pl/clause/{self.uid}/",
            self.meeting.url,
            self.city.programme.url,
            "/pl/feeds/reports/",
            "/sitemap.xml",
            "/api/v3/pages/",
            f"/api/v3/pages/{self.draft.pk}/",
            f"/api/v3/pages/{self.meeting.pk}/",
        ]
        for address in addresses:
            response = self.client.get(address, follow=True)
            assert response.status_code == 200, address
            assert SECRET not in response.content.decode(), address
        for address in ("/api/v3/snippets/", "/api/v3/snippets/drafting.amendment/"):
            response = self.client.get(address, follow=True)
            assert SECRET not in response.content.decode(), address

    def test_view_costs_the_same_however_many_reasons_it_gives(self):
        self.amend()
        few = count_queries(self.client, f"{self.draft.url}?view=changes")
        for _ in range(20):
            self.amend()
        many = count_queries(self.client, f"{self.draft.url}?view=changes")

        assert few == many <= 30


class TestChecklist(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.draft = cls.city.draft([clause()], number=1)
        cls.meeting = cls.city.meeting(
            title="Warsztaty", date=datetime.date(2013, 7, 26)
        )

    def rows(self, draft=None):
        page = PublicPage.get(self.client, (draft or self.draft).url)
        return page.soup.select("[aria-labelledby=parts] tbody tr")

    def agree(self):
        ProgrammePart.objects.create(
            draft=self.draft, part=1, status="agreed", meeting=self.meeting
        )

    def test_reader_sees_all_eleven_parts_once_somebody_keeps_them(self):
        assert self.rows() == []
        self.agree()

        rows = self.rows()

        assert len(rows) == 11
        assert words(rows[0].th) == "1. cel główny i cele szczegółowe"
        assert words(rows[0].td) == "uzgodnione, 26 lipca 2013, Warsztaty"
        assert rows[0].a["href"] == self.meeting.url
        assert words(rows[10].td) == "brak"

    def test_translation_shows_the_same_parts(self):
        self.agree()

        rows = self.rows(translate(self.draft, "en", slug="version-1"))

        assert words(rows[0].td).startswith("agreed, 26 July 2013")

    def test_next_version_starts_where_its_base_stands(self):
        self.agree()

        made = next_version(self.draft)

        part = made.parts.get()
        assert (part.part, part.status, part.meeting) == (1, "agreed", self.meeting)
