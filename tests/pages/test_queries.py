"""What each public page costs with cold caches, however much it shows."""

import datetime
from uuid import uuid4

import pytest
import wagtail_factories

from tests.factories.clauses import area, author, category, chapter, clause
from tests.factories.pages import (
    AgendaItemFactory,
    AttendanceFactory,
    City,
    CommentChannelFactory,
    ContentPageFactory,
    CorrectionFactory,
    FindingFactory,
    ProgrammePageFactory,
    UnitAttendanceFactory,
    mirror,
    translate,
)
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationAliasFactory,
    OrganisationFactory,
    PlaceFactory,
    PriorityAreaFactory,
    ProjectFactory,
    ProjectRoleFactory,
)
from tests.pages.measure import MOST_QUERIES, count_queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unindexed")]

LATER = datetime.date(2035, 1, 1)
FEW, MANY = 5, 50


class Case:
    """A page and, by `grow`, more of what it shows."""

    most = MOST_QUERIES

    def __init__(self):
        self.city = City(project=ProjectFactory(funding_note="Ze środków funduszu."))
        self.uid = uuid4()
        self.area, self.unit = PriorityAreaFactory(), CityUnitFactory()
        self.organisation = OrganisationFactory()
        translate(self.city.home, "en", slug="home")
        self.url = self.prepare()

    def fill_meeting(self, meeting, number):
        """Add rows of every kind: each is loaded for itself where it is not joined."""
        rows = {"page": meeting}
        translated = {**rows, "locale": meeting.locale}
        area, organisation, unit = self.area, self.organisation, self.unit
        for _ in range(number):
            AttendanceFactory(**rows, organisation=organisation)
            UnitAttendanceFactory(**rows, unit=unit)
            AgendaItemFactory(**translated)
            CommentChannelFactory(**translated, unit=unit)
            CorrectionFactory(**translated)
            FindingFactory(**translated, area=area, clause_id=self.uid)


class HomePageCase(Case):
    """The home page: meetings, drafts, organisations, logos."""

    def prepare(self):
        self.logo = wagtail_factories.ImageFactory()
        return self.city.home.url

    def grow(self, number):
        for _ in range(number):
            self.city.meeting(place=PlaceFactory())
            self.city.meeting(announced=True, date=LATER, place=PlaceFactory())
            self.city.draft()
            self.city.plain(show_in_footer=True, show_in_menus=True)
            OrganisationFactory()
            ProjectRoleFactory(
                project=self.city.home.project, logo=self.logo, logo_alt="Logo"
            )


class ContentPageCase(Case):
    """A plain page: pictures, pages in the menu and above it."""

    def prepare(self):
        self.page = self.city.plain()
        return self.page.url

    def grow(self, number):
        image = wagtail_factories.ImageFactory()
        picture = {"image": image.pk, "alt_text": "Opis", "decorative": False}
        figure = {"type": "figure", "value": {"picture": picture, "caption": ""}}
        self.page.body = [*self.page.body.raw_data, *[figure] * number]
        self.page.save()
        for _ in range(number):
            ContentPageFactory(parent=self.page)


class MeetingIndexPageCase(Case):
    """The list of meetings, past and to come, mirrored ones among them."""

    def prepare(self):
        mirror(self.city.meetings, "en")
        return self.city.meetings.url

    def grow(self, number):
        for _ in range(number):
            meeting = self.city.meeting(place=PlaceFactory())
            self.city.meeting(announced=True, date=LATER, place=PlaceFactory())
        mirror(meeting, "en")


class MeetingPageCase(Case):
    """A report: who came, findings, topics, addresses, credits."""

    def prepare(self):
        project = ProjectFactory(logo=wagtail_factories.ImageFactory(), logo_alt="Logo")
        self.meeting = self.city.meeting(
            programme=self.city.programme,
            discussed_draft=self.city.draft([clause(uid=self.uid)]),
            resulting_draft=self.city.draft([clause(uid=self.uid)]),
            call_for_comments="<p>Czekamy.</p>",
            project=project,
            place=PlaceFactory(),
        )
        self.next = self.city.meeting(announced=True, date=LATER, place=PlaceFactory())
        return self.meeting.url

    def grow(self, number):
        for meeting in (self.meeting, self.next):
            self.fill_meeting(meeting, number)
        for _ in range(number):
            ProjectRoleFactory(project=self.meeting.project, of_organisation=True)
            ProjectRoleFactory(project=self.meeting.project, of_unit=True)


class MirroredMeetingCase(MeetingPageCase):
    """A report that is only mirrored: no page type, so its source may cost more."""

    most = MOST_QUERIES + 5

    def prepare(self):
        super().prepare()
        return mirror(self.meeting, "en").url

    def grow(self, number):
        super().grow(number)
        self.meeting.save_revision().publish()


class ProgrammeIndexPageCase(Case):
    """The list of programmes."""

    def prepare(self):
        return self.city.programmes.url

    def grow(self, number):
        ProgrammePageFactory.create_batch(number, parent=self.city.programmes)


class ProgrammePageCase(Case):
    """A programme: drafts, tasks by area, meetings."""

    def prepare(self):
        return self.city.programme.url

    def grow(self, number):
        for _ in range(number):
            self.city.draft()
            self.city.task()
            self.city.meeting(programme=self.city.programme)


class ProgrammeDraftPageCase(Case):
    """A draft: clauses with authors, versions, meetings."""

    def prepare(self):
        self.page = self.city.draft()
        return self.page.url

    def grow(self, number):
        clauses = [
            clause(
                authors=[
                    author("unit", CityUnitFactory().pk),
                    author("organisation", OrganisationFactory().pk),
                ]
            )
            for _ in range(number)
        ]
        body = chapter(
            "Zadania",
            area("Sport", PriorityAreaFactory().pk, category("inne", *clauses)),
        )
        self.page.body = [*self.page.body.raw_data, body]
        self.page.save()
        for _ in range(number):
            self.city.draft()
            self.city.meeting(discussed_draft=self.page)
            self.city.meeting(resulting_draft=self.page)


class PriorityTaskPageCase(Case):
    """A task: its wordings and findings."""

    def prepare(self):
        self.grow(1)
        return self.city.task(clause_id=self.uid, lead_unit=CityUnitFactory()).url

    def grow(self, number):
        for _ in range(number):
            self.city.draft([clause(uid=self.uid)])
            FindingFactory(page=self.city.meeting(), clause_id=self.uid)


class ClauseCase(PriorityTaskPageCase):
    """A clause at its permanent address."""

    def prepare(self):
        super().prepare()
        return f"/pl/clause/{self.uid}/"


class OrganisationListCase(Case):
    """The directory."""

    def prepare(self):
        return "/pl/organisations/"

    def grow(self, number):
        parent = OrganisationFactory()
        OrganisationFactory.create_batch(number - 1, parent=parent)


class OrganisationCase(Case):
    """An organisation: names, federations, meetings and their findings."""

    def prepare(self):
        self.organisation = OrganisationFactory(branch=True, registered=True)
        return f"/pl/organisations/{self.organisation.slug}/"

    def grow(self, number):
        for _ in range(number):
            meeting = self.city.meeting()
            AttendanceFactory(page=meeting, organisation=self.organisation)
            FindingFactory.create_batch(2, page=meeting, area=self.area)
            OrganisationAliasFactory(organisation=self.organisation)
            self.organisation.member_of.add(OrganisationFactory(federation=True))


class FeedCase(Case):
    """The feed of reports."""

    def prepare(self):
        return "/pl/feeds/reports/"

    def grow(self, number):
        for _ in range(number):
            self.city.meeting()


CASES = [
    HomePageCase,
    ContentPageCase,
    MeetingIndexPageCase,
    MeetingPageCase,
    MirroredMeetingCase,
    ProgrammeIndexPageCase,
    ProgrammePageCase,
    ProgrammeDraftPageCase,
    PriorityTaskPageCase,
    ClauseCase,
    OrganisationListCase,
    OrganisationCase,
    FeedCase,
]


@pytest.mark.parametrize("make", CASES)
def test_page_costs_the_same_however_much_it_shows(client, make):
    check_cost(client, make())


def check_cost(client, case):
    """Visit a page with few rows and with many: both cost the same, and little."""
    case.grow(FEW)
    few = count_queries(client, case.url)
    case.grow(MANY - FEW)

    assert count_queries(client, case.url) == few
    assert few <= case.most
