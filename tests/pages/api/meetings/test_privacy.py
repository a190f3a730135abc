"""What is not published, or not for everybody, is told by no meeting."""

import datetime
from uuid import uuid4

import pytest
from wagtail.models import Page

from tests.factories.clauses import clause
from tests.factories.drafting import AmendmentFactory
from tests.factories.pages import (
    AttendanceFactory,
    CommentChannelFactory,
    FindingFactory,
    ProgrammePageFactory,
)
from tests.factories.snippets import ContactPersonFactory, OrganisationFactory
from tests.pages.api.asking import API, ask

from .reports import Reported

pytestmark = pytest.mark.django_db

MARK = "ZATAJONE"
CLOSED = [{"live": False}, {"restricted": True}]
LATER = datetime.date(2013, 8, 1)
QUERIES = [
    *("", "when=past", "year=2013", "status=held", "kind=workshop", "order=date"),
    *("limit=1", "fields=title", "organisation=zatajona"),
]


@pytest.fixture
def reported():
    return Reported()


def answers(client, meeting):
    """Yield all that anybody gets of meetings."""
    for query in QUERIES:
        yield client.get(f"{API}/meetings/?locale=pl&{query}")
    yield client.get(f"{API}/meetings/{meeting.pk}/")


def is_told(client, meeting):
    return any(
        MARK.lower() in response.content.decode().lower()
        for response in answers(client, meeting)
    )


def test_marker_would_be_found(reported, client):
    reported.city.meeting(title=MARK, date=LATER)

    assert is_told(client, reported.meeting)


@pytest.mark.parametrize("values", CLOSED, ids=["draft", "private"])
def test_other_meetings_are_not_told(reported, client, values):
    closed = reported.city.meeting(title=MARK, date=LATER, **values)
    organisation = OrganisationFactory(name="Zwykła", slug="zatajona")
    AttendanceFactory(page=closed, organisation=organisation)

    assert not is_told(client, reported.meeting)
    ask(client, f"/meetings/{closed.pk}/", status=404)
    assert ask(client, "/meetings/", locale="pl")["count"] == 1


@pytest.mark.parametrize("values", CLOSED, ids=["draft", "private"])
def test_pages_that_the_report_names_are_not_told(reported, client, values):
    city, meeting = reported.city, reported.meeting
    hidden = city.draft([], title=MARK, number=7, **values)
    meeting.programme = ProgrammePageFactory(
        parent=city.programmes, title=MARK, year=2031, **values
    )
    meeting.discussed_draft = meeting.resulting_draft = hidden
    meeting.save()

    told = ask(client, f"/meetings/{meeting.pk}/")

    assert not is_told(client, meeting)
    assert told["programme"] is told["discussed_draft"] is None
    assert told["resulting_draft"] is None
    programme = meeting.programme_id
    assert ask(client, "/meetings/", locale="pl", programme=programme)["count"] == 0


@pytest.mark.parametrize("values", CLOSED, ids=["draft", "private"])
def test_work_on_amendments_is_not_told(reported, client, values):
    meeting, uid = reported.meeting, uuid4()
    hidden = reported.city.draft(
        [clause(text=MARK, number=MARK[:5], uid=uid)], title=MARK, number=7, **values
    )
    finding = FindingFactory(page=meeting, text="zmienić", clause_id=uid)
    for draft, status in ((None, "agreed"), (hidden, "applied")):
        AmendmentFactory(
            programme=reported.city.programme,
            status=status,
            applied_in=draft,
            text_after=MARK,
            findings=[finding],
        )

    (*_others, told) = ask(client, f"/meetings/{meeting.pk}/")["decisions"]

    assert (told["text"], told["clause"], told["amendments"]) == ("zmienić", None, [])
    assert not is_told(client, meeting)


def test_changes_that_wait_are_not_told(reported, client):
    meeting = reported.meeting
    meeting.title = meeting.lead = MARK
    meeting.agenda.add(type(meeting.agenda.first())(topic=MARK, locale=meeting.locale))
    meeting.save_revision()

    assert Page.objects.filter(pk=meeting.pk, has_unpublished_changes=True).exists()
    assert not is_told(client, type(meeting).objects.get(pk=meeting.pk))


def test_private_data_of_organisations_are_not_told(reported, client):
    organisation = OrganisationFactory(private_note=MARK, email="jawny@example.org")
    ContactPersonFactory(organisation=organisation, name=MARK, email=f"{MARK}@a.pl")
    AttendanceFactory(page=reported.meeting, organisation=organisation)

    assert not is_told(client, reported.meeting)


def test_addresses_are_told_only_where_comments_are_called_for(reported, client):
    meeting = reported.meeting
    CommentChannelFactory(page=meeting, name=MARK)
    assert is_told(client, meeting)
    meeting.call_for_comments = ""
    meeting.save()

    assert not is_told(client, meeting)
    assert ask(client, f"/meetings/{meeting.pk}/")["channels"] == []


@pytest.mark.parametrize("pk", [0, -1, 2**63, "9" * 30, "x", "1.5", "%00", "ą"])
def test_ids_that_none_has(reported, client, pk):
    response = client.get(f"{API}/meetings/{pk}/")

    assert response.status_code in {404, 422}
    assert response["Content-Type"] == "application/problem+json"


def test_pages_of_other_types_are_no_meetings(reported, client):
    for page in (reported.city.home, reported.city.meetings, reported.draft):
        ask(client, f"/meetings/{page.pk}/", status=404)
    ask(client, f"/meetings/{2**63 - 1}/", status=404)
