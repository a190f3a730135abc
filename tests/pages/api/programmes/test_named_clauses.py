"""Links to the clauses that pages name: findings of meetings, priority tasks."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.meetings.models import Finding
from tests.factories.clauses import category, chapter, clause
from tests.factories.pages import AttendanceFactory, City, translate
from tests.factories.snippets import OrganisationFactory, PriorityAreaFactory
from tests.pages.api.asking import ask
from tests.pages.programmes.closed import CHAPTER, FIRST, SECOND

pytestmark = pytest.mark.django_db

BODY = [
    chapter(
        "Zadania",
        category(
            "kultura",
            clause(number="29", text="wspieranie sąsiadów", uid=FIRST),
            uid=SECOND,
        ),
        uid=CHAPTER,
    )
]


@pytest.fixture
def city():
    return City()


def reported(city, *uids):
    """Return a published meeting with a finding about each clause."""
    meeting = city.meeting(published=True)
    for place, uid in enumerate(uids):
        Finding.objects.create(
            page=meeting, text="Uzgodniono.", clause_id=uid, sort_order=place
        )
    return meeting


def clauses_of(client, page):
    return [
        finding["clause"] for finding in ask(client, f"/pages/{page.pk}/")["findings"]
    ]


def test_a_clause_is_named_as_it_is_cited_and_can_be_read(client, city):
    city.draft(BODY, published=True)
    first, second = clauses_of(client, reported(city, FIRST, SECOND))

    assert first["id"] == str(FIRST)
    assert "29" in first["title"]
    assert second["title"] == "kultura"
    assert client.get(first["url"]).status_code == 200
    assert client.get(first["api_url"]).json()["text"] == "wspieranie sąsiadów"


def test_a_priority_task_leads_to_its_clause(client, city):
    city.draft(BODY, published=True)
    task = city.task(published=True, clause_id=FIRST)

    assert "29" in ask(client, f"/pages/{task.pk}/")["clause"]["title"]


def test_a_clause_that_no_public_version_has_is_not_named(client, city):
    city.draft(BODY, published=True)
    meeting = reported(city, FIRST)
    city.programme.get_children().update(live=False)

    assert clauses_of(client, meeting) == [None]


def test_many_clauses_cost_no_more_queries(client, city):
    city.draft(BODY, published=True)
    one, many = reported(city, FIRST), reported(city, *[FIRST, SECOND] * 10)

    assert cost(client, f"/pages/{many.pk}/") <= cost(client, f"/pages/{one.pk}/")


def test_lists_name_things_in_the_language_of_each_page(client, city):
    area = PriorityAreaFactory(name="Kultura", name_en="Culture")
    task = city.task(published=True, area=area)
    other = translate(task, "en", slug="task")
    asked = {"type": "programmes.PriorityTaskPage", "fields": "area"}
    items = ask(client, "/pages/", headers={"accept-language": "uk"}, **asked)["items"]
    titles = {item["id"]: item["area"]["title"] for item in items}

    assert titles == {task.pk: "Kultura", other.pk: "Culture"}


def test_lists_lead_to_organisations_in_the_language_of_the_page(client, city):
    meeting = city.meeting(published=True)
    AttendanceFactory(page=meeting, organisation=OrganisationFactory())
    asked = {"type": "meetings.MeetingPage", "fields": "organisations"}
    headers = {"accept-language": "en"}
    (item,) = ask(client, "/pages/", headers=headers, **asked)["items"]

    assert "/pl/" in item["organisations"][0]["organisation"]["url"]


def cost(client, path):
    ask(client, path)
    with CaptureQueriesContext(connection) as queries:
        ask(client, path, rich_text_format="text")
    return len(queries)
