"""A clerk announces a meeting, reports on it and corrects the report."""

from uuid import uuid4

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import TestCase
from wagtail.test.utils.form_data import inline_formset, rich_text

from pages.meetings.models import MeetingPage
from tests.factories.clauses import clause
from tests.factories.pages import City
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    PlaceFactory,
    PriorityAreaFactory,
)
from tests.pages.markup import PublicPage

from .models.test_meeting import meeting_form


class TestClerk(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.parent = cls.city.meetings
        cls.uid = uuid4()
        cls.draft = cls.city.draft([clause(uid=cls.uid, number="29")], published=True)
        cls.place = PlaceFactory(name="Urząd Miejski")
        cls.organisation = OrganisationFactory(name="Fundacja Próbna")
        cls.unit = CityUnitFactory(name="Biuro Kultury")
        cls.area = PriorityAreaFactory(name="Kultura")

        cls.clerk = get_user_model().objects.create_user("wydawca")
        cls.clerk.groups.add(Group.objects.get(name="Wydawca"))

    def setUp(self):
        self.client.force_login(self.clerk)

    def save(self, meeting=None, **values):
        address = (
            f"/admin/pages/{meeting.pk}/edit/"
            if meeting
            else f"/admin/pages/add/meetings/meetingpage/{self.parent.pk}/"
        )
        response = self.client.post(address, meeting_form(**values))
        if response.status_code != 302:
            self.fail(
                (response.context["form"].errors, response.context["form"].formsets)
            )
        return MeetingPage.objects.get(slug="warsztaty-13-sierpnia")

    def announcement(self):
        return {
            "place": self.place.pk,
            "start_time": "12:00",
            "end_time": "15:30",
            "agenda": inline_formset([{"topic": "obszar edukacji"}]),
        }

    def report(self):
        return {
            **self.announcement(),
            "status": "held",
            "declared_participants": "16",
            "attendance_introduction": rich_text("<p>Uczestniczyło 16 osób.</p>"),
            "organisations": inline_formset(
                [
                    {
                        "organisation": self.organisation.pk,
                        "name_as_written": "",
                        "head_count": "2",
                    }
                ]
            ),
            "units": inline_formset(
                [
                    {
                        "unit": self.unit.pk,
                        "name_as_written": "Departament Kultury",
                        "head_count": "",
                    }
                ]
            ),
            "findings": inline_formset(
                [
                    {
                        "area": self.area.pk,
                        "kind": "proposal",
                        "text": "zaproponowano szerszy zapis.",
                        "clause": str(self.uid),
                        "wording_before": "sztuki współczesnej",
                        "wording_after": "sztuki",
                    }
                ]
            ),
        }

    def shown(self, meeting):
        return PublicPage.get(self.client, meeting.url).main

    def test_meeting_saved_is_not_public_until_it_is_published(self):
        meeting = self.save(**self.announcement())
        assert not meeting.live
        self.client.logout()
        assert self.client.get(meeting.url).status_code == 404

    def test_announcement_is_public_when_it_is_published(self):
        page = self.shown(self.save(**self.announcement(), **{"action-publish": "1"}))

        for words in (
            "Urząd Miejski",
            "12.00–15.30",
            "obszar edukacji",
            "zapowiedziane",
        ):
            assert words in page

    def test_report_replaces_the_announcement_when_it_is_published(self):
        meeting = self.save(**self.announcement(), **{"action-publish": "1"})
        topics = [{"id": meeting.agenda.get().pk, "topic": "obszar edukacji"}]
        report = {
            **self.report(),
            "agenda": inline_formset(topics, initial=1),
            "action-publish": "1",
        }

        page = self.shown(self.save(meeting, **report))

        for words in (
            "16 osób",
            "1 organizacja, 1 jednostka miejska",
            "Fundacja Próbna",
            "Departament Kultury",
            "1. Kultura",
            "zaproponowano szerszy zapis.",
            "Zobacz ust. 29 w projekcie",
        ):
            assert words in page

    def test_report_is_read_from_the_clause_and_from_the_organisation(self):
        self.save(**self.report(), **{"action-publish": "1"})

        for address in (f"/pl/clause/{self.uid}/", self.organisation.url):
            page = PublicPage.get(self.client, address).main

            assert "Warsztaty 13 sierpnia" in page
            assert "zaproponowano szerszy zapis." in page

    def test_correction_is_public_only_when_it_is_published(self):
        meeting = self.save(**self.report(), **{"action-publish": "1"})
        rows = {
            **self.report(),
            "agenda": inline_formset(
                [{"id": meeting.agenda.get().pk, "topic": "obszar edukacji"}], initial=1
            ),
            "organisations": inline_formset(
                [
                    {
                        "id": meeting.organisations.get().pk,
                        "organisation": self.organisation.pk,
                        "name_as_written": "",
                        "head_count": "2",
                    }
                ],
                initial=1,
            ),
            "units": inline_formset(
                [
                    {
                        "id": meeting.units.get().pk,
                        "unit": self.unit.pk,
                        "name_as_written": "Departament Kultury",
                        "head_count": "",
                    }
                ],
                initial=1,
            ),
            "findings": inline_formset(
                [
                    {
                        "id": meeting.findings.get().pk,
                        "area": self.area.pk,
                        "kind": "proposal",
                        "text": "zaproponowano inny zapis.",
                        "clause": str(self.uid),
                        "wording_before": "",
                        "wording_after": "",
                    }
                ],
                initial=1,
            ),
            "corrections": inline_formset(
                [{"date": "2013-08-20", "text": "Poprawiono zapis."}]
            ),
        }

        self.save(meeting, **rows)
        assert "zaproponowano inny zapis." not in self.shown(meeting)

        meeting.refresh_from_db()
        meeting.get_latest_revision().publish()
        page = self.shown(meeting)
        assert "zaproponowano inny zapis." in page
        assert "20 sierpnia 2013: Poprawiono zapis." in page
