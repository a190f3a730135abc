"""Nothing that is not published is found in any public place."""

from uuid import uuid4

import pytest
from django.test import TestCase, override_settings
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from pages.programmes.models import ClauseWording
from search.models import CatalogueEntry
from snippets.models import Organisation
from tests.factories.clauses import chapter, clause
from tests.factories.pages import (
    AgendaItemFactory,
    AttendanceFactory,
    City,
    ContentPageFactory,
    FindingFactory,
    MeetingIndexPageFactory,
    MeetingPageFactory,
    PriorityTaskPageFactory,
    ProgrammeDraftPageFactory,
    ProgrammePageFactory,
    mirror,
    translate,
)
from tests.factories.snippets import (
    ContactPersonFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)

SECRET = "Zatajone"
MIRRORED = "Odbicie"
HIDDEN = [{"unpublished": True}, {"restricted": True}]


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


class TestHiddenPages(PublicPlaces):
    def test_word_would_be_found_if_it_were_public(self):
        self.city.meeting(title=f"{SECRET} spotkanie", published=True)

        assert len(self.found_in(SECRET)) > 5

    def test_unpublished_pages_show_nowhere(self):
        self.hide(unpublished=True)

        assert self.found_in(SECRET) == []

    def test_restricted_pages_show_nowhere(self):
        self.hide(restricted=True)

        assert self.found_in(SECRET) == []

    def test_pages_below_a_restricted_one_show_nowhere(self):
        programme = ProgrammePageFactory(parent=self.city.programmes, restricted=True)
        meetings = MeetingIndexPageFactory(
            parent=self.city.home, slug="zamkniete", restricted=True
        )
        below = {"title": SECRET, "lead": SECRET}
        MeetingPageFactory(parent=meetings, programme=self.city.programme, **below)
        ProgrammeDraftPageFactory(
            parent=programme, body=[clause(text=SECRET, uid=self.uid)], **below
        )
        PriorityTaskPageFactory(
            parent=programme, clause_id=self.uid, slug="zadanie", **below
        )
        private = self.city.plain(restricted=True)
        ContentPageFactory(parent=private, show_in_footer=True, **below)

        assert self.found_in(SECRET) == []

    def test_text_saved_but_not_published_shows_nowhere(self):
        english = self.draft.get_translations().get()
        for page in (
            self.draft,
            self.report,
            self.task,
            self.city.home,
            english.specific,
        ):
            draft = page.specific.get_latest_revision_as_object()
            draft.title = draft.lead = SECRET
            if hasattr(draft, "findings"):
                draft.findings.get().text = SECRET
            if page.specific_class is type(self.draft):
                draft.body = [clause(text=SECRET, uid=self.uid)]
            draft.save_revision()

        assert self.found_in(SECRET) == []

    def test_ancestor_taken_down_is_not_named_by_what_stays_below(self):
        programme = ProgrammePageFactory(
            parent=self.city.programmes, title=SECRET, unpublished=True
        )
        uid = uuid4()
        ProgrammeDraftPageFactory(parent=programme, body=[clause(uid=uid)])

        places = [*addresses_of_pages(), f"/pl/clause/{uid}/"]

        assert self.found_in(SECRET, places) == []

    def test_hidden_clauses_have_no_address(self):
        for state in HIDDEN:
            self.city.draft([clause(uid=self.hidden_uid)], **state)

            response = self.client.get(f"/pl/clause/{self.hidden_uid}/")

            assert response.status_code == 404
        assert ClauseWording.objects.filter(clause_id=self.hidden_uid).count() == 2

    def test_unpublished_pages_cannot_be_opened_nor_asked_for(self):
        self.hide(unpublished=True)
        for page in Page.objects.filter(title__contains=SECRET):
            for address in (page.url, f"/api/v3/pages/{page.pk}/"):
                response = self.client.get(address, follow=True)
                assert response.status_code == 404
                self.assertNotContains(response, SECRET, status_code=404)

    def test_restricted_pages_cannot_be_opened_nor_asked_for(self):
        self.hide(restricted=True)
        for page in Page.objects.filter(title__contains=SECRET):
            api = self.client.get(f"/api/v3/pages/{page.pk}/", follow=True)
            assert api.status_code == 404
            response = self.client.get(page.url)
            assert response.status_code == 302
            assert SECRET not in response["Location"]


class TestMirroredPages(PublicPlaces):
    def test_mirrored_content_is_not_taken_for_a_translation(self):
        meeting = self.city.meeting(
            title=f"{MIRRORED} spotkanie",
            programme=self.city.programme,
            discussed_draft=self.draft,
        )
        AttendanceFactory(page=meeting, organisation=self.organisation)
        FindingFactory(page=meeting, clause_id=self.uid, text=MIRRORED)
        draft = self.city.draft([clause(text=MIRRORED, uid=self.uid)], title=MIRRORED)
        task = self.city.task(title=f"{MIRRORED} zadanie", clause_id=self.uid)
        for page in (meeting, draft, task):
            mirror(page, "en")
        places = [
            f"/en/clause/{self.uid}/",
            f"/en/organisations/{self.organisation.slug}/",
            "/en/feeds/reports/",
        ]

        assert self.found_in(MIRRORED, places) == []


class TestPrivateFields(PublicPlaces):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.organisation.private_note = f"{SECRET} notatka"
        cls.organisation.save()
        ContactPersonFactory(
            organisation=cls.organisation,
            name=f"{SECRET} Osoba",
            role=f"{SECRET} funkcja",
            email=f"{SECRET.lower()}@example.org",
            phone=f"500 {SECRET}",
        )
        cls.organisation.refresh_from_db()
        cls.organisation.save()

    def test_private_fields_show_nowhere(self):
        assert self.found_in(SECRET) == []

    def test_private_fields_are_not_searched(self):
        entries = IndexEntry.objects.values_list("title", "autocomplete", "body")

        assert any("fundacja" in str(entry).lower() for entry in entries)
        assert SECRET.lower() not in str(list(entries)).lower()
        backend = get_search_backend()
        assert list(backend.search("fundacja", Organisation))
        for query in (SECRET, f"{SECRET} notatka"):
            assert not list(backend.search(query, Organisation))

    def test_directory_does_not_filter_by_private_fields(self):
        response = self.client.get("/pl/organisations/", {"q": "notatka"})

        self.assertNotContains(response, self.organisation.name)


@pytest.mark.django_db
def test_search_of_pages_leaves_hidden_ones_to_those_who_ask_for_live_ones():
    city = City()
    city.plain(title=f"{SECRET} strona", unpublished=True)
    shown = city.plain(title="Jawna strona")

    found = Page.objects.live().public().search("strona")

    assert [page.pk for page in found] == [shown.pk]
