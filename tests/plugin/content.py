"""What a city writes first, by the API; the consultation is opened in Python."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from .client import task

UID = UUID("0b1f6c8e-51a7-4d0e-9d0a-2f6b9d3c7e11")
CLAUSE = "Support of associations that run shared gardens."
FINDING = "Gardens should be open to schools."
TOKEN = """
import json
from django.contrib.auth import get_user_model
from wagtail.models import APIToken, Site
user = get_user_model().objects.get()
print(json.dumps([
    APIToken.create_token(user=user, name="first pages")[1],
    Site.objects.get().root_page_id,
]))
"""
# Consultations are no pages: staff open them in the admin.
CONSULTATION = """
import json
from datetime import timedelta
from django.utils import timezone
from pages.comments.models import Consultation
from pages.programmes.models import ProgrammeDraftPage
today = timezone.localdate()
Consultation.objects.create(
    draft=ProgrammeDraftPage.objects.get(),
    opens_on=today - timedelta(days=1),
    closes_on=today + timedelta(days=9),
    controller="The Mayor",
    data_protection_officer="officer@example.org",
    retention="25 years",
)
print(json.dumps("open"))
"""


@dataclass(frozen=True)
class Pages:
    """The numbers of the pages made."""

    home: int
    draft: int
    meeting: int


def make_pages(client, root):
    """Make a home page below the host's own, a programme, a version, a meeting."""
    home = client.make(
        root,
        "frontpage.HomePage",
        title="Programme of cooperation",
        slug="programme",
        site_name="Written together",
        lead="The city and its organisations write it together.",
    )
    programmes = client.make(
        home, "programmes.ProgrammeIndexPage", title="Programmes", slug="programmes"
    )
    programme = client.make(
        programmes,
        "programmes.ProgrammePage",
        title="Programme for 2027",
        slug="2027",
        year=2027,
        stage="in_consultation",
    )
    draft = client.make(
        programme,
        "programmes.ProgrammeDraftPage",
        title="First version",
        slug="first-version",
        number=1,
        date=date(2026, 9, 1).isoformat(),
        status="consulted",
        body=[task(CLAUSE, UID)],
    )
    meetings = client.make(
        home, "meetings.MeetingIndexPage", title="Meetings", slug="meetings"
    )
    meeting = client.make(
        meetings,
        "meetings.MeetingPage",
        title="Workshop on gardens",
        slug="workshop-on-gardens",
        programme_id=programme,
        kind="workshop",
        status="held",
        date=date(2026, 9, 10).isoformat(),
        discussed_draft_id=draft,
        agenda=[{"topic": "Gardens"}],
        findings=[{"kind": "proposal", "text": FINDING}],
    )
    return Pages(home, draft, meeting)
