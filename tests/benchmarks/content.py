"""The demo city grown to 50 of everything, the same on every run."""

from datetime import date, timedelta
from functools import cache, cached_property
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from demo.content import programme as demo_text
from demo.logos import draw_logo
from pages.base.models import ContentPage
from pages.frontpage.models import HomePage
from pages.meetings.models import FindingKind, MeetingIndexPage, MeetingPage
from pages.programmes.models import ProgrammeIndexPage, ProgrammePage
from snippets.models import (
    CityUnit,
    LegalForm,
    Organisation,
    PriorityArea,
    ProjectRole,
    Sphere,
)
from tests.factories import clauses as raw
from tests.factories.pages import (
    AttendanceFactory,
    ContentPageFactory,
    FindingFactory,
    MeetingPageFactory,
    PriorityTaskPageFactory,
    ProgrammeDraftPageFactory,
    ProgrammePageFactory,
)
from tests.factories.snippets import OrganisationFactory

from .words import Writer

MANY = 50
LOGOS = 60
CHAPTERS, CLAUSES_IN_A_CHAPTER, WORDS_IN_A_CLAUSE = 6, 50, 60
ORGANISATION = "fundacja-soclab"
TALKED_ABOUT = demo_text.uid("social-economy")


def clause_uid(number: int) -> str:
    """Return the uid of a clause of the long draft; the first is the demo's."""
    if number == 0:
        return TALKED_ABOUT
    return str(uuid5(NAMESPACE_URL, f"benchmark/{number}"))


class Growth:
    """Adds to the demo what makes its pages long; each method is one kind of thing."""

    def __init__(self) -> None:
        self.writer = Writer(seed=2014)
        self.home = HomePage.objects.get(locale__language_code="pl")
        self.report = MeetingPage.objects.get(
            slug="warsztaty-26-lipca-2013", locale__language_code="pl"
        )
        self.programme = ProgrammePage.objects.get(
            slug="2014", locale__language_code="pl"
        )
        self.areas = list(PriorityArea.objects.all())
        self.units = list(CityUnit.objects.all())

    def add_all(self) -> None:
        """Add everything; drafts before what refers to their clauses."""
        self.add_organisations()
        self.add_partners()
        self.add_draft()
        self.add_drafts()
        self.add_tasks()
        self.add_meetings()
        self.fill_report()
        self.add_years()
        self.text = self.add_text()
        self.empty = ContentPageFactory(
            parent=self.home, slug="pusta", title="Pusta strona", body=[]
        )

    @cached_property
    def organisations(self):
        return list(Organisation.objects.in_directory())

    def add_organisations(self) -> None:
        """Fill the directory up to fifty."""
        spheres = list(Sphere.objects.all())
        for number in range(MANY - Organisation.objects.in_directory().count()):
            organisation = OrganisationFactory(
                name=f"Stowarzyszenie {self.writer.words(3).title()} {number}",
                legal_form=self.writer.pick(LegalForm.values),
                city="Białystok",
                about=self.writer.sentence(20),
            )
            organisation.spheres.set(spheres[number % 20 : number % 20 + 3])

    def add_partners(self) -> None:
        """Give the project sixty logos."""
        project = self.home.project
        roles = project.roles.exclude(logo=None).count()
        for number in range(LOGOS - roles - 1):
            colour = f"#{number * 4:02x}5745"
            file = ImageFile(BytesIO(draw_logo(colour)), name=f"logo-{number}.png")
            ProjectRole.objects.create(
                project=project,
                sort_order=100 + number,
                role=ProjectRole.Role.PARTNER,
                organisation=self.organisations[number % MANY],
                logo=get_image_model().objects.create(title=file.name, file=file),
                logo_alt=f"Logo: {self.writer.words(4)}",
            )

    def add_draft(self) -> None:
        """Add a newest draft of three hundred clauses."""
        numbers = iter(range(CHAPTERS * CLAUSES_IN_A_CHAPTER))
        chapters = []
        for place in range(CHAPTERS):
            areas = [
                raw.area(
                    self.writer.sentence(4),
                    area.pk,
                    *(
                        self._clause(next(numbers))
                        for _ in range(CLAUSES_IN_A_CHAPTER // 2)
                    ),
                    uid=uuid5(NAMESPACE_URL, f"benchmark/{place}/{area.pk}"),
                )
                for area in self.areas[:2]
            ]
            uid = uuid5(NAMESPACE_URL, f"benchmark/chapter/{place}")
            chapters.append(raw.chapter(self.writer.sentence(4), *areas, uid=uid))
        self.draft = ProgrammeDraftPageFactory(
            parent=self.programme,
            slug="wersja-100",
            title="Wersja 100",
            number=100,
            date=date(2013, 11, 29),
            body=chapters,
        )

    def _clause(self, number: int):
        authors = [
            raw.author("unit", self.units[number % len(self.units)].pk),
            raw.author("organisation", self.organisations[number % MANY].pk),
        ]
        return raw.clause(
            text=self.writer.sentence(WORDS_IN_A_CLAUSE),
            uid=clause_uid(number),
            authors=authors,
        )

    def add_drafts(self) -> None:
        """Add fifty short drafts, each with its wording of the clause talked about."""
        for number in range(4, 4 + MANY):
            text = self.writer.sentence(20)
            ProgrammeDraftPageFactory(
                parent=self.programme,
                slug=f"wersja-{number}",
                title=f"Wersja {number}",
                number=number,
                date=date(2013, 8, 1) + timedelta(days=number),
                lead=self.writer.sentence(12),
                body=[raw.clause(text=text, uid=TALKED_ABOUT)],
            )

    def add_tasks(self) -> None:
        """Add fifty priority tasks, each one a clause of the long draft."""
        for number in range(1, MANY + 1):
            PriorityTaskPageFactory(
                parent=self.programme,
                slug=f"zadanie-{number}",
                title=self.writer.sentence(5),
                area=self.areas[number % len(self.areas)],
                lead_unit=self.units[number % len(self.units)],
                clause_id=clause_uid(number),
            )

    def add_meetings(self) -> None:
        """Add fifty meetings of one organisation that talk about one clause."""
        index = MeetingIndexPage.objects.get(locale=self.home.locale)
        organisation = Organisation.objects.get(slug=ORGANISATION)
        for number in range(MANY):
            meeting = MeetingPageFactory(
                parent=index,
                slug=f"spotkanie-{number}",
                title=f"Spotkanie grupy roboczej numer {number}",
                lead=self.writer.sentence(25),
                date=date(2012, 1, 10) + timedelta(days=number),
                programme=self.programme,
                discussed_draft=self.draft if number < 3 else None,
            )
            AttendanceFactory(page=meeting, organisation=organisation)
            for place in range(3):
                self._add_finding(
                    meeting,
                    area=self.areas[place % len(self.areas)],
                    clause=0 if place == 0 else number,
                    order=place,
                )

    def fill_report(self) -> None:
        """Let fifty organisations come to the workshop, and find fifty things."""
        there = {row.organisation_id for row in self.report.organisations.all()}
        for organisation in self.organisations:
            if organisation.pk not in there:
                AttendanceFactory(
                    page=self.report, organisation=organisation, sort_order=200
                )
        missing = MANY - self.report.findings.count()
        for number in range(missing):
            area = self.areas[number * len(self.areas) // missing]
            self._add_finding(
                self.report, area=area, clause=number, order=1000 + number
            )

    def _add_finding(self, meeting, *, area, clause: int, order: int) -> None:
        FindingFactory(
            page=meeting,
            area=area,
            kind=self.writer.pick(FindingKind.values),
            text=self.writer.sentence(25),
            clause_id=clause_uid(clause),
            wording_before=self.writer.sentence(15) if order % 3 == 0 else "",
            wording_after=self.writer.sentence(15) if order % 3 == 0 else "",
            sort_order=order,
        )

    def add_years(self) -> None:
        """Add the programmes of the ten years before."""
        index = ProgrammeIndexPage.objects.get(locale=self.home.locale)
        for year in range(2004, 2014):
            ProgrammePageFactory(parent=index, year=year, lead=self.writer.sentence(25))

    def add_text(self) -> ContentPage:
        """Add a plain page of fifteen sections."""
        body = []
        for number in range(15):
            text = "".join(f"<p>{self.writer.sentence(40)}</p>" for _ in range(2))
            body.append({"type": "heading", "value": {"text": f"Część {number + 1}"}})
            body.append({"type": "paragraph", "value": text})
        return ContentPageFactory(
            parent=self.home, slug="regulamin", title="Regulamin", body=body
        )


@cache
def grown_city() -> Growth:
    """Return the city with everything added to it, once in a process."""
    growth = Growth()
    growth.add_all()
    return growth
