"""The report of a meeting, whole and typed, in the language of its page."""

import datetime

import pytest

from tests.factories.pages import FindingFactory, mirror, translate
from tests.factories.snippets import PriorityAreaFactory
from tests.pages.api.asking import ask
from tests.pages.api.costing import cost

from .reports import Reported

pytestmark = pytest.mark.django_db


@pytest.fixture
def reported():
    return Reported()


@pytest.fixture
def told(reported, client):
    return ask(client, f"/meetings/{reported.meeting.pk}/")


def test_when_and_where(reported, told):
    meeting = reported.meeting

    assert (told["id"], told["title"]) == (meeting.pk, "Lipcowe")
    assert (told["url"], told["locale"]) == (meeting.full_url, "pl")
    assert (told["kind"], told["ordinal"], told["status"]) == ("workshop", 2, "held")
    assert (told["date"], told["start_time"]) == ("2013-07-26", "12:00:00")
    assert told["starts_at"] == "2013-07-26T12:00:00+02:00"
    assert told["ends_at"] == "2013-07-26T15:30:00+02:00"
    assert (told["is_report"], told["is_upcoming"]) == (True, False)
    assert told["place"]["name"] == "Sala"
    assert "ul. Bema 60/1" in told["place"]["address"]
    assert told["place"]["accessibility"] == "Winda."
    assert told["online_url"] == "https://online.example.org/"


def test_who_came(reported, told):
    came = told["attendance"]
    (organisation,), (unit,) = came["organisations"], came["units"]

    assert came["declared_participants"] == 17
    assert (organisation["name"], organisation["head_count"]) == ("„Łąka”", 3)
    assert organisation["organisation"]["name"] == "Fundacja Łąka"
    assert (unit["name"], unit["head_count"]) == ("Sport", None)


def test_what_was_decided_and_found(reported, told):
    (decision,), (area,) = told["decisions"], told["areas"]
    (finding,) = area["findings"]

    assert (decision["kind"], decision["letter"]) == ("agreed_wording", "a")
    assert (decision["text"], decision["is_main_goal"]) == ("uzgodniono cel", True)
    assert decision["clause"]["uid"] == str(reported.goal)
    assert decision["amendments"] == []
    assert (area["number"], area["name"]) == (1, "Kultura")
    assert finding["clause"]["uid"] == str(reported.uid)
    assert "29" in finding["clause"]["label"]
    assert finding["clause"]["url"].endswith(f"/clause/{reported.uid}/")
    assert finding["wording_before"] == "sztuki współczesnej"
    assert (finding["wording_after"], finding["is_main_goal"]) == ("sztuki", False)
    (amendment,) = finding["amendments"]
    assert amendment["code"] == "P1/2014"
    assert amendment["version"]["id"] == reported.draft.pk


def test_what_else_the_report_has(reported, told):
    assert told["agenda"] == ["Cele"]
    assert told["corrections"] == [
        {"date": "2013-08-01", "text": "Poprawiono liczbę osób."}
    ]
    assert told["channels"] == [
        {"name": "Centrum Współpracy", "email": "uwagi@example.org"}
    ]
    assert (told["project"]["name"], told["project"]["funding_note"]) == (
        "Razem",
        "Z EFS.",
    )
    assert told["programme"]["id"] == reported.city.programme.pk
    assert told["discussed_draft"]["id"] == reported.draft.pk
    assert told["resulting_draft"] is told["next_meeting"] is None


def test_areas_stand_in_the_order_of_the_report(reported, client):
    sport = PriorityAreaFactory(name="Sport")
    for text in ("pierwsze", "drugie"):
        FindingFactory(page=reported.meeting, area=sport, text=text)

    areas = ask(client, f"/meetings/{reported.meeting.pk}/")["areas"]

    assert [(one["number"], one["name"]) for one in areas] == [
        (1, "Kultura"),
        (2, "Sport"),
    ]
    found = [(one["letter"], one["text"]) for one in areas[1]["findings"]]
    assert found == [("a", "pierwsze"), ("b", "drugie")]


def test_next_meeting_is_the_nearest_that_is_not_cancelled(reported, client):
    city, date = reported.city, datetime.date
    city.meeting(title="Wcześniej", date=date(2013, 7, 1))
    city.meeting(title="Odwołane", date=date(2013, 8, 1), cancelled=True)
    nearest = city.meeting(title="Następne", date=date(2013, 8, 13), announced=True)
    city.meeting(title="Później", date=date(2013, 9, 1))

    following = ask(client, f"/meetings/{reported.meeting.pk}/")["next_meeting"]

    assert (following["id"], following["date"]) == (nearest.pk, "2013-08-13")
    assert ask(client, following["api_url"].partition("/v3")[2])["id"] == nearest.pk


def test_links_lead_to_what_they_name(reported, told, client):
    organisation = told["attendance"]["organisations"][0]["organisation"]
    clause = told["areas"][0]["findings"][0]["clause"]
    links = [organisation, clause, told["programme"], told["discussed_draft"]]

    for address in [one["api_url"] for one in links] + [told["page_api_url"]]:
        assert client.get(address).status_code == 200, address
    calendar = client.get(told["calendar_url"])
    assert calendar["Content-Type"].startswith("text/calendar")


def test_translation_is_told_in_its_language(reported, client):
    translate(reported.draft, "en", title="Version 1")
    english = translate(reported.meeting, "en", title="July workshop")

    # The language of the page counts, not that of the reader.
    told = ask(client, f"/meetings/{english.pk}/", headers={"accept-language": "uk"})

    assert (told["locale"], told["content_locale"]) == ("en", "en")
    assert (told["title"], told["kind_label"]) == (
        "July workshop",
        "participatory workshop",
    )
    assert told["place"]["name"] == "Room"
    assert told["programme"]["locale"] == told["discussed_draft"]["locale"] == "en"
    assert told["areas"][0]["findings"][0]["text"] == "zmienić"


def test_mirror_says_which_language_its_text_is_in(reported, client):
    alias = mirror(reported.meeting, "uk")

    told = ask(client, f"/meetings/{alias.pk}/")

    assert (told["locale"], told["content_locale"]) == ("uk", "pl")
    assert told["title"] == "Lipcowe"


def test_queries_do_not_grow_with_the_report(reported, client):
    path = f"/meetings/{reported.meeting.pk}/"
    before = cost(client, path)
    for _round in range(5):
        reported.fill()

    after = cost(client, path)

    assert before == after <= 12
