"""What goes on around a closed version, and leaves it as it was."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, TaskState

from pages.programmes.freezing import FrozenVersionError, read_content
from pages.programmes.models import FrozenVersion, ProgrammeDraftPage
from pages.programmes.versions import change_status
from tests.factories.clauses import area, author, clause
from tests.factories.pages import City
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)
from tests.pages.measure import count_queries
from tests.pages.programmes.closed import body, consulted, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


def check_kept(draft):
    """Check that a version says what it said when it was closed."""
    stored = ProgrammeDraftPage.objects.get(pk=draft.pk)
    assert read_content(stored) == FrozenVersion.objects.get(draft=draft).content
    call_command("verify_versions", stdout=StringIO(), stderr=StringIO())


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


def test_registers_may_lose_what_its_clauses_name(city):
    """An area, unit or organisation deleted later is no change of the text."""
    unit, organisation = CityUnitFactory(), OrganisationFactory()
    sport = PriorityAreaFactory()
    authors = [author("unit", unit.pk), author("organisation", organisation.pk)]
    draft = consulted(
        city, body=[area("Sport", sport.pk, clause(authors=authors, text="biegi"))]
    )
    before = read_content(draft)
    for gone in (unit, organisation, sport):
        gone.delete()

    check_kept(draft)
    change_status(draft, status="final")

    check_kept(draft)
    assert read_content(ProgrammeDraftPage.objects.get(pk=draft.pk)) == before


def test_people_may_be_deleted_who_closed_it(city):
    user = staff("wydawca")
    draft = city.draft(body(), status="consulted", unpublished=True, owner=user)
    draft.save_revision(user=user).publish(user=user)

    user.delete()

    assert FrozenVersion.objects.get().frozen_by is None
    check_kept(draft)


def test_earlier_revision_that_waits_for_its_time_is_not_published(city):
    draft = city.draft(body(), number=3, title="Wersja 3", slug="wersja-3")
    soon = timezone.now() + datetime.timedelta(minutes=5)
    draft.label = "wcześniejsza"
    waiting = draft.save_revision(approved_go_live_at=soon)
    draft.label, draft.status = "", "consulted"
    draft.save_revision().publish()
    type(waiting).objects.filter(pk=waiting.pk).update(
        approved_go_live_at=timezone.now()
    )

    call_command("publish_scheduled")

    check_kept(draft)
    entry = PageLogEntry.objects.get(action="programmes.refuse_publishing")
    assert "Wersja 3" in entry.message


def test_earlier_revision_is_not_published(city):
    draft = city.draft(body(), number=3, title="Wersja 3", published=True)
    earlier = draft.get_latest_revision()
    draft.label, draft.status = "do konsultacji", "consulted"
    draft.save_revision().publish()

    with pytest.raises(FrozenVersionError):
        earlier.publish()

    check_kept(draft)


def test_workflow_that_is_under_way_does_not_publish_its_text(city):
    draft = city.draft(body(), number=3, title="Wersja 3", published=True)
    draft.label = "do zatwierdzenia"
    draft.save_revision()
    state = draft.get_workflow().start(draft, staff("redakcja", "Redakcja"))
    draft.label, draft.status = "", "consulted"
    draft.save_revision().publish()
    task = TaskState.objects.get(workflow_state=state)
    client = Client()
    client.force_login(staff("wydawca"))
    for action in ("approve", "reject"):
        response = client.post(
            reverse(
                "wagtailadmin_pages:workflow_action", args=[draft.pk, action, task.pk]
            ),
            {"comment": ""},
            follow=True,
        )
        assert "zamknięta do zmian" in said(response)
        check_kept(draft)
    draft.refresh_from_db()
    assert draft.label == ""


def test_reading_it_costs_no_more_than_reading_an_open_one(city, client):
    opened = city.draft(body(), number=2)
    closed = consulted(city, based_on=opened)

    assert count_queries(client, closed.url) <= count_queries(client, opened.url)


def test_it_changes_places_with_siblings_in_the_admin(city):
    draft, sibling = consulted(city), city.draft(body(), number=9)
    client = Client()
    client.force_login(staff("wydawca"))
    client.post(
        reverse("wagtailadmin_pages:set_page_position", args=[sibling.pk])
        + "?position=0"
    )
    assert [p.pk for p in city.programme.get_children()] == [sibling.pk, draft.pk]
    check_kept(draft)
