"""A meeting whose report has something of everything."""

from uuid import uuid4

from tests.factories.clauses import clause, goal
from tests.factories.drafting import AmendmentFactory
from tests.factories.pages import (
    AgendaItemFactory,
    AttendanceFactory,
    City,
    CommentChannelFactory,
    CorrectionFactory,
    FindingFactory,
    UnitAttendanceFactory,
)
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    PlaceFactory,
    PriorityAreaFactory,
    ProjectFactory,
)


class Reported:
    """A city with the report of one meeting, and what the report names."""

    def __init__(self):
        self.city = City()
        self.goal, self.uid = uuid4(), uuid4()
        self.draft = self.city.draft(
            [
                goal("Rozwój.", uid=self.goal, kind="main"),
                clause(text="kolekcja", uid=self.uid, number="29"),
            ],
            title="Wersja 1",
            published=True,
        )
        self.meeting = self.city.meeting(
            title="Lipcowe",
            slug="lipcowe",
            with_hours=True,
            ordinal=2,
            place=PlaceFactory(name="Sala", name_en="Room", accessibility="Winda."),
            programme=self.city.programme,
            discussed_draft=self.draft,
            declared_participants=17,
            call_for_comments="<p>Piszcie.</p>",
            project=ProjectFactory(name="Razem", funding_note="Z EFS."),
            online_url="https://online.example.org/",
        )
        self.fill()

    def fill(self):
        """Add the rows of a report; what was there stays."""
        page, area = self.meeting, PriorityAreaFactory(name="Kultura")
        AgendaItemFactory(page=page, topic="Cele")
        CommentChannelFactory(page=page)
        CorrectionFactory(page=page)
        organisation = OrganisationFactory(name="Fundacja Łąka")
        AttendanceFactory(
            page=page,
            organisation=organisation,
            name_as_written="„Łąka”",
            head_count=3,
        )
        UnitAttendanceFactory(page=page, unit=CityUnitFactory(name="Sport"))
        FindingFactory(
            page=page, kind="agreed_wording", clause_id=self.goal, text="uzgodniono cel"
        )
        finding = FindingFactory(
            page=page,
            area=area,
            clause_id=self.uid,
            text="zmienić",
            wording_before="sztuki współczesnej",
            wording_after="sztuki",
        )
        AmendmentFactory(
            programme=self.city.programme,
            status="applied",
            applied_in=self.draft,
            findings=[finding],
        )
