import datetime

import pytest
from django.utils import timezone

from pages.meetings.models import MeetingPage
from tests.factories.pages import City

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def upcoming():
    return [meeting.title for meeting in MeetingPage.objects.upcoming()]


def test_meeting_of_today_is_still_to_come():
    today, city = timezone.localdate(), City()
    for title, date in (
        ("dziś", today),
        ("jutro", today + DAY),
        ("wczoraj", today - DAY),
    ):
        meeting = city.meeting(title=title, date=date, announced=True)
        assert meeting.is_upcoming == (title != "wczoraj")

    assert upcoming() == ["dziś", "jutro"]
    assert [m.title for m in MeetingPage.objects.past()] == ["wczoraj"]


def test_cancelled_meeting_is_not_to_come():
    meeting = City().meeting(date=timezone.localdate() + DAY, cancelled=True)

    assert upcoming() == []
    assert not meeting.is_upcoming


def test_meetings_of_a_day_stand_in_the_order_of_their_hours():
    city, day = City(), timezone.localdate() + DAY
    for hour in (15, 9, 12):
        city.meeting(title=str(hour), date=day, start_time=datetime.time(hour))

    assert upcoming() == ["9", "12", "15"]
    assert [m.title for m in MeetingPage.objects.newest_first()] == ["15", "12", "9"]


def test_only_meetings_held_are_reports():
    city = City()
    statuses = ("planned", "announced", "held", "moved", "cancelled", "nobody_came")
    for status in statuses:
        city.meeting(title=status, status=status)

    reports = {meeting.title for meeting in MeetingPage.objects.reports()}

    assert reports == {"held", "nobody_came"}
    assert {m.title for m in MeetingPage.objects.all() if m.is_report} == reports


HOURS = [
    (None, None, ""),
    (datetime.time(12, 0), None, "12.00"),
    (datetime.time(12, 0), datetime.time(15, 30), "12.00–15.30"),
    (datetime.time(8, 5), datetime.time(9, 0), "8.05–9.00"),
]


@pytest.mark.parametrize(("start", "end", "expected"), HOURS)
def test_hours_are_written_as_polish_offices_do(start, end, expected):
    meeting = MeetingPage(
        date=datetime.date(2013, 8, 13), start_time=start, end_time=end
    )

    assert meeting.hours == expected


def test_hour_that_the_clocks_skip_is_still_a_moment():
    meeting = MeetingPage(
        date=datetime.date(2013, 3, 31), start_time=datetime.time(2, 30)
    )

    assert meeting.starts_at.astimezone(datetime.UTC).date() == meeting.date
