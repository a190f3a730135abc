import datetime
from uuid import uuid4

import pytest
from django.test import TestCase

from pages.meetings.reading import letter
from tests.factories.clauses import clause, goal
from tests.factories.pages import (
    AgendaItemFactory,
    AttendanceFactory,
    City,
    FindingFactory,
    UnitAttendanceFactory,
    mirror,
    translate,
)
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)
from tests.pages.markup import PublicPage, words


@pytest.mark.parametrize(
    ("place", "expected"),
    [(0, "a"), (1, "b"), (25, "z"), (26, "aa"), (27, "bb"), (52, "aaa")],
)
def test_findings_are_lettered(place, expected):
    assert letter(place) == expected


class TestReport(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.uid, cls.goal = uuid4(), uuid4()
        cls.draft = cls.city.draft(
            [
                goal("Rozwój.", uid=cls.goal, kind="main"),
                clause(text="kolekcja", uid=cls.uid, number="29"),
            ],
            title="Wersja 1",
        )
        cls.meeting = cls.city.meeting(
            programme=cls.city.programme, discussed_draft=cls.draft
        )

    def shown(self, meeting=None):
        return PublicPage.get(self.client, (meeting or self.meeting).url)

    def test_findings_are_grouped_by_area_in_the_order_of_the_report(self):
        sport, culture = (PriorityAreaFactory(name=n) for n in ("Sport", "Kultura"))
        for area, text in ((culture, "pierwsze"), (culture, "drugie"), (sport, "inne")):
            FindingFactory(page=self.meeting, area=area, text=text)

        page = self.shown()

        headings = [words(h) for h in page.soup.select("#findings ~ h3")]
        assert headings == ["1. Kultura", "2. Sport"]
        for place, text in (("1a", "pierwsze"), ("1b", "drugie"), ("2a", "inne")):
            found = page.soup.select_one(f"#finding-{place}")
            assert words(found).startswith(text)
        assert page.faults("pl") == []

    def test_finding_links_to_its_clause_and_shows_both_wordings(self):
        FindingFactory(
            page=self.meeting,
            area=PriorityAreaFactory(),
            clause_id=self.uid,
            wording_before="sztuki współczesnej",
            wording_after="sztuki",
        )

        found = self.shown().soup.select_one("#finding-1a")

        assert found.a["href"] == f"/pl/clause/{self.uid}/"
        assert words(found.dl) == "Przed sztuki współczesnej Propozycja sztuki"

    def test_proposal_is_not_shown_as_agreed(self):
        area = PriorityAreaFactory()
        for kind in ("proposal", "structure", "open_question"):
            FindingFactory(page=self.meeting, area=area, kind=kind)

        tags = [tag.text for tag in self.shown().soup.select(".alpha .tag")]

        assert tags == ["propozycja", "układ dokumentu", "sprawa otwarta"]

    def test_main_goal_stands_out_among_agreed_wordings(self):
        for uid, text in ((self.goal, "Rozwój."), (None, "Drugi zapis.")):
            FindingFactory(
                page=self.meeting, clause_id=uid, text=text, kind="agreed_wording"
            )

        section = self.shown().soup.select_one('[aria-labelledby="agreed"]')

        assert words(section.select_one(".inset")) == "Cel główny: Rozwój."
        assert [words(item) for item in section("li")] == ["Drugi zapis."]

    def test_finding_on_an_unpublished_clause_has_no_link(self):
        uid = uuid4()
        self.city.draft([clause(uid=uid)], unpublished=True)
        FindingFactory(page=self.meeting, area=PriorityAreaFactory(), clause_id=uid)

        assert self.shown().soup.select_one("#finding-1a a") is None

    def test_bodies_are_named_as_the_report_names_them(self):
        organisation = OrganisationFactory(name="Fundacja Laboratorium „SocLab”")
        AttendanceFactory(
            page=self.meeting,
            organisation=organisation,
            name_as_written="Fundacja SocLab",
        )
        UnitAttendanceFactory(
            page=self.meeting, unit=CityUnitFactory(name="Biuro Kultury")
        )

        section = self.shown().soup.select_one('[aria-labelledby="participants"]')

        assert "Biuro Kultury" in words(section)
        link = section.find("a", string="Fundacja SocLab")
        assert link["href"] == organisation.url

    def test_next_meeting_is_announced_with_its_topics(self):
        later = self.city.meeting(
            announced=True, with_hours=True, date=datetime.date(2013, 8, 13)
        )
        AgendaItemFactory(page=later, topic="edukacja")
        self.city.meeting(announced=True, date=datetime.date(2013, 9, 13))
        self.city.meeting(cancelled=True, date=datetime.date(2013, 8, 1))

        section = self.shown().soup.select_one('[aria-labelledby="next"]')

        assert "wtorek, 13 sierpnia 2013, 12.00–15.30" in words(section).lower()
        assert "edukacja" in words(section)
        assert section.select(f'a[href="{later.url}meeting.ics"]')

    def test_programme_and_drafts_are_linked_in_the_language_of_the_page(self):
        english = translate(self.meeting, "en", title="Workshop")
        assert "Wersja 1" not in self.shown(english).main

        draft = translate(self.draft, "en", title="Version 1")

        link = self.shown(english).soup.find("a", string="Version 1")
        assert link["href"] == draft.url

    def test_draft_that_is_only_mirrored_is_not_linked(self):
        english = translate(self.meeting, "en", title="Workshop")
        mirror(self.draft, "en")

        assert "Wersja 1" not in self.shown(english).main
