"""Amendments: which are told."""

import pytest

from tests.factories.clauses import clause
from tests.factories.drafting import AmendmentFactory

from .asking import ask
from .changing import GONE, SECRET, UID, amend

pytestmark = pytest.mark.django_db


def test_amendments_are_public_once_a_public_version_names_them(city, drafts, client):
    told = amend(city, drafts[1])
    hidden = city.draft([clause(uid=UID)], number=3, unpublished=True)
    kept_back = amend(city, hidden)
    AmendmentFactory(programme=city.programme, clause_id=UID, rationale=SECRET)

    answer = ask(client, "amendments/")

    assert [item["id"] for item in answer["items"]] == [told.pk]
    assert answer["items"][0]["changes"][0]["clause"]["uid"] == str(UID)
    assert SECRET not in str(answer)
    ask(client, f"amendments/{kept_back.pk}/", 404)
    for question in ({"clause": UID}, {"programme": city.programme.pk}):
        assert ask(client, "amendments/", **question)["count"] == 1
    for question in ({"clause": GONE}, {"status": "agreed"}, {"programme": 999}):
        assert ask(client, "amendments/", **question)["count"] == 0
