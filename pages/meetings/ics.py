"""A meeting as an iCalendar event (RFC 5545), in Warsaw's time."""

from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.utils import timezone
from icalendar import Calendar, Event, vText

if TYPE_CHECKING:
    from .models import MeetingPage


def meeting_event(meeting: "MeetingPage", url: str) -> Event:
    """Return the event; a meeting without hours lasts the whole day.

    The UID is stable over changes of title and date, SEQUENCE grows with each
    published revision, so that calendars replace the entry they have.
    """
    event = Event()
    event.add("uid", f"{meeting.translation_key}@{urlsplit(url).hostname}")
    event.add("summary", meeting.title)
    event.add(
        "dtstamp",
        meeting.last_published_at
        or meeting.latest_revision_created_at
        or timezone.now(),
    )
    event.add("dtstart", meeting.starts_at or meeting.date)
    if meeting.ends_at:
        event.add("dtend", meeting.ends_at)
    elif meeting.starts_at is None:
        event.add("dtend", meeting.date + timedelta(days=1))
    event.add("sequence", max(meeting.revisions.count() - 1, 0))
    event.add("status", "CANCELLED" if meeting.status == "cancelled" else "CONFIRMED")
    event.add("url", url)
    topics = "\n".join(item.topic for item in meeting.agenda.all())
    event.add("description", "\n".join(filter(None, [meeting.lead, topics, url])))
    if meeting.place:
        event["location"] = vText(
            ", ".join(
                filter(None, [meeting.place.localized_name, meeting.place.address])
            )
        )
    return event


def meeting_calendar(meeting: "MeetingPage", url: str) -> bytes:
    """Return a calendar that holds one meeting, its time zone included."""
    calendar = Calendar()
    calendar.add("prodid", "-//programme of cooperation//meetings//PL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(meeting_event(meeting, url))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content
