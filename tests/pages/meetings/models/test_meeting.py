import datetime

from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from pages.meetings.models import MeetingIndexPage, MeetingPage
from tests.factories.pages import (
    AttendanceFactory,
    City,
    CorrectionFactory,
    UnitAttendanceFactory,
)
from tests.factories.snippets import CityUnitFactory, OrganisationFactory, PlaceFactory
from tests.pages.markup import PublicPage
from tests.pages.page_types import PageTypeCases

INLINES = ("agenda", "organisations", "units", "findings", "channels", "corrections")


def meeting_form(**values):
    """The form of a meeting with nothing optional in it but `values`."""
    return nested_form_data(
        {
            "title": "Warsztaty 13 sierpnia",
            "slug": "warsztaty-13-sierpnia",
            "lead": "",
            "kind": "workshop",
            "ordinal": "",
            "date": "2013-08-13",
            "status": "announced",
            "start_time": "",
            "end_time": "",
            "place": "",
            "online_url": "",
            "programme": "",
            "discussed_draft": "",
            "resulting_draft": "",
            "project": "",
            "declared_participants": "",
            "attendance_introduction": rich_text(""),
            "agreed_introduction": rich_text(""),
            "findings_introduction": rich_text(""),
            "call_for_comments": rich_text(""),
            "body": streamfield([]),
            **{name: inline_formset([]) for name in INLINES},
            **values,
        }
    )


class TestMeetingPage(PageTypeCases, WagtailPageTestCase):
    model = MeetingPage
    parents = frozenset({MeetingIndexPage})

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.parent = cls.city.meetings
        cls.page = cls.city.meeting()

    def form_data(self):
        return meeting_form()

    def errors_of(self, **values):
        """Return the errors of the admin form, by field."""
        self.client.force_login(self.create_superuser("clerk"))
        url = f"/admin/pages/add/meetings/meetingpage/{self.parent.pk}/"
        response = self.client.post(url, meeting_form(**values))
        return response.context["form"].errors if response.status_code == 200 else {}

    def shown(self, **values):
        return PublicPage.get(self.client, self.city.meeting(**values).url)

    def test_meeting_without_anything_optional_is_a_sound_page(self):
        page = self.shown(title="Puste", lead="", search_description="Nic tu nie ma.")

        assert page.faults("pl") == []
        assert "None" not in page.main

    def test_form_refuses_an_end_without_a_beginning(self):
        assert set(self.errors_of(end_time="15:30")) == {"start_time"}

    def test_form_refuses_an_end_before_the_beginning(self):
        errors = self.errors_of(start_time="12:00", end_time="12:00")

        assert set(errors) == {"end_time"}

    def test_form_refuses_a_meeting_without_a_date(self):
        assert set(self.errors_of(date="")) == {"date"}

    def test_form_refuses_a_body_that_came_twice(self):
        row = {"name_as_written": "", "head_count": ""}
        fund = {"organisation": OrganisationFactory(name="Barka").pk, **row}
        bureau = {"unit": CityUnitFactory(name="Biuro Kultury").pk, **row}

        errors = self.errors_of(
            organisations=inline_formset([fund, fund]),
            units=inline_formset([bureau, bureau]),
        )

        assert errors["__all__"] == [
            "Wybrano więcej niż raz: Barka",
            "Wybrano więcej niż raz: Biuro Kultury",
        ]

    def test_hours_and_place_are_shown_the_polish_way(self):
        page = self.shown(
            with_hours=True,
            date=datetime.date(2013, 8, 13),
            place=PlaceFactory(name="Urząd", accessibility="Winda od podwórza."),
        )

        assert "wtorek, 13 sierpnia 2013, 12.00–15.30" in page.main.lower()
        assert "Urząd, ul. Bema 60/1, 15-370 Białystok" in page.main
        assert "Winda od podwórza." in page.main

    def test_event_carries_the_offset_of_the_season(self):
        for date, offset in (
            (datetime.date(2013, 8, 13), "+02:00"),
            (datetime.date(2013, 12, 3), "+01:00"),
        ):
            event = self.shown(with_hours=True, date=date).thing("Event")

            assert event["startDate"] == f"{date}T12:00:00{offset}"
            assert event["endDate"] == f"{date}T15:30:00{offset}"

    def test_event_without_hours_has_a_day_only(self):
        event = self.shown(date=datetime.date(2013, 8, 13)).thing("Event")

        assert event["startDate"] == "2013-08-13"
        assert "endDate" not in event
        assert "location" not in event

    def test_event_says_that_it_is_cancelled(self):
        event = self.shown(cancelled=True).thing("Event")

        assert event["eventStatus"] == "https://schema.org/EventCancelled"

    def test_event_names_its_place(self):
        event = self.shown(place=PlaceFactory(name="Urząd")).thing("Event")

        assert event["location"] == {
            "@type": "Place",
            "name": "Urząd",
            "address": "ul. Bema 60/1, 15-370 Białystok",
        }

    def test_people_are_counted_in_polish(self):
        forms = {
            0: "0 osób",
            1: "1 osoba",
            2: "2 osoby",
            5: "5 osób",
            12: "12 osób",
            22: "22 osoby",
            112: "112 osób",
        }
        for number, expected in forms.items():
            page = self.shown(declared_participants=number)

            assert f"Uczestnicy {expected} " in f"{page.main} "

    def test_bodies_are_counted_in_polish(self):
        meeting = self.city.meeting()
        units = CityUnitFactory.create_batch(2)
        for unit in units:
            UnitAttendanceFactory(page=meeting, unit=unit)
        expected = {1: "1 organizacja", 2: "2 organizacje", 5: "5 organizacji"}
        for number in range(1, 6):
            AttendanceFactory(page=meeting)
            page = PublicPage.get(self.client, meeting.url)
            if number in expected:
                assert f"{expected[number]}, 2 jednostki miejskie" in page.main

    def test_corrections_are_shown_with_their_day(self):
        meeting = self.city.meeting()
        CorrectionFactory(page=meeting, text="Poprawiono liczbę osób.")

        page = PublicPage.get(self.client, meeting.url)

        assert "1 sierpnia 2013: Poprawiono liczbę osób." in page.main

    def test_topics_are_announced_before_and_not_repeated_after(self):
        rows = [{"topic": "edukacja"}]
        for status, is_shown in (("announced", True), ("held", False)):
            self.client.force_login(self.create_superuser(f"clerk-{status}"))
            self.client.post(
                f"/admin/pages/add/meetings/meetingpage/{self.parent.pk}/",
                {
                    **meeting_form(
                        slug=status, status=status, agenda=inline_formset(rows)
                    ),
                    "action-publish": "1",
                },
            )
            meeting = MeetingPage.objects.get(slug=status)
            page = PublicPage.get(self.client, meeting.url)

            assert ("edukacja" in page.main) == is_shown
