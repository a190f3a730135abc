"""A year's programme, and the list of them."""

from decimal import Decimal

import pytest

from tests.factories.clauses import clause
from tests.factories.comments import ConsultationFactory
from tests.factories.pages import ProgrammePageFactory, mirror, translate
from tests.pages.programmes.closed import consulted

from .asking import ask
from .changing import UID

pytestmark = pytest.mark.django_db


def test_list_begins_with_the_newest_year(city, client):
    old = city.programme
    new = ProgrammePageFactory(parent=city.programmes, year=2015, stage="planned")

    answer = ask(client)

    assert [item["id"] for item in answer["items"]] == [new.pk, old.pk]
    assert answer["count"] == 2
    item = answer["items"][0]
    assert (item["year"], item["stage"]) == (2015, "planned")
    assert item["url"] == new.full_url
    assert item["current_draft"] is None


def test_list_is_narrowed_by_year_and_language(city, client):
    city.draft([clause()], number=1)
    ProgrammePageFactory(parent=city.programmes, year=2015)
    english = translate(city.programme, "en", title="Programme 2014", slug="p-2014")

    assert [i["id"] for i in ask(client, year=2014)["items"]] == [city.programme.pk]
    assert [i["id"] for i in ask(client, locale="en")["items"]] == [english.pk]
    assert [i["id"] for i in ask(client, language="en")["items"]] == [english.pk]
    assert ask(client, year=1999)["items"] == []


def test_list_goes_on_where_the_cursor_says(city, client):
    for year in range(2014, 2019):
        ProgrammePageFactory(parent=city.programmes, year=year)
    seen, cursor = [], {}
    while cursor is not None:
        answer = ask(client, limit=2, **cursor)
        seen += [item["year"] for item in answer["items"]]
        cursor = answer["next_cursor"] and {"cursor": answer["next_cursor"]}

    assert seen == [2018, 2017, 2016, 2015, 2014]


def test_programme_tells_its_versions_tasks_and_meetings(city, client):
    programme = city.programme
    programme.planned_funds = Decimal("4500000.5")
    programme.legal_basis = "art. 5a ustawy"
    programme.save()
    first = city.draft([clause(), clause()], number=1, label="po spotkaniu")
    second = city.draft([clause()], number=2, title="Wersja 2")
    task = city.task(title="Sąsiedzi")
    meeting = city.meeting(programme=programme)
    city.meeting(title="Inne")

    answer = ask(client, f"{programme.pk}/")

    assert answer["planned_funds"] == "4500000.50"
    assert answer["legal_basis"] == "art. 5a ustawy"
    assert answer["bip_url"] is None
    assert [draft["id"] for draft in answer["drafts"]] == [second.pk, first.pk]
    assert [draft["clauses_count"] for draft in answer["drafts"]] == [1, 2]
    assert answer["drafts"][1]["label"] == "po spotkaniu"
    assert answer["current_draft"]["id"] == second.pk
    assert [row["id"] for row in answer["tasks"]] == [task.pk]
    assert answer["tasks"][0]["area"]["title"] == task.area.name
    assert [row["id"] for row in answer["meetings"]] == [meeting.pk]
    assert answer["meetings"][0]["url"] == meeting.full_url
    assert ask(client, f"{programme.pk}/drafts/")["items"] == answer["drafts"]


def test_versions_tell_when_they_are_closed_and_take_comments(client):
    draft = consulted()
    consultation = ConsultationFactory(draft=draft)
    english = translate(draft, "en", title="Version 3", slug="version-3")

    programme = draft.get_parent()
    [told] = ask(client, f"{programme.pk}/drafts/")["items"]
    [translated] = ask(client, f"{english.get_parent().pk}/drafts/")["items"]

    assert told["status"] == "consulted"
    assert told["is_closed"]
    assert told["closed_at"]
    assert told["consultation"]["phase"] == "open"
    assert told["consultation"]["closes_on"] == consultation.closes_on.isoformat()
    listed = ask(client, told["consultation"]["comments_api_url"])
    assert listed["count"] == 0
    assert translated["is_closed"]
    assert translated["consultation"] == told["consultation"]


@pytest.mark.parametrize("trait", ["announced", "closed"])
def test_phase_is_told_by_the_clock(client, trait):
    draft = consulted()
    ConsultationFactory(draft=draft, **{trait: True})

    [told] = ask(client, f"{draft.get_parent().pk}/drafts/")["items"]

    assert told["consultation"]["phase"] == trait


def test_mirror_says_which_language_its_text_is_in(city, client):
    draft = city.draft([clause(text="wspieranie sąsiadów")], number=1)
    alias = mirror(draft, "uk")

    [item] = ask(client, locale="uk")["items"]
    told = ask(client, f"drafts/{alias.pk}/")

    assert (item["locale"], item["content_locale"]) == ("uk", "pl")
    assert (told["locale"], told["content_locale"]) == ("uk", "pl")
    assert told["clauses"][0]["text"] == "wspieranie sąsiadów"


def test_clauses_of_a_mirror_lead_to_the_language_they_are_in(city, client):
    base = city.draft([clause(uid=UID)], number=1)
    alias = mirror(city.draft([clause(uid=UID)], number=2, based_on=base), "uk")
    mirror(base, "uk")

    for path in (f"drafts/{alias.pk}/", f"drafts/{alias.pk}/redline/"):
        [row] = ask(client, path, language="uk")["clauses"]

        assert client.get(row["url"]).status_code == 200
        assert ask(client, row["api_url"], language="uk")["locale"] == "pl"


def test_links_lead_to_answers_about_the_same(city, client):
    draft = city.draft([clause()], number=1)
    task = city.task()
    answer = ask(client, f"{city.programme.pk}/")

    for link in (answer, answer["current_draft"], *answer["tasks"]):
        assert ask(client, link["api_url"])["id"] == link["id"]
    assert {draft.pk, task.pk} == {
        answer["current_draft"]["id"],
        answer["tasks"][0]["id"],
    }
    assert ask(client, answer["page_api_url"])["id"] == city.programme.pk
