import datetime

import icalendar
from django.test import TestCase

from tests.factories.pages import City
from tests.factories.snippets import PlaceFactory

UTC = datetime.UTC
AUGUST = datetime.date(2013, 8, 13)


class TestCalendarFile(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()

    def announced(self, **values):
        values = {"announced": True, "date": AUGUST, "published": True, **values}
        return self.city.meeting(**values)

    def fetch(self, meeting):
        response = self.client.get(f"{meeting.url}meeting.ics")
        assert response.status_code == 200
        return response

    def event(self, meeting):
        calendar = icalendar.Calendar.from_ical(self.fetch(meeting).content)
        (event,) = calendar.walk("VEVENT")
        return event

    def test_page_links_to_its_file_when_the_meeting_is_to_come(self):
        meeting = self.announced(date=datetime.date(2035, 5, 7))

        self.assertContains(
            self.client.get(meeting.url), f'href="{meeting.url}meeting.ics"'
        )

    def test_file_is_a_calendar_named_after_the_meeting(self):
        response = self.fetch(self.announced(slug="warsztaty-13-sierpnia"))

        assert response["Content-Type"] == "text/calendar; charset=utf-8"
        assert "warsztaty-13-sierpnia.ics" in response["Content-Disposition"]
        assert response.content.startswith(b"BEGIN:VCALENDAR\r\n")
        lines = response.content.split(b"\r\n")
        assert max(map(len, lines)) <= 75

    def test_hours_are_warsaws_in_summer_and_in_winter(self):
        for date, hour in ((AUGUST, 10), (datetime.date(2013, 12, 3), 11)):
            event = self.event(self.announced(with_hours=True, date=date))

            start, end = event["DTSTART"], event["DTEND"]
            assert start.params["TZID"] == "Europe/Warsaw"
            assert start.dt.time() == datetime.time(12, 0)
            assert start.dt.astimezone(UTC).hour == hour
            assert end.dt - start.dt == datetime.timedelta(hours=3.5)

    def test_time_zone_is_described_in_the_file(self):
        content = self.fetch(self.announced(with_hours=True)).content

        calendar = icalendar.Calendar.from_ical(content)
        (zone,) = calendar.walk("VTIMEZONE")
        assert zone["TZID"] == "Europe/Warsaw"
        offsets = {part["TZOFFSETTO"].td for part in zone.subcomponents}
        assert {datetime.timedelta(hours=1), datetime.timedelta(hours=2)} <= offsets

    def test_meeting_without_hours_lasts_the_whole_day(self):
        event = self.event(self.announced())

        assert event["DTSTART"].dt == AUGUST
        assert event["DTEND"].dt == AUGUST + datetime.timedelta(days=1)

    def test_meeting_without_an_end_has_only_a_beginning(self):
        event = self.event(self.announced(start_time=datetime.time(12, 0)))

        assert "DTEND" not in event
        assert event["DTSTART"].dt.hour == 12

    def test_entry_is_replaced_when_title_and_date_change(self):
        meeting = self.announced(with_hours=True)
        before = self.event(meeting)
        meeting.title, meeting.date = "Przeniesione", datetime.date(2013, 8, 20)
        meeting.save_revision().publish()

        after = self.event(meeting)

        assert after["UID"] == before["UID"]
        assert after["SEQUENCE"] > before["SEQUENCE"]
        assert after["DTSTAMP"].dt >= before["DTSTAMP"].dt
        assert after["SUMMARY"] == "Przeniesione"
        assert after["DTSTART"].dt.day == 20

    def test_entry_is_cancelled_with_the_meeting(self):
        meeting = self.announced()
        assert self.event(meeting)["STATUS"] == "CONFIRMED"
        meeting.status = "cancelled"
        meeting.save_revision().publish()

        assert self.event(meeting)["STATUS"] == "CANCELLED"

    def test_place_and_address_of_the_page_are_in_the_entry(self):
        place = PlaceFactory(name="Urząd; pokój 12, parter")
        meeting = self.announced(place=place, lead="Serdecznie\nzapraszamy!")

        event = self.event(meeting)

        assert (
            event["LOCATION"]
            == "Urząd; pokój 12, parter, ul. Bema 60/1, 15-370 Białystok"
        )
        assert event["URL"] == meeting.full_url
        assert "Serdecznie\nzapraszamy!" in event["DESCRIPTION"]

    def test_hostile_title_stays_text(self):
        title = "§ 7; „Łąka”, \\n BEGIN:VEVENT"

        assert self.event(self.announced(title=title))["SUMMARY"] == title

    def test_meeting_that_was_never_revised_has_a_file(self):
        event = self.event(self.announced(published=False))

        assert event["SEQUENCE"] == 0

    def test_file_of_an_unpublished_meeting_is_not_found(self):
        meeting = self.city.meeting(unpublished=True, slug="tajne")

        response = self.client.get(f"{self.city.meetings.url}tajne/meeting.ics")

        assert not meeting.live
        assert response.status_code == 404

    def test_file_of_a_restricted_meeting_asks_for_a_login(self):
        meeting = self.city.meeting(restricted=True)

        response = self.client.get(f"{meeting.url}meeting.ics")

        assert response.status_code == 302
        assert "login" in response["Location"]

    def test_other_pages_have_no_such_file(self):
        self.city.plain(slug="o-projekcie")

        for address in ("/pl/o-projekcie/meeting.ics", "/pl/meeting.ics"):
            assert self.client.get(address).status_code == 404
