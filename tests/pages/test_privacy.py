"""Nothing that is not published is found in any public place."""

from uuid import uuid4

import pytest
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from pages.programmes.models import ClauseWording
from snippets.models import Organisation
from tests.factories.clauses import clause
from tests.factories.pages import (
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
)
from tests.factories.snippets import ContactPersonFactory
from tests.pages.public_places import SECRET, PublicPlaces, addresses_of_pages

MIRRORED = "Odbicie"
HIDDEN = [{"unpublished": True}, {"restricted": True}]


class TestHiddenPages(PublicPlaces):
    def test_word_would_be_found_if_it_were_public(self):
        self.city.meeting(title=f"{SECRET} spotkanie", published=True)

        found = self.found_in(SECRET)

        assert len(found) > 5
        assert {"/api/v3/meetings/", "/api/v3/sitemap/"} < set(found)

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
