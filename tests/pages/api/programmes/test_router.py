"""What is asked in a wrong way, of what is hidden, and what answers cost."""

from uuid import uuid4

import pytest

from tests.factories.clauses import area, author, chapter, clause
from tests.factories.pages import ProgrammePageFactory
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)

from .asking import ask, cost
from .changing import SECRET, UID, amend

pytestmark = pytest.mark.django_db


def test_nothing_hidden_is_told_anywhere(city, drafts, client):
    _base, new = drafts
    body = [clause(text=SECRET, uid=UID)]
    hidden = city.draft(body, number=3, title=SECRET, unpublished=True)
    amend(city, hidden)
    closed = ProgrammePageFactory(
        parent=city.programmes, title=SECRET, year=2020, restricted=True
    )
    below = type(new)(title=SECRET, slug="x", number=1, date=new.date, body=body)
    closed.add_child(instance=below)
    task = city.task(title=SECRET, slug="t", clause_id=UID, unpublished=True)
    city.meeting(title=SECRET, programme=city.programme, live=False)
    new.body[0].value["text"] = SECRET
    new.save_revision()

    public = ("", f"{city.programme.pk}/", f"{city.programme.pk}/drafts/", "tasks/")
    paths = (*public, f"drafts/{new.pk}/", f"drafts/{new.pk}/clauses/")
    paths += (f"drafts/{new.pk}/redline/", f"clauses/{UID}/", "amendments/")
    for path in paths:
        assert SECRET not in str(ask(client, path)), path
    for path in (f"{closed.pk}/", f"{closed.pk}/drafts/", f"tasks/{task.pk}/"):
        ask(client, path, 404)
    for draft in (hidden, below):
        for path in ("", "clauses/", "redline/"):
            ask(client, f"drafts/{draft.pk}/{path}", 404)
        ask(client, f"drafts/{new.pk}/redline/", 422, since=draft.pk)
    assert ask(client, "tasks/", programme=closed.pk)["count"] == 0


BIG = "9" * 30
SINGLE, LISTING = 12, 15


@pytest.mark.parametrize(
    ("path", "question", "status"),
    [
        ("0/", {}, 422),
        (f"{BIG}/", {}, 422),
        ("999999/", {}, 404),
        ("abc/", {}, 404),
        ("", {"locale": "xx"}, 422),
        ("", {"year": BIG}, 422),
        ("", {"limit": 0}, 422),
        ("", {"cursor": "zmyślony"}, 422),
        ("drafts/0/", {}, 422),
        (f"drafts/{BIG}/clauses/", {}, 422),
        ("drafts/999999/redline/", {}, 404),
        ("clauses/abc/", {}, 422),
        (f"clauses/{uuid4()}/", {}, 404),
        ("tasks/", {"area": "x"}, 422),
        ("tasks/0/", {}, 422),
        ("tasks/999999/", {}, 404),
        ("amendments/", {"status": "x"}, 422),
        ("amendments/", {"clause": "x"}, 422),
        (f"amendments/{BIG}/", {}, 422),
        ("amendments/999999/", {}, 404),
    ],
)
def test_bad_input_is_refused(client, path, question, status):
    assert ask(client, path, status, **question)["status"] == status


@pytest.mark.parametrize(
    ("path", "since", "most"),
    [
        ("", False, LISTING),
        ("{programme}/", False, SINGLE),
        ("{programme}/drafts/", False, LISTING),
        ("drafts/{draft}/", False, SINGLE),
        ("drafts/{draft}/clauses/", False, LISTING),
        ("drafts/{draft}/redline/", True, SINGLE),
        (f"clauses/{UID}/", False, SINGLE),
        ("amendments/", False, LISTING),
        ("amendments/{amendment}/", False, SINGLE),
        ("tasks/", False, LISTING),
        ("tasks/{task}/", False, SINGLE),
    ],
)
def test_queries_are_few_and_do_not_grow(city, drafts, client, path, since, most):
    base, new = drafts
    amendment, task = amend(city, new), city.task(clause_id=UID)
    names = {"draft": new.pk, "amendment": amendment.pk, "task": task.pk}
    address = path.format(programme=city.programme.pk, **names)
    question = {"since": base.pk} if since else {}
    grow(new, 1)
    few = cost(client, address, **question)
    for number in range(3, 6):
        city.draft([clause(uid=UID), clause()], number=number)
        city.task()
        amend(city, new)
        city.meeting(programme=city.programme, resulting_draft=new)
    grow(new, 10)

    assert cost(client, address, **question) <= few <= most


def grow(draft, number):
    """Give a version so many areas, with clauses of different authors."""
    areas = []
    for n in range(number):
        authors = [
            author("unit", CityUnitFactory().pk),
            author("organisation", OrganisationFactory().pk),
        ]
        key = PriorityAreaFactory().pk
        areas.append(area(f"Obszar {n}", key, clause(authors=authors)))
    draft.body = [clause(text="nowy zapis", uid=UID), chapter("Zadania", *areas)]
    draft.save()
