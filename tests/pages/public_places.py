"""Every public place of a city, and what words are found there."""

from urllib.parse import urlencode
from uuid import uuid4

from django.test import TestCase, override_settings
from wagtail.models import Page

from pages.api.pages.expanding import EXPANSIONS
from search.models import CatalogueEntry
from tests.factories.clauses import chapter, clause
from tests.factories.pages import (
    AgendaItemFactory,
    AttendanceFactory,
    City,
    FindingFactory,
    MeetingIndexPageFactory,
    ProgrammePageFactory,
    translate,
)
from tests.factories.snippets import OrganisationFactory, PriorityAreaFactory

SECRET = "Zatajone"


def addresses_of_pages():
    return [
        page.url
        for page in Page.objects.live().public().filter(depth__gt=1).order_by("path")
    ]


@override_settings(SEARCH_FOLLOWS=True)
class PublicPlaces(TestCase):
    """A city with public content of every kind; `found_in` looks for a word in it."""

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.uid, cls.hidden_uid = uuid4(), uuid4()
        cls.organisation = OrganisationFactory(name="Fundacja Próbna")
        cls.area = PriorityAreaFactory()
        cls.draft = cls.city.draft([clause(uid=cls.uid)], published=True)
        cls.task = cls.city.task(clause_id=cls.uid)
        cls.report = cls.city.meeting(
            title="Jawne",
            slug="jawne",
            programme=cls.city.programme,
            discussed_draft=cls.draft,
            published=True,
        )
        AttendanceFactory(page=cls.report, organisation=cls.organisation)
        FindingFactory(page=cls.report, clause_id=cls.uid, area=cls.area)
        for page in (cls.draft, cls.task, cls.report):
            translate(page, "en", title=f"Public {page.pk}", slug=f"public-{page.pk}")

    def places(self):
        """Yield every public address, in each language where it has one."""
        yield from addresses_of_pages()
        for code in ("pl", "en", "uk"):
            yield f"/{code}/organisations/"
            yield f"/{code}/organisations/{self.organisation.slug}/"
            yield f"/{code}/feeds/reports/"
            yield f"/{code}/nie-ma/"
        for code in ("pl", "en"):
            yield f"/{code}/clause/{self.uid}/"
        yield f"{self.report.url}meeting.ics"
        yield from ("/sitemap.xml", "/robots.txt")
        yield "/api/v3/pages/?limit=20"
        for page in Page.objects.live().public().filter(depth__gt=1):
            yield f"/api/v3/pages/{page.pk}/"
        yield from self.places_of_the_api()

    def places_of_the_api(self):
        """Yield the addresses of our resources that tell the most."""
        programme, draft = self.city.programme.pk, self.draft.pk
        surroundings = urlencode({"expand": [*EXPANSIONS]}, doseq=True)
        paths = (
            *("organisations/", f"organisations/{self.organisation.slug}/"),
            *("meetings/", f"meetings/{self.report.pk}/"),
            *("programmes/", f"programmes/{programme}/", "programmes/amendments/"),
            f"programmes/drafts/{draft}/",
            f"programmes/drafts/{draft}/redline/?since={draft}",
            f"programmes/clauses/{self.uid}/",
            *("programmes/tasks/", f"programmes/tasks/{self.task.pk}/"),
            *("comments/", f"comments/?draft={draft}", "navigation/", "sitemap/"),
            *("site/", "feeds/", "sitemap/redirects/", "redirects/"),
            f"pages/{self.city.home.pk}/?{surroundings}",
            f"pages/{self.report.pk}/?{surroundings}",
        )
        for path in paths:
            yield f"/api/v3/{path}"

    def found_in(self, word, places=None):
        found = []
        for place in places or self.places():
            response = self.client.get(place)
            expected = 404 if "nie-ma" in place else 200
            assert response.status_code == expected, place
            if word.lower() in response.content.decode().lower():
                found.append(place)
        return found if places else [*found, *self.found_by_search(word)]

    def found_by_search(self, word):
        """Return which parts of the search have the word, or lead to it."""
        if word.lower() in str(list(CatalogueEntry.objects.values())).lower():
            yield "catalogue"
        asked = {"q": word, "language": "all"}
        if not self.client.get("/pl/search/", asked).context["found"].is_nothing:
            yield "results"
        mistyped = self.client.get("/pl/search/", {**asked, "q": f"{word[:-1]}qe"})
        if word.lower() in mistyped.content.decode().lower():
            yield "correction"
        suggested = self.client.get("/pl/search/suggest/", {"q": word[:5]}).json()
        if word.lower() in str(suggested["suggestions"]).lower():
            yield "suggestions"

    def hide(self, **state):
        """Make a hidden page of every kind, full of the word, tied to public ones."""
        city, text = self.city, f"{SECRET} zapis"
        meeting = city.meeting(
            title=f"{SECRET} spotkanie",
            lead=text,
            programme=city.programme,
            discussed_draft=self.draft,
            resulting_draft=self.draft,
            **state,
        )
        AttendanceFactory(
            page=meeting, organisation=self.organisation, name_as_written=SECRET
        )
        FindingFactory(page=meeting, clause_id=self.uid, area=self.area, text=text)
        AgendaItemFactory(page=meeting, topic=text)
        city.draft(
            [
                chapter(SECRET, clause(text=text, uid=self.uid)),
                clause(uid=self.hidden_uid),
            ],
            title=f"{SECRET} wersja",
            lead=text,
            **state,
        )
        city.task(title=f"{SECRET} zadanie", lead=text, clause_id=self.uid, **state)
        city.plain(
            title=f"{SECRET} strona",
            lead=text,
            show_in_menus=True,
            show_in_footer=True,
            **state,
        )
        MeetingIndexPageFactory(
            parent=city.home,
            title=f"{SECRET} lista",
            slug=f"{SECRET}-lista-{meeting.pk}".lower(),
            **state,
        )
        ProgrammePageFactory(parent=city.programmes, title=f"{SECRET} program", **state)
